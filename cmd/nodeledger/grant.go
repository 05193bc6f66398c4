package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/engine"
)

// grantCommands record grants of tokens that vest, their ends, and what holders took.
func (in *invocation) grantCommands() []*cobra.Command {
	s := &signer{in: in}
	var at string
	instant := func() (time.Time, error) {
		t, err := time.Parse(time.RFC3339, at)
		if err != nil {
			return t, usagef("--at %q is no instant: write it as 2024-09-01T00:00:00Z", at)
		}
		return t, nil
	}
	grant := &cobra.Command{
		Use: "grant FILE", Short: "Record a grant: a JSON file with name, wallet, total, and a schedule or its terms", Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			f, err := os.Open(filepath.Clean(args[0]))
			if err != nil {
				return err
			}
			defer f.Close()
			var terms engine.GrantTerms
			d := json.NewDecoder(f)
			d.DisallowUnknownFields()
			if err := d.Decode(&terms); err != nil {
				return fmt.Errorf("%s is no grant {name, wallet, total, schedule | start, at_start, cliff, duration, step, begins}: %w", args[0], err)
			}
			return s.record(c, func(e *engine.Engine, by engine.By) (bool, error) {
				return e.RecordGrant(c.Context(), by, s.reference, terms)
			})
		},
	}
	revoke := &cobra.Command{
		Use: "revoke GRANT", Short: "Record the end of a grant: what is not vested by then goes back", Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			t, err := instant()
			if err != nil {
				return err
			}
			return s.record(c, func(e *engine.Engine, by engine.By) (bool, error) {
				return e.RecordRevocation(c.Context(), by, s.reference, args[0], t)
			})
		},
	}
	release := &cobra.Command{
		Use: "release GRANT AMOUNT", Short: "Record that a holder took vested tokens, in whole tokens", Args: cobra.ExactArgs(2),
		RunE: func(c *cobra.Command, args []string) error {
			t, err := instant()
			if err != nil {
				return err
			}
			return s.record(c, func(e *engine.Engine, by engine.By) (bool, error) {
				return e.RecordRelease(c.Context(), by, s.reference, args[0], args[1], t)
			})
		},
	}
	for _, c := range []*cobra.Command{revoke, release} {
		c.Flags().StringVar(&at, "at", "", "the `instant`, such as 2024-09-01T00:00:00Z")
	}
	s.addFlags(true, grant, revoke, release)
	return []*cobra.Command{grant, revoke, release}
}
