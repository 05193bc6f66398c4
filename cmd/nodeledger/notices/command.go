// Package notices has the commands that look at what became of notices, and runs their sender beside a server.
//
// Guarantees:
//   - A command sends nothing itself: it says what the server is to send again or to try.
//   - A secret is printed once, when it is made.
package notices

import (
	"context"
	"fmt"
	"io"
	"strconv"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/cmd/nodeledger/usage"
	"github.com/nodeledger/nodeledger/delivery"
	"github.com/nodeledger/nodeledger/delivery/outbox"
	"github.com/nodeledger/nodeledger/delivery/webhook"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/notice"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/wire"
)

// Host is the program that has the commands.
type Host struct {
	NoBooks, ReadsBooks func() map[string]string                       // annotations
	Books               *string                                        // the place of the books
	Identity            func(context.Context) (engine.Identity, error) // of the books
	Clock               engine.Clock
	Show                func(result any, text func(io.Writer)) error
}

// Command is the group of commands.
func (h Host) Command() *cobra.Command {
	return usage.Group("notices", "Look at webhooks and mails, send notices again, and try endpoints", h.list(), h.log(), h.resend(), h.test(),
		h.secret())
}

// desk opens the outbox for a command.
func (h Host) desk(ctx context.Context, do func(*delivery.Desk) error) error {
	o, err := outbox.OpenExisting(ctx, *h.Books)
	if err != nil {
		return err
	}
	defer o.Close()
	return do(&delivery.Desk{Outbox: o, Clock: h.Clock})
}

func (h Host) list() *cobra.Command {
	return &cobra.Command{
		Use: "list", Short: "List the endpoints of notices, and how they are", Annotations: h.NoBooks(), Example: "  nodeledger notices list",
		RunE: func(c *cobra.Command, _ []string) error {
			return h.desk(c.Context(), func(d *delivery.Desk) error {
				list, err := d.Endpoints(c.Context())
				if err != nil {
					return err
				}
				result := wire.NoticeEndpointsOf(list)
				return h.Show(result, func(w io.Writer) {
					t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
					fmt.Fprintln(t, "name\tkind\twhere\tstate\tdelivered\twaiting\tsince\tdead")
					for i := range result.Endpoints {
						e := &result.Endpoints[i]
						fmt.Fprintf(t, "%s\t%s\t%s\t%s\t%d\t%d\t%s\t%d\n", e.Name, e.Kind, e.Where, e.State, e.Delivered, e.Waiting, e.Oldest, e.Dead)
					}
					_ = t.Flush() // to a buffer, which takes everything
				})
			})
		},
	}
}

func (h Host) log() *cobra.Command {
	var p usage.Page
	var endpoint, state string
	c := &cobra.Command{
		Use: "log", Short: "List what was sent and what waits, the newest first", Annotations: h.NoBooks(),
		Long: `Each line is a notice on its way to an endpoint: its number, its id, how often it was tried and what the last attempt came to.`,
		Example: `  nodeledger notices log
  nodeledger notices log --endpoint ops --state dead`,
		RunE: func(c *cobra.Command, _ []string) error {
			before, err := view.ParseNumber(p.After)
			if err != nil {
				return err
			}
			switch notice.State(state) {
			case "", notice.Waiting, notice.Delivered, notice.Dead:
			default:
				return problem.Invalidf("--state %q must be waiting, delivered or dead", state)
			}
			page := notice.Page{Endpoint: endpoint, State: notice.State(state), Before: uint64(before), Limit: p.Limit}
			return h.desk(c.Context(), func(d *delivery.Desk) error {
				list, next, err := d.Deliveries(c.Context(), page)
				if err != nil {
					return err
				}
				result, err := wire.NoticeDeliveriesOf(list, next)
				if err != nil {
					return err
				}
				return h.Show(result, func(w io.Writer) { writeLog(w, &result) })
			})
		},
	}
	p.AddFlags(c, "deliveries", 50, 500)
	c.Flags().StringVar(&endpoint, "endpoint", "", "only those of the endpoint with this `name`")
	c.Flags().StringVar(&state, "state", "", "only those of this `kind`: waiting, delivered or dead")
	return c
}

func writeLog(w io.Writer, log *wire.NoticeDeliveries) {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "number\tendpoint\tid\ttype\tstate\ttries\tlast\tstatus\tms\terror")
	for i := range log.Deliveries {
		d := &log.Deliveries[i]
		var last wire.NoticeAttempt
		if n := len(d.Attempts); n > 0 {
			last = d.Attempts[n-1]
		}
		fmt.Fprintf(t, "%d\t%s\t%s\t%s\t%s\t%d\t%s\t%d\t%d\t%s\n", d.Number, d.Endpoint, d.ID, d.Type, d.State, d.Tries, last.At, last.Status,
			last.Latency, last.Error)
	}
	_ = t.Flush() // to a buffer, which takes everything
	usage.WriteNext(w, log.Next)
}

func (h Host) resend() *cobra.Command {
	return &cobra.Command{
		Use: "resend NUMBER", Short: "Send a notice again, with the id that it had", Annotations: h.NoBooks(),
		Long:    `NUMBER is that of the delivery in "notices log". The server sends it; an endpoint that is left alone or gone is tried at once.`,
		Example: "  nodeledger notices resend 17",
		RunE: func(c *cobra.Command, args []string) error {
			number, err := strconv.ParseUint(args[0], 10, 64)
			if err != nil {
				return problem.Invalidf("%q is not the number of a delivery: `nodeledger notices log` shows them", args[0])
			}
			return h.desk(c.Context(), func(d *delivery.Desk) error {
				if err := d.Resend(c.Context(), number); err != nil {
					return err
				}
				return h.queued(number)
			})
		},
	}
}

func (h Host) test() *cobra.Command {
	return &cobra.Command{
		Use: "test ENDPOINT", Short: "Send an endpoint a notice of the type notice.test", Annotations: h.ReadsBooks(),
		Long:    `The server sends it, after what waits for the endpoint already; "notices log" says what came of it.`,
		Example: "  nodeledger notices test ops",
		RunE: func(c *cobra.Command, args []string) error {
			books, err := h.Identity(c.Context())
			if err != nil {
				return err
			}
			return h.desk(c.Context(), func(d *delivery.Desk) error {
				d.Books = books
				number, err := d.Test(c.Context(), args[0])
				if err != nil {
					return err
				}
				return h.queued(number)
			})
		},
	}
}

func (h Host) queued(number uint64) error {
	return h.Show(wire.NoticeQueued{Number: number}, func(w io.Writer) {
		fmt.Fprintf(w, "delivery %d waits to be sent: `nodeledger notices log` says what came of it\n", number)
	})
}

func (h Host) secret() *cobra.Command {
	return &cobra.Command{
		Use: "secret", Short: "Make a secret that the notices of a webhook are signed with", Annotations: h.NoBooks(),
		Long:    `Both sides keep it: the server in the file that secret_file names, the receiver wherever it checks signatures.`,
		Example: "  nodeledger notices secret",
		RunE: func(*cobra.Command, []string) error {
			made := webhook.NewSecret()
			return h.Show(wire.NoticeSecret{Secret: made}, func(w io.Writer) { fmt.Fprintln(w, made) })
		},
	}
}
