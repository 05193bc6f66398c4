package usage

import (
	"strconv"

	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/problem"
)

// number is the value of a flag that takes a whole number within bounds.
type number struct {
	to          *int
	least, most int
}

// String is the number.
func (n *number) String() string {
	if n.to == nil { // that of the zero value, with which defaults are compared
		return "0"
	}
	return strconv.Itoa(*n.to)
}

// Set takes a number within the bounds.
func (n *number) Set(text string) error {
	value, err := strconv.Atoi(text)
	if err != nil || value < n.least || value > n.most {
		return problem.Invalidf("must be a whole number from %d to %d, not %q", n.least, n.most, text)
	}
	*n.to = value
	return nil
}

// Type is what a flag's value is called where its usage has no better word.
func (n *number) Type() string { return "number" }

// AddNumber gives a command a flag that takes a whole number from least to most.
func AddNumber(c *cobra.Command, to *int, name string, preset int, usage string, least, most int) {
	*to = preset
	c.Flags().Var(&number{to, least, most}, name, usage)
}
