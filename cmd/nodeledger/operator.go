package main

import (
	"cmp"
	"context"
	"crypto/rand"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/cmd/nodeledger/usage"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/view/period"
	"github.com/nodeledger/nodeledger/wire"
)

// operatorCommand keeps the list of people who may record and approve.
func (in *invocation) operatorCommand() *cobra.Command {
	s := &signer{in: in}
	var change operator.Change
	var scopes []string
	var until string
	add := &cobra.Command{
		Use: "add NAME", Short: "Give an operator a key: a wallet, or the hash of a token", Annotations: writesBooks(),
		Long: `The first operator is added by the person who sets up the books, and must have the scope admin. After that everything that is
recorded needs a key: a token in ` + tokenVariable + `, or the --signature of a wallet. Everybody adds further keys of their own
themselves. A key that may prepare, approve or administer counts once another operator consents to it ("operator consent").`,
		Example: `  nodeledger operator add carol --label laptop --token-hash HASH --scope record,prepare --reference carol --operator ann
  nodeledger operator add dave --label hardware --wallet WALLET --scope approve --reference dave --operator ann`,
		RunE: func(c *cobra.Command, args []string) error {
			change.Name = args[0]
			for _, scope := range scopes {
				change.Scopes = append(change.Scopes, operator.Scope(scope))
			}
			if until != "" {
				t, err := time.Parse(time.RFC3339, until)
				if err != nil {
					return problem.Invalidf("--until %q is not a timestamp (RFC 3339): write it as 2027-01-01T00:00:00Z", until)
				}
				change.Until = t.UTC()
			}
			if err := change.Check(); err != nil {
				return err
			}
			return s.record(c, func(e *engine.Engine, by engine.By) (engine.Receipt, error) {
				return e.RecordOperator(c.Context(), by, s.reference, change)
			})
		},
	}
	add.Flags().StringVar(&change.Label, "label", "", "`name` that the operator gives the key")
	add.Flags().StringVar(&change.Wallet, "wallet", "", "`address` of the wallet that signs for the operator")
	add.Flags().StringVar(&change.Token, "token-hash", "", "`hash` of the token (SHA-256), as \"nodeledger operator token\" prints it")
	add.Flags().StringSliceVar(&scopes, "scope", nil,
		"`scopes` of the key: record, prepare, approve, admin, private; repeat it or separate them by commas")
	add.Flags().StringVar(&until, "until", "", "`time` from which the key no longer counts, such as 2027-01-01T00:00:00Z")
	var label string
	revoke := &cobra.Command{
		Use: "revoke NAME", Short: "Revoke a key, or all keys of an operator", Annotations: writesBooks(),
		Example: "  nodeledger operator revoke bob --label token --reference bob-lost-it --operator ann",
		RunE: func(c *cobra.Command, args []string) error {
			return s.record(c, func(e *engine.Engine, by engine.By) (engine.Receipt, error) {
				return e.RecordOperator(c.Context(), by, s.reference, operator.Change{Name: args[0], Label: label, Revoke: true})
			})
		},
	}
	consent := consentCommand(s)
	s.addFlags(false, consent)
	revoke.Flags().StringVar(&label, "label", "", "`name` of the key; without it, every key")
	s.addFlags(true, add, revoke)
	list := &cobra.Command{
		Use: "list", Short: "List operators, their keys and scopes", Annotations: readsBooks(),
		Example: "  nodeledger operator list",
		RunE:    func(c *cobra.Command, _ []string) error { return in.operators(c.Context()) },
	}
	return usage.Group("operator", "Manage who may record and approve", add, consent, revoke, in.tokenCommand(), list)
}

// consentCommand lets a key count that another operator gave somebody.
func consentCommand(s *signer) *cobra.Command {
	var grant string
	c := &cobra.Command{
		Use: "consent NAME", Short: "Consent to a key that another operator gave NAME", Annotations: writesBooks(),
		Long: `A key that may prepare, approve or administer counts once another operator than the one who gave it, and than NAME, consents.
"nodeledger operator list" shows the keys that wait, what they may do, and their grant.`,
		Example: "  nodeledger operator consent erin --grant GRANT --operator bob",
		RunE: func(c *cobra.Command, args []string) error {
			return s.record(c, func(e *engine.Engine, by engine.By) (engine.Receipt, error) {
				return e.ConsentToKey(c.Context(), by, args[0], grant)
			})
		},
	}
	c.Flags().StringVar(&grant, "grant", "", "`hash` that names the key and what it may do, as \"operator list\" prints it")
	_ = c.MarkFlagRequired("grant") // it is defined above
	return c
}

// tokenCommand makes a token.
func (in *invocation) tokenCommand() *cobra.Command {
	return &cobra.Command{
		Use: "token", Short: "Make a token: a secret for the operator, and its hash for \"operator add\"", Annotations: noBooks(),
		Example: "  nodeledger operator token",
		RunE: func(*cobra.Command, []string) error {
			secret, hash, err := operator.NewToken(rand.Reader)
			if err != nil {
				return err
			}
			return in.show(wire.Token{Token: secret, Hash: hash}, func(w io.Writer) {
				fmt.Fprintf(w, "token  %s   keep it secret; it is nowhere else\nhash   %s   give it with --token-hash\n", secret, hash)
			})
		},
	}
}

func (in *invocation) operators(ctx context.Context) error {
	e, err := in.openReadOnly(ctx)
	if err != nil {
		return err
	}
	defer e.Close()
	registry := e.Operators()
	result := wire.OperatorsOf(&registry, in.Clock.Now())
	return in.show(result, func(w io.Writer) {
		if len(result.Operators) == 0 {
			fmt.Fprintln(w, "there are no operators: everybody who can write to these books can record anything; `nodeledger operator add` "+
				"adds the first")
			return
		}
		table(w, func(row func(cells ...any)) {
			row("operator", "key", "proof", "may", "until")
			for _, o := range result.Operators {
				for _, k := range o.Keys {
					row(o.Name, k.Label, cmp.Or(k.Wallet, "token"), spaced(k.Scopes), validity(&k))
				}
			}
			for _, k := range result.Waiting {
				row(k.Name, k.Label, cmp.Or(k.Wallet, "token"), spaced(k.Scopes), "waits for consent; given by "+k.By)
			}
		})
		for _, o := range result.Operators {
			if o.Warning != nil {
				fmt.Fprintln(w, "warning: "+o.Warning.Text)
			}
		}
		for _, k := range result.Waiting {
			fmt.Fprintf(w, "another operator consents to %s of %s with: nodeledger operator consent %s --grant %s\n", k.Label, k.Name, k.Name,
				k.Grant)
		}
	})
}

// spaced are scopes on a line.
func spaced(scopes []operator.Scope) string {
	texts := make([]string, len(scopes))
	for i, scope := range scopes {
		texts[i] = string(scope)
	}
	return strings.Join(texts, " ")
}

// validity is until when a key counts.
func validity(k *wire.OperatorKey) string {
	if k.Revoked {
		return "revoked"
	}
	return k.Until
}

// auditCommand lists what operators recorded.
func (in *invocation) auditCommand() *cobra.Command {
	var p usage.Page
	c := in.read(&cobra.Command{
		Use: "audit", Short: "List everything that operators recorded, the newest first", Example: "  nodeledger audit --limit 20",
	}, func(c *cobra.Command, _ []string, e *engine.Engine, of view.AsOf) error {
		before, err := view.ParseNumber(p.After)
		if err != nil {
			return err
		}
		list, more, err := period.NewFacts(e).List(c.Context(), before, p.Limit)
		if err != nil {
			return err
		}
		result := wire.AuditOf(list, more, of)
		return in.show(result, func(w io.Writer) {
			table(w, func(row func(cells ...any)) {
				row("time", "kind", "operator", "proof", "reference", "transaction")
				for _, r := range result.Entries {
					row(r.Time, r.Kind, r.Operator, r.Proof, oneLine(r.Reference), r.Sequence)
				}
			})
			usage.WriteNext(w, result.Next)
			writeFresh(w, of)
		})
	})
	p.AddFlags(c, "entries", 100, 500)
	return c
}
