package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/cmd/nodeledger/usage"
	"github.com/nodeledger/nodeledger/engine"
)

// booksAnnotation is the key under which a command says what it does with the books. The openers look at it: one that opens
// the books otherwise than its command says fails, and a test walks the commands.
const booksAnnotation = "books"

// What a command does with the books.
const (
	booksNone  = "none"  // it does not open them
	booksRead  = "read"  // it opens them for reading only
	booksWrite = "write" // it may change them
)

func noBooks() map[string]string     { return map[string]string{booksAnnotation: booksNone} }
func readsBooks() map[string]string  { return map[string]string{booksAnnotation: booksRead} }
func writesBooks() map[string]string { return map[string]string{booksAnnotation: booksWrite} }

// mayOpen fails when the command that runs did not say that it opens the books so.
func (in *invocation) mayOpen(how string) error {
	says := in.command.Annotations[booksAnnotation]
	if says == how || says == booksWrite {
		return nil
	}
	return fmt.Errorf("%s says that its access to the books is %q and opens them to %s: this is a bug, please report it",
		usage.Name(in.command), says, how)
}

// walk sees a command and all below it.
func walk(c *cobra.Command, see func(*cobra.Command)) {
	see(c)
	for _, sub := range c.Commands() {
		walk(sub, see)
	}
}

// identity is what the books are of; it is refused where there are none.
func (in *invocation) identity(ctx context.Context) (id engine.Identity, err error) {
	p, err := in.own(ctx)
	if err == nil && p == nil {
		return id, errNoBooks
	}
	if err != nil {
		return id, err
	}
	return engine.IdentityOf(p), nil
}
