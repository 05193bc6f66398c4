package chain_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/internal/replay/server"
	"github.com/nodeledger/nodeledger/internal/synth"
	"github.com/nodeledger/nodeledger/program"
)

// alteringServer stands between a watcher and an honest server and changes results on the way, as decoded JSON.
type alteringServer struct {
	honest http.Handler
	change func(method string, params []any, result any) any
}

func (w *alteringServer) ServeHTTP(out http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	type request struct {
		ID     int
		Method string
		Params []any
	}
	var asked []request
	if json.Unmarshal(body, &asked) != nil {
		asked = make([]request, 1)
		_ = json.Unmarshal(body, &asked[0]) // it is the watcher's own
	}
	r.Body = io.NopCloser(bytes.NewReader(body))
	behind := httptest.NewRecorder()
	w.honest.ServeHTTP(behind, r)
	var answers []map[string]any
	batch := json.Unmarshal(behind.Body.Bytes(), &answers) == nil
	if !batch {
		answers = make([]map[string]any, 1)
		_ = json.Unmarshal(behind.Body.Bytes(), &answers[0]) // the server's own
	}
	for _, a := range answers {
		for _, q := range asked {
			if float64(q.ID) == a["id"] && a["result"] != nil {
				a["result"] = w.change(q.Method, q.Params, a["result"])
			}
		}
	}
	var text []byte
	if batch {
		text, _ = json.Marshal(answers)
	} else {
		text, _ = json.Marshal(answers[0])
	}
	_, _ = out.Write(text)
}

// inLogs changes the answers of eth_getLogs that have logs of a block.
func inLogs(block string, change func(logs []any) []any) func(string, []any, any) any {
	return func(method string, _ []any, result any) any {
		logs, ok := result.([]any)
		if method != "eth_getLogs" || !ok {
			return result
		}
		for _, log := range logs {
			if log.(map[string]any)["blockNumber"] == block {
				return change(logs)
			}
		}
		return result
	}
}

// field changes one field of the second log of block 6.
func field(name string, value any) func(string, []any, any) any {
	return inLogs("0x6", func(logs []any) []any {
		for _, log := range logs {
			if one := log.(map[string]any); one["blockNumber"] == "0x6" && one["logIndex"] == "0x1" {
				one[name] = value
			}
		}
		return logs
	})
}

// TestEveryField: whichever field of a log eth_getLogs alters, it is said which, far from the head and near it.
func TestEveryField(t *testing.T) {
	made := synth.PaymentHandler(6, 2)
	last := made.Blocks[len(made.Blocks)-1].Number
	other := "0x" + strings.Repeat("12", 32)
	for name, one := range map[string]struct {
		change func(string, []any, any) any
		text   string
	}{
		"address":           {field("address", "0x"+strings.Repeat("12", 20)), "altered the address of log 1"},
		"topics":            {field("topics", []string{made.Topics[0].Hex(), other}), "altered the topics of log 1"},
		"more topics":       {field("topics", []string{made.Topics[0].Hex(), other, other}), "altered the topics of log 1"},
		"data":              {field("data", "0x"), "altered the data of log 1"},
		"transaction index": {field("transactionIndex", "0x1"), "altered the transaction index of log 1"},
		"removed":           {field("removed", true), "calls log 1 removed"},
		"transaction hash":  {field("transactionHash", other), "altered the transaction hash of log 1"},
		"block hash":        {field("blockHash", other), "altered the block hash of log 1"},
		"log index":         {field("logIndex", "0x9"), "left out log 1"},
		"twice":             {inLogs("0x6", func(logs []any) []any { return append(logs[:1:1], logs...) }), "invented log"},
	} {
		for _, final := range []bool{true, false} {
			w := dial(t, options(t, made, &alteringServer{made.Serve(), one.change}))
			_, err := w.Prove(t.Context(), start(1), last, final)
			f := fault(t, err)
			if name == "twice" && final { // the first log of the whole answer
				if !strings.HasPrefix(f.Text, "its eth_getLogs invented log") {
					t.Errorf("%s, final %t: %v", name, final, err)
				}
				continue
			}
			if f.Block != 6 || !strings.HasPrefix(f.Text, "its eth_getLogs "+one.text) {
				t.Errorf("%s, final %t: %v", name, final, err)
			}
		}
	}
	for name, number := range map[string]string{"a block above the range": "0x99", "a block below it": "0x0"} {
		w := dial(t, options(t, made, &alteringServer{made.Serve(), field("blockNumber", number)}))
		if _, err := w.Prove(t.Context(), start(1), last, true); !strings.Contains(fault(t, err).Text, "invented a log") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestLogsOutOfOrder: the order of an answer is not a promise.
func TestLogsOutOfOrder(t *testing.T) {
	made := synth.PaymentHandler(6, 2)
	last := made.Blocks[len(made.Blocks)-1].Number
	backwards := func(logs []any) []any { slices.Reverse(logs); return logs }
	for _, final := range []bool{true, false} {
		w := dial(t, options(t, made, &alteringServer{made.Serve(), inLogs("0x6", backwards)}))
		proven, err := w.Prove(t.Context(), start(1), last, final)
		if err != nil {
			t.Fatal(err)
		}
		holds(t, made, proven)
		if len(w.FaultyAnswers()) != 0 {
			t.Fatal(w.FaultyAnswers())
		}
	}
}

// TestTransactionKeptBack: a block with fewer transactions than receipts is a fault at every level that looks.
func TestTransactionKeptBack(t *testing.T) {
	made := synth.PaymentHandler(6, 2)
	last := made.Blocks[len(made.Blocks)-1].Number
	for _, level := range []program.ProofLevel{program.ProofFull, program.ProofEvents} {
		for name, kept := range map[string]func([]any) []any{
			"one": func(txs []any) []any { return txs[:1] },
			"only their hashes": func(txs []any) []any {
				for i := range txs {
					txs[i] = txs[i].(map[string]any)["hash"]
				}
				return txs
			},
		} {
			o := options(t, made, &alteringServer{made.Serve(), func(_ string, params []any, result any) any {
				block, ok := result.(map[string]any)
				if ok && block["number"] == "0x6" && block["transactions"] != nil && params[1] == true {
					block["transactions"] = kept(block["transactions"].([]any))
				}
				return result
			}})
			o.Level = level
			if _, err := dial(t, o).Prove(t.Context(), start(1), last, true); fault(t, err).Block != 6 {
				t.Errorf("%s, %s: %v", level, name, err)
			}
		}
	}
}

// TestBranchMovesWhileRead: numbers that mean another branch by the time they are asked for are asked for by hash.
func TestBranchMovesWhileRead(t *testing.T) {
	made, branch := forkedSale(t)
	last := made.Blocks[len(made.Blocks)-1]
	s := made.Serve()
	elsewhere := func(method string, params []any, result any) any {
		if block, ok := result.(map[string]any); ok && method == "eth_getBlockByNumber" && block["number"] == numberOf(branch[1]) {
			var other any
			if err := json.Unmarshal(branch[1].Slim, &other); err != nil {
				t.Error(err)
			}
			return other
		}
		return result
	}
	w := dial(t, options(t, made, &alteringServer{s, elsewhere}))
	proven, err := w.Prove(t.Context(), start(1), last.Number, false)
	if err != nil || proven.Last.Hash != last.Hash {
		t.Fatal(proven.Last, err)
	}
	holds(t, made, proven)
}

// TestAnotherBlockForAHash: a block that is whole and right, but not the one that was asked for, is a fault.
func TestAnotherBlockForAHash(t *testing.T) {
	made, branch := forkedSale(t)
	last := made.Blocks[len(made.Blocks)-1]
	asked := made.Blocks[len(made.Blocks)-2]
	w := dial(t, options(t, made, &alteringServer{made.Serve(), func(method string, params []any, result any) any {
		if method == "eth_getBlockByHash" && params[0] == asked.Hash.Hex() {
			var other any
			if err := json.Unmarshal(branch[1].Full, &other); err != nil {
				t.Error(err)
			}
			return other
		}
		return result
	}}))
	_, err := w.Prove(t.Context(), start(1), last.Number, false)
	if f := fault(t, err); f.Block != asked.Number || !strings.Contains(f.Text, "when asked for "+asked.Hash.Hex()) {
		t.Fatal(err)
	}
}

func numberOf(b *server.Block) string {
	var head struct{ Number string }
	if err := json.Unmarshal(b.Slim, &head); err != nil {
		panic(err)
	}
	return head.Number
}

// TestAdminElsewhere: an endpoint that says that an admin transaction is in another block is found out there.
func TestAdminElsewhere(t *testing.T) {
	made := synth.PaymentHandler(6, 2)
	last := made.Blocks[len(made.Blocks)-1].Number
	lying := &alteringServer{made.Serve(), func(method string, _ []any, result any) any {
		if method == "eth_getTransactionByHash" {
			result.(map[string]any)["blockNumber"] = "0x4"
		}
		return result
	}}
	o := options(t, made, lying)
	o.Watch.Admin = made.Admin
	_, err := dial(t, o).Prove(t.Context(), start(1), last, true)
	if f := fault(t, err); f.Block != 4 || !strings.Contains(f.Text, made.Admin[0].Hex()) {
		t.Fatal(err)
	}
	both := options(t, made, lying, made.Serve())
	both.Watch.Admin = made.Admin
	proven := whole(t, dial(t, both), 1, last)
	var found []common.Hash
	for _, tx := range proven.Blocks[0].Facts.Txs {
		found = append(found, tx.Hash)
	}
	if !slices.Equal(found, made.Admin) {
		t.Fatalf("the admin transactions are %v", found)
	}
}

// TestForkBeatsLie: when one endpoint says that what is final forked and the other one's answer does not hold, it forked.
func TestForkBeatsLie(t *testing.T) {
	made, branch := forkedSale(t)
	elsewhere, lying := made.Serve(), made.Serve()
	if err := elsewhere.Swap(branch); err != nil {
		t.Fatal(err)
	}
	at := branch[0].Number
	parent := engine.Header{Number: at, Hash: made.Blocks[at].Hash}
	before := engine.Header{Number: at - 1, Hash: made.Blocks[at-1].Hash}
	lying.SetFaults(server.Faults{LeaveOut: &server.At{Block: at + 1}})
	for _, order := range [][]http.Handler{{elsewhere, lying}, {lying, elsewhere}} {
		w := dial(t, options(t, made, order...))
		if _, err := w.Prove(t.Context(), parent, at+2, true); !errors.Is(err, engine.ErrForked) {
			t.Errorf("it gives %v", err)
		}
		if proven, err := w.Prove(t.Context(), before, at+2, true); err != nil || proven.Last.Hash != branch[2].Hash {
			t.Errorf("from where they part: %v", err)
		}
	}
}
