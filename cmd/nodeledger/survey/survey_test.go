package survey_test

import (
	"context"
	"encoding/json"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/cmd/nodeledger/survey"
	"github.com/nodeledger/nodeledger/internal/replay/server"
	"github.com/nodeledger/nodeledger/sale/probe"
)

// serve serves a recorded sale that misbehaves.
func serve(t *testing.T, recording string, faults server.Faults) (s *server.Server, url string, contract common.Address) {
	t.Helper()
	dir := filepath.Join("..", "..", "..", "testdata", "sales", recording)
	s, err := server.Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	s.SetFaults(faults)
	web := httptest.NewServer(s)
	t.Cleanup(web.Close)
	var meta struct{ Contract common.Address }
	text, err := os.ReadFile(filepath.Join(dir, "meta.json"))
	if err == nil {
		err = json.Unmarshal(text, &meta)
	}
	if err != nil {
		t.Fatal(err)
	}
	return s, web.URL, meta.Contract
}

func look(t *testing.T, url string, o survey.Options) *probe.Seen {
	t.Helper()
	seen, err := survey.Look(t.Context(), []string{url}, o)
	if err != nil {
		t.Fatal(err)
	}
	return seen
}

// TestASaleIsSeenWhole: the block of the contract is found, and logs, transactions, tokens and views are fetched, whatever an endpoint
// refuses.
func TestASaleIsSeenWhole(t *testing.T) {
	t.Parallel()
	for what, faults := range map[string]server.Faults{
		"nothing is refused":        {},
		"wide ranges are refused":   {MaxRange: 7},
		"many results are refused":  {MaxResults: 12},
		"batches are refused":       {NoBatches: true},
		"large batches are refused": {MaxBatch: 3},
		"it is busy twice":          {Busy: 2},
		"nothing is called final":   {NoFinalized: true},
	} {
		t.Run(what, func(t *testing.T) {
			t.Parallel()
			_, url, contract := serve(t, "iftiered", faults)
			s := look(t, url, survey.Options{Contracts: []common.Address{contract}})
			if s.Start != 11 || !s.Deployed || s.Head != 72 {
				t.Errorf("blocks %d to %d, made there: %t", s.Start, s.Head, s.Deployed)
			}
			if s.Final == faults.NoFinalized {
				t.Errorf("the chain says what is final: %t", s.Final)
			}
			if len(s.Logs) != 47 || s.Left != 0 {
				t.Errorf("%d logs, %d left out", len(s.Logs), s.Left)
			}
			token := s.Tokens[common.HexToAddress("0x5FbDB2315678afecb367f032d93F642f64180aa3")]
			if token != (probe.Token{Symbol: "USDC", Decimals: 6}) {
				t.Errorf("token %v", token)
			}
			if n := s.Views[contract]["totalPaymentReceived() returns (uint256)"]; n == nil || n.String() != "58151606500" {
				t.Errorf("views %v", s.Views[contract])
			}
			for _, l := range s.Logs {
				if s.Txs[l.TxHash] == nil {
					t.Errorf("transaction %s was not fetched", l.TxHash)
				}
			}
		})
	}
}

// TestASurveyIsBounded: no more logs are kept, and no more transactions fetched, than the options say.
func TestASurveyIsBounded(t *testing.T) {
	t.Parallel()
	served, url, contract := serve(t, "kol", server.Faults{})
	s := look(t, url, survey.Options{Contracts: []common.Address{contract}, Logs: 100, Each: 5, Txs: 8})
	if len(s.Logs) != 100 || s.Left != 96 {
		t.Errorf("%d logs are kept and %d left out", len(s.Logs), s.Left)
	}
	if n := served.Calls("eth_getTransactionReceipt"); len(s.Txs) != 8 || n != 8 {
		t.Errorf("%d transactions, %d receipts asked", len(s.Txs), n)
	}
}

// TestASurveyBeginsWhereItIsTold: with a block to begin at no old state is asked for.
func TestASurveyBeginsWhereItIsTold(t *testing.T) {
	t.Parallel()
	served, url, contract := serve(t, "kol", server.Faults{})
	from := uint64(40)
	s := look(t, url, survey.Options{Contracts: []common.Address{contract}, From: &from})
	if s.Start != 40 || s.Deployed || s.Logs[0].Block < 40 || served.Calls("eth_getCode") != 1 {
		t.Errorf("from block %d, first log in %d, eth_getCode %d times", s.Start, s.Logs[0].Block, served.Calls("eth_getCode"))
	}
}

// TestWhatCannotBeSeenIsSaid: what is wrong, and what to do.
func TestWhatCannotBeSeenIsSaid(t *testing.T) {
	t.Parallel()
	_, url, contract := serve(t, "kol", server.Faults{})
	_, oddly, _ := serve(t, "kol", server.Faults{CodeUnsupported: true})
	for what, c := range map[string]struct {
		urls     []string
		contract common.Address
		want     string
	}{
		"no endpoint":    {nil, contract, "--rpc URL"},
		"nobody there":   {[]string{"http://127.0.0.1:1"}, contract, "does not answer"},
		"no contract":    {[]string{url}, common.HexToAddress("0x01"), "there is no contract at"},
		"no eth_getCode": {[]string{oddly}, contract, "eth_getCode"},
	} {
		_, err := survey.Look(t.Context(), c.urls, survey.Options{Contracts: []common.Address{c.contract}})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", what, err, c.want)
		}
	}
	two := []string{"http://127.0.0.1:1", url}
	if _, err := survey.Look(t.Context(), two, survey.Options{Contracts: []common.Address{contract}}); err != nil {
		t.Errorf("the second endpoint answers: %v", err)
	}
}

// TestASurveyStops: a survey that is no longer wanted asks nothing more.
func TestASurveyStops(t *testing.T) {
	t.Parallel()
	_, url, contract := serve(t, "kol", server.Faults{Slow: time.Hour})
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := survey.Look(ctx, []string{url}, survey.Options{Contracts: []common.Address{contract}}); err == nil {
		t.Error("it ended without an error")
	}
}
