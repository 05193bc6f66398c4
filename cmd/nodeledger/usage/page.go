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
}

// AddFlags gives a command the flags of a list of something: limit of it without the flag, and most at once.
func (p *Page) AddFlags(c *cobra.Command, what string, limit, most int) {
	c.Flags().StringVar(&p.After, "after", "", "`cursor` where the page begins: the next of the page before")
	AddNumber(c, &p.Limit, "limit", limit, fmt.Sprintf("`number` of %s, %d at most", what, most), 1, most)
}

// WriteNext says where a list goes on.
func WriteNext(w io.Writer, next string) {
	if next != "" {
		fmt.Fprintf(w, "more with --after %s\n", next)
	}
}
