package usage

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"
)

// Page is which part of a list is asked for.
type Page struct {
	After string // the cursor where it begins; empty: at the beginning
	Limit int    // entries
	most  int
}

// AddFlags gives a command the flags of a list of something: limit of it without the flag, and most at once.
func (p *Page) AddFlags(c *cobra.Command, what string, limit, most int) {
	p.most = most
	c.Flags().StringVar(&p.After, "after", "", "`cursor` where the page begins: the next of the page before")
	c.Flags().IntVar(&p.Limit, "limit", limit, fmt.Sprintf("`number` of %s, %d at most", what, most))
}

// Run checks the limit before a command runs.
func (p *Page) Run(do func(c *cobra.Command, args []string) error) func(*cobra.Command, []string) error {
	return func(c *cobra.Command, args []string) error {
		if p.Limit < 1 || p.Limit > p.most {
			return Errorf("--limit must be 1 to %d", p.most)
		}
		return do(c, args)
	}
}

// WriteNext says where a list goes on.
func WriteNext(w io.Writer, next string) {
	if next != "" {
		fmt.Fprintf(w, "more with --after %s\n", next)
	}
}
