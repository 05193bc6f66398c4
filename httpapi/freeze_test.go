package httpapi_test

import (
	"context"
	"testing"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/internal/samplebooks"
)

// writerOf writes to the books of an engine behind its back.
func writerOf(e *engine.Engine) engine.Writer { return e.Reader().(engine.Writer) }

// freeze freezes books, as a contradiction would.
func freeze(t testing.TB, e *engine.Engine, why string) {
	t.Helper()
	state, err := e.Reader().State(t.Context())
	check(t, err)
	_, err = writerOf(e).Commit(t.Context(), engine.Commit{
		Seen: state.Position,
		Inputs: []engine.Taken{{Input: fold.IncidentInput(&engine.Incident{Time: samplebooks.Soon.At, Text: why,
			Evidence: map[string]string{"books": "0x01", "chain": "0x02"}})}},
	})
	check(t, err)
	check(t, e.Reload(context.Background()))
}

func check(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
