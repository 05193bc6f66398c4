package chain

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"math/big"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
)

// seeds are what nodes answer, and what they should not.
func seeds(t testing.TB) []string {
	t.Helper()
	recorded, err := os.ReadFile("../testdata/gpunet-sale/blocks.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(recorded)), "\n")
	return []string{
		lines[0], lines[23], lines[60],
		`{"address":"0x5fbdb2315678afecb367f032d93f642f64180aa3","topics":["0x` + strings.Repeat("0f", 32) +
			`"],"data":"0xfF","logIndex":"0x10","removed":true,"blockHash":null}`,
		`[{"a":[1,-2.5e+7,true,false,null,"\u00e9\"\\"]},{}]`, `{"data":"0x0"}`, `{"data":"0x"}`, ` [ ] `, `{"a":1,}`, `[1 2]`, `"\\\"`,
		`nul`, `{"x" 1}`, ``,
	}
}

// FuzzReader: whatever encoding/json takes, the reader walks to its end; and a log, a quantity or a header that both
// read is the same.
func FuzzReader(f *testing.F) {
	for _, text := range seeds(f) {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		r := &reader{text: text}
		r.skip()
		err := r.end()
		if json.Valid(text) && err != nil && !strings.Contains(err.Error(), "nested deeper") {
			t.Fatalf("%q: %v", text, err)
		}
		if !json.Valid(text) || bytes.IndexByte(text, '\\') >= 0 {
			return // names with escapes count as unknown
		}
		compareEvent(t, text)
		compareQuantity(t, text)
		compareHeader(t, text)
		readProof(&reader{text: text}) // whatever it is, it ends
	})
}

// compareEvent reads a log with both.
func compareEvent(t *testing.T, text []byte) {
	t.Helper()
	var mine rpcLog
	r := &reader{text: text}
	readLog(r, &mine, new([]byte), true)
	if r.end() != nil {
		return
	}
	var theirs map[string]json.RawMessage
	if err := json.Unmarshal(text, &theirs); err != nil {
		t.Fatalf("%q: read as a log, but %v", text, err)
	}
	field := func(name string) string {
		var value string
		_ = json.Unmarshal(theirs[name], &value) // another type leaves it empty
		return strings.ToLower(strings.TrimPrefix(strings.TrimPrefix(value, "0x"), "0X"))
	}
	if got := field("data"); got != hex.EncodeToString(mine.data) {
		t.Fatalf("%q: data %x, not %s", text, mine.data, got)
	}
	if got := field("address"); got != "" && got != hex.EncodeToString(mine.address[:]) {
		t.Fatalf("%q: address %x, not %s", text, mine.address, got)
	}
	if got := field("logIndex"); got != "" {
		if n, err := strconv.ParseUint(got, 16, 64); err != nil || n != mine.index {
			t.Fatalf("%q: index %d, not %s", text, mine.index, got)
		}
	}
	var topics []string
	if json.Unmarshal(theirs["topics"], &topics) == nil && len(topics) != mine.count {
		t.Fatalf("%q: %d topics, not %d", text, mine.count, len(topics))
	}
	for i, topic := range topics {
		if common.HexToHash(topic) != mine.topics[i] {
			t.Fatalf("%q: topic %d is %s", text, i, mine.topics[i])
		}
	}
}

// compareQuantity reads a lone string as a number with both.
func compareQuantity(t *testing.T, text []byte) {
	t.Helper()
	r := &reader{text: text}
	got := r.quantity(new([]byte))
	if r.end() != nil {
		return
	}
	var value string
	if err := json.Unmarshal(text, &value); err != nil {
		t.Fatal(err)
	}
	want, ok := new(big.Int).SetString("0"+value[2:], 16)
	if !ok || new(big.Int).SetBytes(got).Cmp(want) != 0 || len(got) > 0 && got[0] == 0 {
		t.Fatalf("%q: %x", text, got)
	}
}

// compareHeader reads a block's header with both, where go-ethereum finds it complete.
func compareHeader(t *testing.T, text []byte) {
	t.Helper()
	var theirs types.Header
	if json.Unmarshal(text, &theirs) != nil || theirs.Number == nil {
		return
	}
	var mine block
	r := &reader{text: text}
	readBlock(r, &mine)
	if r.end() != nil {
		return // it is stricter about some values, such as transactions
	}
	var exact map[string]json.RawMessage
	if err := json.Unmarshal(text, &exact); err != nil {
		t.Fatal(err)
	}
	again, err := json.Marshal(&theirs)
	if err != nil {
		t.Fatal(err)
	}
	var known map[string]json.RawMessage
	if err := json.Unmarshal(again, &known); err != nil {
		t.Fatal(err)
	}
	for name := range known {
		if _, ok := exact[name]; !ok && string(known[name]) != "null" {
			return // encoding/json takes names in any case, nodes write them in one
		}
	}
	if mine.header.Hash() != theirs.Hash() {
		t.Fatalf("%q: the header is %+v, not %+v", text, mine.header, theirs)
	}
}

// TestReaderRefuses: what is not what it should be stops the reader, with the place.
func TestReaderRefuses(t *testing.T) {
	hash := `"0x` + strings.Repeat("ab", 32) + `"`
	for _, text := range []string{
		`{"address":"0x12"}`, `{"address":12}`, `{"data":"0x123"}`, `{"data":"123"}`, `{"data":"0xzz"}`, `{"logIndex":"0x10000000000000000"}`,
		`{"topics":[` + strings.Repeat(hash+",", 4) + hash + `]}`, `{"topics":[` + hash, `{"topics":{}}`, `{"data":"0x12"`, `[`, `{"removed":1}`,
		`{"logIndex":"0xg"}`, `{"blockHash":"0x` + strings.Repeat("0g", 32) + `"}`, `{"data" "0x"}`, `{"data":"0x\u0031"}`,
	} {
		r := &reader{text: []byte(text)}
		readLog(r, new(rpcLog), new([]byte), true)
		if err := r.end(); err == nil || !strings.HasPrefix(err.Error(), "byte ") {
			t.Errorf("%s: %v", text, err)
		}
	}
	for _, text := range []string{`"0x` + strings.Repeat("1", 65) + `"`, `"0xg"`, `"0x1g"`, `"1"`, `1`} {
		r := &reader{text: []byte(text)}
		if r.quantity(new([]byte)); r.end() == nil {
			t.Errorf("%s was taken as a number", text)
		}
	}
	deep := &reader{text: []byte(strings.Repeat("[", 300) + strings.Repeat("]", 300))}
	if deep.skip(); deep.err == nil {
		t.Error("there is no bound to nesting")
	}
}

// TestRespond: answers in any order, ids after results, errors of one call and of all.
func TestRespond(t *testing.T) {
	var got [3]string
	ask := func() (calls []*call) {
		for i := range got {
			got[i] = ""
			calls = append(calls, &call{method: "m" + strconv.Itoa(i), params: []byte("[]"), read: func(r *reader) { got[i] = string(r.quoted()) }})
		}
		return calls
	}
	calls := ask()
	if err := respond([]byte(` [{"result":"c","id":2,"jsonrpc":"2.0"},{"id":0,"result":"a"},{"id":1,"error":`+
		`{"code":-32000,"message":"no \"such\" thing","data":{"x":[]}}}] `), calls); err != nil {
		t.Fatal(err)
	}
	if got != [3]string{"a", "", "c"} || calls[1].err == nil || calls[1].err.Error() != `it refuses: no "such" thing (code -32000)` {
		t.Fatal(got, calls[1].err)
	}
	for text, says := range map[string]string{
		`{"id":null,"error":{"code":-32600,"message":"batch too large"}}`:   "batch too large",
		`[{"id":null,"error":{"code":-32600,"message":"batch too large"}}]`: "batch too large",
		`{"error":"rate limited"}`: "rate limited",
		`[{"id":0,"result":"a"}]`:  "m1 was not answered",
		`[{"id":0}]`:               "without a result",
		`[{"id":7,"result":"a"}]`:  "without the id",
		`[{"id":0,"result":"a"},{"id":1,"result":"b"},{"id":2,"result":"c"}`:       "does not end",
		`[{"id":0,"result":"a"},{"id":1,"result":"b"},{"id":2,"result":"c"}] more`: "follows the end",
		`<html>`: "not JSON-RPC",
		``:       "not JSON-RPC",
	} {
		if err := respond([]byte(text), ask()); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%s: %v", text, err)
		}
	}
}
