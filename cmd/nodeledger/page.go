package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"
)

// page is which part of a list is asked for.
type page struct {
	after       string
	limit, most int
	what        string
}

// addFlags gives a command the flags of a list of something: limit of it without the flag, and most at once.
func (p *page) addFlags(c *cobra.Command, what string, limit, most int) {
	p.what, p.most = what, most
	c.Flags().StringVar(&p.after, "after", "", "`cursor` where the page begins: the next of the page before")
	c.Flags().IntVar(&p.limit, "limit", limit, fmt.Sprintf("`number` of %s, %d at most", what, most))
}

// run checks the limit before a command runs.
func (p *page) run(do func(c *cobra.Command, args []string) error) func(*cobra.Command, []string) error {
	return func(c *cobra.Command, args []string) error {
		if p.limit < 1 || p.limit > p.most {
			return usagef("--limit must be 1 to %d", p.most)
		}
		return do(c, args)
	}
}

// writeNext says where a list goes on.
func writeNext(w io.Writer, next string) {
	if next != "" {
		fmt.Fprintf(w, "more with --after %s\n", next)
	}
}
