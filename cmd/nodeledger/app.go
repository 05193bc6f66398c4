package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"strings"
	"unicode"

	"github.com/lmittmann/tint"
	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/chain"
	"github.com/nodeledger/nodeledger/engine"
)

// App is the program with everything that it takes from outside. Run may be called again and again.
type App struct {
	Stdout, Stderr io.Writer
	Env            func(name string) string
	Clock          engine.Clock
	Terminal       bool         // stderr is one: progress and colours are wanted
	Name           string       // how a person calls the program; "nodeledger" when empty
	Limits         chain.Limits // on calls to nodes; zero: the usual ones
}

// Exit codes.
const (
	exitDone    = 0
	exitRefused = 1
	exitUsage   = 2
)

// usageError is an error in how the program was called.
type usageError struct{ error }

func usagef(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

// errReported is returned when the result on stdout says already why it is no success, and what the one line is.
type errReported struct{ line string }

func (e errReported) Error() string { return e.line }

// invocation is one call of the program: the App and what the flags say.
type invocation struct {
	*App
	db      string
	program string
	rpc     []string
	json    bool
	verbose bool
	running bool // the flags and arguments are right, and the command has begun
}

// Run runs one command line, without the program's name, and gives the exit code.
func (a *App) Run(ctx context.Context, args []string) int {
	in := &invocation{App: a}
	root := in.root()
	if args == nil {
		args = []string{} // nil would mean the process's own
	}
	root.SetArgs(args)
	root.SetOut(a.Stdout)
	root.SetErr(a.Stderr)
	err := root.ExecuteContext(ctx)
	if err == nil {
		return exitDone
	}
	var wrong usageError
	if errors.As(err, &wrong) || !in.running {
		in.printError("%s; see `nodeledger help`", strings.TrimSuffix(err.Error(), "."))
		return exitUsage
	}
	if ctx.Err() != nil && errors.Is(err, context.Canceled) {
		err = errors.New("stopped before the end; run the same command again")
	}
	in.printError("%s", err)
	return exitRefused
}

// printError writes one line to stderr, without secrets.
func (in *invocation) printError(format string, args ...any) {
	fmt.Fprintln(in.Stderr, "nodeledger: "+oneLine(in.redact(fmt.Sprintf(format, args...))))
}

// oneLine is a text on one line and without control characters: parts of it come from nodes and could move a terminal's cursor.
func oneLine(text string) string {
	lines := strings.FieldsFunc(strings.TrimSpace(text), func(r rune) bool { return r == '\n' || r == '\r' })
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return -1
		}
		return r
	}, strings.Join(lines, "; "))
}

// show prints a result: one JSON value with --json, otherwise what text writes.
func (in *invocation) show(result any, text func(w io.Writer)) error {
	var out strings.Builder
	if in.json {
		encoder := json.NewEncoder(&out)
		encoder.SetEscapeHTML(false)
		if err := encoder.Encode(result); err != nil {
			return err
		}
	} else {
		text(&out)
	}
	_, err := io.WriteString(in.Stdout, out.String())
	return err
}

// logger writes to stderr: everything from info on for a command that goes on and on, otherwise only with --verbose, since a
// failure is told in one line.
func (in *invocation) logger(lasting bool) *slog.Logger {
	if !lasting && !in.verbose {
		return slog.New(slog.DiscardHandler)
	}
	level := slog.LevelInfo
	if in.verbose {
		level = slog.LevelDebug
	}
	to := redactingWriter{in.Stderr, in.redact}
	if in.Terminal {
		return slog.New(tint.NewTextHandler(to, &tint.Options{Level: level}))
	}
	return slog.New(slog.NewJSONHandler(to, &slog.HandlerOptions{Level: level}))
}

func (in *invocation) root() *cobra.Command {
	root := &cobra.Command{
		Use: "nodeledger", Short: "Books of a node sale that anyone can rebuild", SilenceErrors: true, SilenceUsage: true, Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error { return usagef("name a command") },
		PersistentPreRunE: func(c *cobra.Command, _ []string) error {
			if err := in.fromEnvironment(c); err != nil {
				return err
			}
			if err := c.ValidateRequiredFlags(); err != nil {
				return err
			}
			in.running = true
			return nil
		},
	}
	root.CompletionOptions.DisableDefaultCmd = true
	flags := root.PersistentFlags()
	flags.StringVar(&in.db, "db", "nodeledger.db", "the books: a `file`, or postgres://user@host/database (NODELEDGER_DB)")
	flags.StringVar(&in.program, "program", "gpunet", "the program `file`, or the name of a preset (NODELEDGER_PROGRAM)")
	flags.StringSliceVar(&in.rpc, "rpc", nil, "`URL` of a node; repeat it, or separate several by commas (NODELEDGER_RPC)")
	flags.BoolVar(&in.json, "json", false, "print the result as one JSON object, or as an array where it is a list")
	flags.BoolVarP(&in.verbose, "verbose", "v", false, "log to stderr what happens")
	root.AddCommand(
		in.demoCommand(), in.serveCommand(), in.syncCommand(), in.rebuildCommand(), in.quoteCommand(), in.holderCommand(), in.statementCommand(),
		in.referralCommand(), in.ledgerCommand(), in.programCommand(), in.rewardsCommand(), in.vestingCommand(),
		in.estimateCommand(), in.revenueCommand(), in.buybackCommand(), in.monthCommand(), in.payoutCommand(), in.operatorCommand(), in.doctorCommand(), in.versionCommand(),
	)
	return root
}

// group is a command that only holds others.
func group(use, short string, commands ...*cobra.Command) *cobra.Command {
	c := &cobra.Command{Use: use, Short: short, Args: cobra.NoArgs, RunE: func(c *cobra.Command, _ []string) error {
		var names []string
		for _, sub := range c.Commands() {
			names = append(names, sub.Name())
		}
		return usagef("name what to do: nodeledger %s %s", use, strings.Join(names, "|"))
	}}
	c.AddCommand(commands...)
	return c
}
