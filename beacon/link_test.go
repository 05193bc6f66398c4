package beacon_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/nodeledger/nodeledger/engine"
)

// spliced is an endpoint that tells one chain, and another one's block at one number.
type spliced struct {
	t         *testing.T
	url, from string
	number    uint64
}

func (s *spliced) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return
	}
	var calls []json.RawMessage
	batch := json.Unmarshal(body, &calls) == nil
	if !batch {
		calls = []json.RawMessage{body}
	}
	answers := make([]string, len(calls))
	for i, call := range calls {
		url := s.url
		if strings.Contains(string(call), "eth_getBlock") && strings.Contains(string(call), fmt.Sprintf(`"0x%x"`, s.number)) {
			url = s.from
		}
		answer, err := http.Post(url, "application/json", bytes.NewReader(call))
		if err != nil {
			s.t.Error(err)
			return
		}
		raw, err := io.ReadAll(answer.Body)
		if err = errors.Join(err, answer.Body.Close()); err != nil {
			s.t.Error(err)
			return
		}
		answers[i] = string(raw)
	}
	w.Header().Set("Content-Type", "application/json")
	text := strings.Join(answers, ",")
	if batch {
		text = "[" + text + "]"
	}
	_, _ = io.WriteString(w, text) // a client that has gone reads nothing
}

// The only endpoint has the block that the consensus proves, and invented what is below it: parent hashes do not lead there, so nothing of
// the stretch is booked, and the endpoint is named.
func TestInventedBlocksBelowTheProvenOne(t *testing.T) {
	t.Parallel()
	s := newSold(t, 60)
	lie := startChain(t)
	buy(t, lie, 77, 60)
	w := &world{T: t}
	url := w.serve(&spliced{t: t, url: lie.URL(), from: s.URL(), number: s.proven()})
	e, _ := s.books(false, url)
	err := e.Sync(t.Context(), nil)
	var f *engine.Fault
	var c *engine.Contradiction
	if !errors.As(err, &f) && !errors.As(err, &c) || !strings.Contains(err.Error(), "http://127.0.0.1:") {
		t.Errorf("%v", err)
	}
	if _, nodes, by := stands(e); nodes != 0 || by == engine.FinalityConsensus {
		t.Errorf("%d nodes are booked, by %q", nodes, by)
	}
}
