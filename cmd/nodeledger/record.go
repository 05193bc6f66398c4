package main

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/engine"
)

// maxScores is the most bytes of a score file.
const maxScores = 64 << 20

// recordCommands write down what operators know and no chain tells.
func (in *invocation) recordCommands() []*cobra.Command {
	var operator, reference string
	scores := &cobra.Command{
		Use: "record FILE", Short: "Record a score file (CSV or JSON): compute, stakes, checks, drills, ratings", Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			rows, err := readScores(args[0])
			if err != nil {
				return err
			}
			return in.recording(c.Context(), func(e *engine.Engine) (bool, error) {
				again, err := e.RecordScores(c.Context(), operator, reference, rows)
				return again, manyRows(args[0], err)
			})
		},
	}
	tge := &cobra.Command{
		Use: "tge INSTANT", Short: "Record when the token is generated, such as 2024-09-01T00:00:00Z", Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			at, err := time.Parse(time.RFC3339, args[0])
			if err != nil {
				return misuse("%q is no instant: write it as 2024-09-01T00:00:00Z", args[0])
			}
			return in.recording(c.Context(), func(e *engine.Engine) (bool, error) {
				return e.RecordTGE(c.Context(), operator, reference, at)
			})
		},
	}
	return in.signed(&operator, &reference, scores, tge)
}

// signed gives commands the flags that say who records and what the operator calls it.
func (in *invocation) signed(operator, reference *string, commands ...*cobra.Command) []*cobra.Command {
	for _, c := range commands {
		c.Flags().StringVar(operator, "operator", "", "`name` of who records it, in lower-case letters")
		c.Flags().StringVar(reference, "reference", "", "what the operator calls it: the same `reference` is recorded once")
		for _, flag := range []string{"operator", "reference"} {
			if err := c.MarkFlagRequired(flag); err != nil {
				panic(err) // the flags are those of the lines above
			}
		}
	}
	return commands
}

// manyRows keeps the promise of one line on stderr where several rows are wrong.
func manyRows(file string, err error) error {
	if err == nil || !strings.Contains(err.Error(), "\n") {
		return err
	}
	lines := strings.Split(err.Error(), "\n")
	return fmt.Errorf("%s: %d rows are wrong, nothing was recorded: %s", file, len(lines), strings.Join(lines, "; "))
}

// readScores reads a file of rows: JSON, a list of {wallet, what, value, at}, or CSV with a header of these columns.
func readScores(path string) ([]engine.ScoreRow, error) {
	f, err := os.Open(filepath.Clean(path))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	raw, err := io.ReadAll(io.LimitReader(f, maxScores+1))
	if err != nil {
		return nil, err
	}
	if len(raw) > maxScores {
		return nil, fmt.Errorf("%s has more than %d MiB: split it", path, maxScores>>20)
	}
	if text := strings.TrimSpace(string(raw)); strings.HasPrefix(text, "[") {
		var rows []engine.ScoreRow
		d := json.NewDecoder(strings.NewReader(text))
		d.DisallowUnknownFields()
		if err := d.Decode(&rows); err != nil {
			return nil, fmt.Errorf("%s is no list of {wallet, what, value, at}: %w", path, err)
		}
		return rows, nil
	}
	table := csv.NewReader(strings.NewReader(string(raw)))
	lines, err := table.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	header := []string{"wallet", "what", "value", "at"}
	if len(lines) == 0 || !slices.Equal(lines[0], header) {
		return nil, fmt.Errorf("%s: its first line is not %s", path, strings.Join(header, ","))
	}
	var rows []engine.ScoreRow
	var bad []error
	for i, line := range lines[1:] {
		at, err := time.Parse(time.RFC3339, line[3])
		if err != nil {
			bad = append(bad, fmt.Errorf("row %d: %q is no instant, write it as 2024-06-01T00:00:00Z", i+1, line[3]))
		}
		rows = append(rows, engine.ScoreRow{Wallet: line[0], What: line[1], Value: line[2], At: at})
	}
	return rows, manyRows(path, errors.Join(bad...))
}
