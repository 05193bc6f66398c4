package main

import (
	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/view"
)

// read makes a command that opens the books of the program for reading.
func (in *invocation) read(c *cobra.Command, do func(c *cobra.Command, args []string, e *engine.Engine, of view.AsOf) error) *cobra.Command {
	c.Annotations = readsBooks()
	c.RunE = func(c *cobra.Command, args []string) error {
		e, err := in.openReadOnly(c.Context())
		if err != nil {
			return err
		}
		defer e.Store().Close()
		of, err := view.Now(c.Context(), e)
		if err != nil {
			return err
		}
		return do(c, args, e, of)
	}
	return c
}
