package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"slices"
	"strings"
	"unicode"

	"github.com/lmittmann/tint"
	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/chain"
	"github.com/nodeledger/nodeledger/cmd/nodeledger/deployment"
	"github.com/nodeledger/nodeledger/cmd/nodeledger/notices"
	"github.com/nodeledger/nodeledger/cmd/nodeledger/proving"
	"github.com/nodeledger/nodeledger/cmd/nodeledger/redact"
	"github.com/nodeledger/nodeledger/cmd/nodeledger/usage"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/wire"
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

// Exit codes. That of a refusal or failure is [problem.Kind.Exit].
const (
	exitDone  = 0
	exitUsage = 2
)

// invocation is one call of the program: the App and what the flags say.
type invocation struct {
	*App
	db      string
	readDB  string // a replica of it; empty: none
	head    string // file; empty: the one beside the books
	program string
	rpc     []string
	proving proving.Flags // of doctor
	json    bool
	verbose bool
	// asksNode says that the command asks a node while it records, where one is named.
	asksNode bool
	command  *cobra.Command // that runs; nil until flags and arguments were found right
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
	ran, err := root.ExecuteContextC(ctx)
	if err == nil {
		return exitDone
	}
	in.json = in.json || slices.Contains(args, "--json") // flags that were not read in full
	if in.isUsage(err) {
		in.printProblem(&problem.Error{Kind: problem.Invalid, Code: codeUsage,
			Text: err.Error() + "; see `" + ran.CommandPath() + " --help`"})
		return exitUsage
	}
	if ctx.Err() != nil && errors.Is(err, context.Canceled) {
		err = problem.New(problem.Unavailable, "stopped", "stopped before the end; run the same command again")
	}
	p := problem.Of(err)
	in.printProblem(p)
	return p.Kind.Exit()
}

// isUsage says whether an error is about the command line itself: a command, a flag or an argument that is unknown, missing or too
// much. A value that is wrong is refused as the API refuses it, and no usage.
func (in *invocation) isUsage(err error) bool {
	var wrong usage.Error
	return errors.As(err, &wrong) || in.command == nil && problem.KindOf(err) == problem.Internal
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

// show prints a result: with --json the same bytes as the API answers, otherwise what text writes.
func (in *invocation) show(result any, text func(w io.Writer)) error {
	var out strings.Builder
	if in.json {
		if err := wire.Encode(&out, result); err != nil {
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
	to := redact.Writer{To: in.Stderr, Redact: in.redact}
	if in.Terminal {
		return slog.New(tint.NewTextHandler(to, &tint.Options{Level: level}))
	}
	return slog.New(slog.NewJSONHandler(to, &slog.HandlerOptions{Level: level, ReplaceAttr: asText}))
}

// asText writes a value of a log as the text that it has for people: a wallet as its address, and not as the numbers of its bytes.
func asText(_ []string, a slog.Attr) slog.Attr {
	if v, ok := a.Value.Any().(fmt.Stringer); ok && a.Value.Kind() == slog.KindAny {
		return slog.String(a.Key, v.String())
	}
	return a
}

func (in *invocation) root() *cobra.Command {
	root := &cobra.Command{
		Use: "nodeledger", Short: "Books of a node sale that anyone can rebuild", SilenceErrors: true, SilenceUsage: true,
		Long: rootLong, Example: rootExample, Annotations: noBooks(),
		PersistentPreRunE: func(c *cobra.Command, _ []string) error {
			if err := usage.FromEnvironment(c, in.Env); err != nil {
				return err
			}
			if err := usage.MissingFlags(c); err != nil {
				return err
			}
			in.command = c
			return nil
		},
	}
	var showVersion bool
	root.RunE = func(c *cobra.Command, args []string) error {
		if showVersion {
			return in.printVersion()
		}
		return usage.MissingCommand(c, args)
	}
	root.Flags().BoolVar(&showVersion, "version", false, "print version information")
	root.CompletionOptions.DisableDefaultCmd = true
	root.SetFlagErrorFunc(usage.FlagError)
	root.SetHelpCommand(helpCommand())
	flags := root.PersistentFlags()
	flags.StringVar(&in.db, "db", "nodeledger.db", "`file` of the books, or postgres://user@host/database (NODELEDGER_DB)")
	flags.StringVar(&in.head, "head-file", "",
		"`file` that keeps the last head of the books outside of them; beside a SQLite file it is there "+
			"by itself, as FILE.head (NODELEDGER_HEAD_FILE)")
	flags.StringVar(&in.program, "program", "",
		"program `file`, or the name of a preset; books that are there are checked against it (NODELEDGER_PROGRAM)")
	flags.StringSliceVar(&in.rpc, "rpc", nil, "`url` of an endpoint; repeat it, or separate several by commas (NODELEDGER_RPC)")
	flags.BoolVar(&in.json, "json", false, "print the result, or the error, as JSON")
	flags.BoolVarP(&in.verbose, "verbose", "v", false, "log to stderr")
	root.AddCommand(
		in.initCommand(),
		in.demoCommand(), in.serveCommand(), in.syncCommand(), in.rebuildCommand(), in.saleCommand(), in.quoteCommand(), in.estimateCommand(),
		in.holderCommand(),
		in.statementCommand(), in.referralCommand(), in.ledgerCommand(), in.programCommand(), in.rewardsCommand(), in.pointsCommand(),
		in.stakeCommand(), in.vestingCommand(),
		in.revenueCommand(), in.buybackCommand(), in.monthCommand(), in.payoutCommand(), in.operatorCommand(), in.outsideAudit(),
		in.doctorCommand(), in.backupCommand(),
		notices.Host{NoBooks: noBooks, ReadsBooks: readsBooks, Books: &in.db, Identity: in.identity, Clock: in.Clock, Show: in.show}.Command(),
		deployment.Host{Annotations: noBooks, Program: &in.program, Endpoints: &in.rpc, Show: in.show}.Command(),
		completionCommand(), manCommand(in), in.versionCommand(),
	)
	walk(root, func(c *cobra.Command) {
		c.Args = usage.CheckArguments
		if c.Long != "" && c.HasParent() {
			c.Long = c.Short + ".\n\n" + c.Long
		}
	})
	return root
}
