// Command nodeledger keeps the books of a node sale, rebuilds them, and answers from them.
//
// Guarantees:
//   - It exits with 0 when it did what was asked, with 1 and one line on stderr when it was refused or failed, with 2, one line
//     and the code usage when a command, flag or argument was unknown, missing or too much: a value that is wrong exits with 1. With
//     --json the result is one JSON value on stdout, and the line on stderr is the problem document that the API answers.
//   - These commands may change books: buyback record; demo; doctor; month approve, close; operator add, consent, recover, revoke;
//     payout approve, cancel, export, hold, prepare, propose, resolve, sanctions, settle; points reverse, sold, spent; program consent,
//     propose; rebuild; revenue import, record; rewards epoch close, record-scores, plan-tge, record-tge; serve; stake add, end, reverse;
//     sync; vesting grant, release, revoke. Of these, doctor changes books with --thaw only, and serve with --rpc only. Every other command
//     opens them for reading, or not at all. A test walks the commands.
//   - Passwords of databases and keys in the URLs of endpoints do not appear in what it prints or logs.
package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/nodeledger/nodeledger/cmd/nodeledger/build"
)

type wallClock struct{}

func (wallClock) Now() time.Time { return time.Now() }

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second signal ends the process at once
	app := &App{
		Stdout: os.Stdout, Stderr: os.Stderr, Env: os.Getenv, Clock: wallClock{}, Terminal: term.IsTerminal(int(os.Stderr.Fd())),
		Name: name(os.Args[0]),
	}
	status := app.Run(ctx, os.Args[1:])
	os.Exit(status)
}

// name is how a person calls the program that runs as path: go run builds it into a folder that is gone afterwards.
func name(path string) string {
	if strings.Contains(path, "go-build") {
		return "go run ./cmd/nodeledger"
	}
	return path
}

func (in *invocation) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use: "version", Short: "Print version information", Annotations: noBooks(),
		Example: "  nodeledger version\n  nodeledger --version",
		RunE:    func(*cobra.Command, []string) error { return in.printVersion() },
	}
}

func (in *invocation) printVersion() error {
	v := build.Version()
	return in.show(v, func(w io.Writer) {
		fmt.Fprintf(w, "nodeledger %s (%s)\n", v.Version, v.Go)
		if v.Revision != "" {
			fmt.Fprintf(w, "revision %s of %s, modified: %t\n", v.Revision, v.Date, v.Modified)
		}
	})
}
