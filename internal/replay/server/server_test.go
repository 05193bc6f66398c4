package server_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/internal/replay/server"
	"github.com/nodeledger/nodeledger/internal/synth"
)

const contract = "0x5fbdb2315678afecb367f032d93f642f64180aa3"

func recorded(t *testing.T) (*server.Server, string) {
	t.Helper()
	s, err := server.Load("../../../testdata/gpunet-sale")
	if err != nil {
		t.Fatal(err)
	}
	web := httptest.NewServer(s)
	t.Cleanup(web.Close)
	return s, web.URL
}

func send(t *testing.T, url, body string) (*http.Response, string) {
	t.Helper()
	response, err := http.Post(url, "application/json", strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response, string(text)
}

// ask makes one call; an error of the call is its text.
func ask(t *testing.T, url, method, params string) (json.RawMessage, string) {
	t.Helper()
	_, text := send(t, url, fmt.Sprintf(`{"jsonrpc":"2.0","id":7,"method":%q,"params":%s}`, method, params))
	var answer struct {
		ID     int
		Result json.RawMessage
		Error  struct{ Message string }
	}
	if err := json.Unmarshal([]byte(text), &answer); err != nil || answer.ID != 7 {
		t.Fatalf("%s answers %s", method, text)
	}
	return answer.Result, answer.Error.Message
}

func count(t *testing.T, list json.RawMessage) int {
	t.Helper()
	var items []json.RawMessage
	if err := json.Unmarshal(list, &items); err != nil {
		t.Fatalf("%s: %v", list, err)
	}
	return len(items)
}

// TestAnswers: every method, as a node would answer.
func TestAnswers(t *testing.T) {
	s, url := recorded(t)
	s.SetFinalized(60)
	head := s.Head()
	hash := head.Hash.Hex()
	for _, one := range []struct{ method, params, begins string }{
		{"eth_chainId", `[]`, `"0x7a69"`},
		{"net_version", `[]`, `"31337"`},
		{"eth_blockNumber", `[]`, `"0x45"`},
		{"eth_getCode", `["` + contract + `","latest"]`, `"0x6`},
		{"eth_getCode", `["0x0000000000000000000000000000000000000001","latest"]`, `"0x"`},
		{"eth_getBlockByNumber", `["0x46",false]`, `null`},
		{"eth_getBlockByHash", `["0x` + strings.Repeat("0", 64) + `",false]`, `null`},
		{"eth_getTransactionByHash", `["0x` + strings.Repeat("0", 64) + `"]`, `null`},
		{"eth_getBlockReceipts", `["0x46"]`, `null`},
		{"eth_call", `[{"to":"` + contract + `","data":"0xa2309ff8"},"latest"]`,
			`"0x00000000000000000000000000000000000000000000000000000000000003d2"`},
		{"eth_call", `[{"to":"` + contract + `","input":"0xa2309ff8"},{"blockHash":"` + hash + `"}]`,
			`"0x00000000000000000000000000000000000000000000000000000000000003d2"`},
	} {
		if result, wrong := ask(t, url, one.method, one.params); wrong != "" || !strings.HasPrefix(string(result), one.begins) {
			t.Errorf("%s %s: %s %s", one.method, one.params, result, wrong)
		}
	}
	for _, one := range []struct{ method, params, says string }{
		{"eth_call", `[{"to":"` + contract + `","data":"0xdeadbeef"},"latest"]`, "reverted"},
		{"eth_call", `[{"to":"` + contract + `","data":"0xa2309ff8"},"0x44"]`, "missing trie node"},
		{"eth_sign", `[]`, "does not exist"},
		{"eth_getBlockByNumber", `["sometime",false]`, "not a block"},
		{"eth_getLogs", `[{"fromBlock":"0x5","toBlock":"0x4"}]`, "invalid block range"},
		{"eth_getLogs", `[{"blockHash":"0x` + strings.Repeat("0", 64) + `"}]`, "unknown block"},
	} {
		if _, wrong := ask(t, url, one.method, one.params); !strings.Contains(wrong, one.says) {
			t.Errorf("%s %s: %q", one.method, one.params, wrong)
		}
	}
	for tag, number := range map[string]uint64{"latest": 69, "safe": 60, "finalized": 60, "earliest": 0, "0x17": 23} {
		result, _ := ask(t, url, "eth_getBlockByNumber", `["`+tag+`",false]`)
		if !bytes.Equal(result, s.At(number).Slim) {
			t.Errorf("%s is %.80s", tag, result)
		}
	}
	if result, _ := ask(t, url, "eth_getBlockByHash", `["`+hash+`",true]`); !bytes.Equal(result, head.Full) {
		t.Errorf("by hash: %.80s", result)
	}
	tx := head.Txs[0].Hash.Hex()
	if result, _ := ask(t, url, "eth_getTransactionReceipt", `["`+tx+`"]`); !bytes.Equal(result, head.Receipts[0]) {
		t.Errorf("receipt: %.80s", result)
	}
	if result, _ := ask(t, url, "eth_getTransactionByHash", `["`+tx+`"]`); !bytes.Equal(result, head.Txs[0].JSON) {
		t.Errorf("transaction: %.80s", result)
	}
	if result, _ := ask(t, url, "eth_getBlockReceipts", `["`+hash+`"]`); count(t, result) != 1 {
		t.Errorf("receipts: %.80s", result)
	}
}

// TestLogs: the whole range is the recorded logs.json; address, topics and blocks filter.
func TestLogs(t *testing.T) {
	_, url := recorded(t)
	raw, err := os.ReadFile("../../../testdata/gpunet-sale/logs.json")
	if err != nil {
		t.Fatal(err)
	}
	var want, got []map[string]any
	if err := json.Unmarshal(raw, &want); err != nil {
		t.Fatal(err)
	}
	result, _ := ask(t, url, "eth_getLogs", `[{"fromBlock":"0x0","toBlock":"latest","address":"`+contract+`"}]`)
	if err := json.Unmarshal(result, &got); err != nil {
		t.Fatal(err)
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Fatalf("%d logs, %d recorded", len(got), len(want))
	}
	const paid = `"0xc90d26b4fb421df9062edaab20c9339badd780b9d3eca619a1a4444bddd3ae9a"`
	const buyer = `"0x000000000000000000000000a0ee7a142d267c1f36714e4a8f75612f20a79720"`
	for filter, n := range map[string]int{
		`"topics":[` + paid + `]`:                                  41,
		`"topics":[[` + paid + `],null]`:                           41,
		`"topics":[null,` + buyer + `]`:                            1,
		`"topics":[` + paid + `,` + buyer + `,` + buyer + `]`:      0,
		`"address":["0x0000000000000000000000000000000000000001"]`: 0,
	} {
		result, wrong := ask(t, url, "eth_getLogs", `[{"fromBlock":"0x0","toBlock":"latest",`+filter+`}]`)
		if wrong != "" || count(t, result) != n {
			t.Errorf("%s: %.80s %s", filter, result, wrong)
		}
	}
}

// TestFaults: each one does what it says, and an honest server is honest again.
func TestFaults(t *testing.T) {
	s, url := recorded(t)
	at := &server.At{Block: 23, Log: 1}
	const block23 = `[{"fromBlock":"0x17","toBlock":"0x17"}]`
	logs := func() json.RawMessage { result, _ := ask(t, url, "eth_getLogs", block23); return result }
	receipts := func() json.RawMessage { result, _ := ask(t, url, "eth_getBlockReceipts", `["0x17"]`); return result }
	honestLogs, honestReceipts := logs(), receipts()
	for name, one := range map[string]struct {
		faults server.Faults
		logs   int
	}{
		"left out": {server.Faults{LeaveOut: at}, 1},
		"altered":  {server.Faults{Alter: at}, 2},
		"invented": {server.Faults{Invent: at}, 3},
	} {
		for _, both := range []bool{false, true} {
			one.faults.InReceipts = both
			s.SetFaults(one.faults)
			if got := logs(); bytes.Equal(got, honestLogs) || count(t, got) != one.logs {
				t.Errorf("%s: %s", name, got)
			}
			if got := receipts(); bytes.Equal(got, honestReceipts) == both {
				t.Errorf("%s in receipts %t: %s", name, both, got)
			}
		}
	}
	refused := func(faults server.Faults, method, params, says string) {
		t.Helper()
		s.SetFaults(faults)
		if _, wrong := ask(t, url, method, params); !strings.Contains(wrong, says) {
			t.Errorf("%s: %q", method, wrong)
		}
	}
	const all = `[{"fromBlock":"0x0","toBlock":"latest"}]`
	refused(server.Faults{MaxRange: 10}, "eth_getLogs", all, "limited to a 10 block range")
	refused(server.Faults{MaxResults: 10}, "eth_getLogs", all, "more than 10 results")
	refused(server.Faults{NoBlockReceipts: true}, "eth_getBlockReceipts", `["0x17"]`, "does not exist")
	refused(server.Faults{CodeUnsupported: true}, "eth_getCode", `["`+contract+`","latest"]`, "does not exist")
	refused(server.Faults{NoFinalized: true}, "eth_getBlockByNumber", `["finalized",false]`, "finalized block not found")
	differs := func(faults server.Faults, method, params string) {
		t.Helper()
		s.SetFaults(server.Faults{})
		honest, _ := ask(t, url, method, params)
		s.SetFaults(faults)
		if got, wrong := ask(t, url, method, params); wrong != "" || bytes.Equal(got, honest) {
			t.Errorf("%s: %.80s %s", method, got, wrong)
		}
	}
	differs(server.Faults{WrongHeader: 23}, "eth_getBlockByNumber", `["0x17",false]`)
	differs(server.Faults{WrongTx: 23}, "eth_getBlockByNumber", `["0x17",true]`)
	differs(server.Faults{ChainID: 5}, "eth_chainId", `[]`)
	differs(server.Faults{NoCode: true}, "eth_getCode", `["`+contract+`","latest"]`)
	s.SetFaults(server.Faults{})
	if !bytes.Equal(logs(), honestLogs) || !bytes.Equal(receipts(), honestReceipts) {
		t.Error("it goes on lying")
	}
}

// TestTransportFaults: busy, slow, cut and foreign answers.
func TestTransportFaults(t *testing.T) {
	s, url := recorded(t)
	const one = `{"id":1,"method":"eth_blockNumber"}`
	s.SetFaults(server.Faults{Busy: 1, RetryAfter: "3"})
	if r, _ := send(t, url, one); r.StatusCode != 429 || r.Header.Get("Retry-After") != "3" || s.Calls("429") != 1 {
		t.Errorf("busy: %v", r)
	}
	if r, _ := send(t, url, one); r.StatusCode != 200 {
		t.Errorf("still busy: %v", r)
	}
	s.SetFaults(server.Faults{Truncate: 1})
	if _, text := send(t, url, one); json.Valid([]byte(text)) || text == "" {
		t.Errorf("whole: %s", text)
	}
	s.SetFaults(server.Faults{NotJSON: true})
	if _, text := send(t, url, one); !strings.HasPrefix(text, "<html>") {
		t.Errorf("not a page: %s", text)
	}
	s.SetFaults(server.Faults{Slow: 50 * time.Millisecond})
	began := time.Now()
	if send(t, url, one); time.Since(began) < 50*time.Millisecond {
		t.Error("not slow")
	}
	const two = `[` + one + `,{"id":2,"method":"eth_chainId"}]`
	s.SetFaults(server.Faults{})
	if _, text := send(t, url, two); text != `[{"jsonrpc":"2.0","id":1,"result":"0x45"},{"jsonrpc":"2.0","id":2,"result":"0x7a69"}]` {
		t.Errorf("a batch: %s", text)
	}
	for _, faults := range []server.Faults{{NoBatches: true}, {MaxBatch: 1}} {
		s.SetFaults(faults)
		if _, text := send(t, url, two); !strings.HasPrefix(text, "{") || !strings.Contains(text, "batch") {
			t.Errorf("a batch: %s", text)
		}
	}
	for _, broken := range []string{"{", "[{", "hello"} {
		s.SetFaults(server.Faults{})
		if _, text := send(t, url, broken); !strings.Contains(text, "parse error") {
			t.Errorf("%s: %s", broken, text)
		}
	}
}

// TestSwap: a branch replaces the end of the chain; what left it is there by hash only.
func TestSwap(t *testing.T) {
	made := synth.NodeSale(4, 1)
	s := made.Serve()
	web := httptest.NewServer(s)
	t.Cleanup(web.Close)
	fork := made.Chain.Fork(made.Blocks[4], 1)
	branch := []*server.Block{fork.Add(), fork.Add(), fork.Add()}
	gone := made.Blocks[5]
	if err := s.Swap(branch); err != nil {
		t.Fatal(err)
	}
	if s.Head() != branch[2] || s.At(5) != branch[0] || s.At(4) != made.Blocks[4] || s.At(8) != nil {
		t.Fatalf("the head is block %d", s.Head().Number)
	}
	if result, _ := ask(t, web.URL, "eth_getBlockByHash", `["`+gone.Hash.Hex()+`",false]`); !bytes.Equal(result, gone.Slim) {
		t.Errorf("the block that left: %.80s", result)
	}
	if result, _ := ask(t, web.URL, "eth_getTransactionReceipt", `["`+gone.Txs[0].Hash.Hex()+`"]`); string(result) != "null" {
		t.Errorf("its receipt: %.80s", result)
	}
	s.SetHead(5)
	if s.Head() != branch[0] || s.At(6) != nil {
		t.Error("the head did not go back")
	}
	if s.Swap(branch[2:]) != nil || s.Swap([]*server.Block{branch[0], branch[2]}) == nil || s.Swap(made.Blocks[:1]) == nil {
		t.Error("which branches fit is decided wrongly")
	}
	if _, err := server.New(1, common.Address{}, nil); err == nil {
		t.Error("a chain without blocks is served")
	}
}
