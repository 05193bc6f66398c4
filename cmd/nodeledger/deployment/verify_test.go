package deployment

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/nodeledger/nodeledger/contracts"
	"github.com/nodeledger/nodeledger/contracts/nodesale"
)

// endpoint is one that says what a test wants to calls, and the code of a sale to whoever asks for one.
func endpoint(t *testing.T, calls func(data []byte) string) (url string, asked *atomic.Int64) {
	t.Helper()
	asked = new(atomic.Int64)
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var question struct {
			ID     json.RawMessage
			Method string
			Params []json.RawMessage
		}
		if err := json.NewDecoder(r.Body).Decode(&question); err != nil {
			t.Error(err)
		}
		asked.Add(1)
		result := `"0x1"`
		switch question.Method {
		case "eth_getBlockByNumber":
			result = `{"number":"0x10","timestamp":"0x65000000"}`
		case "eth_getCode":
			result = fmt.Sprintf("%q", hexutil.Encode(contracts.RuntimeOf("NodeSale").Code))
		case "eth_call":
			var call struct{ Data hexutil.Bytes }
			if err := json.Unmarshal(question.Params[0], &call); err != nil {
				t.Error(err)
			}
			result = calls(call.Data)
		}
		w.Header().Set("Content-Type", "application/json")
		fmt.Fprintf(w, `{"jsonrpc":"2.0","id":%s,"result":%s}`, question.ID, result)
	}))
	t.Cleanup(s.Close)
	return s.URL, asked
}

// words is an answer of so many words that are all the same.
func words(word string, n int) string { return fmt.Sprintf(`"0x%s"`, strings.Repeat(word, n)) }

// Whatever an endpoint says, it is asked an end of questions, and what is not understood is said.
func TestBadEndpoints(t *testing.T) {
	t.Parallel()
	count := nodesale.NewNodeSale().PackTierCount()
	zero, one := strings.Repeat("0", 64), strings.Repeat("0", 63)+"1"
	for name, test := range map[string]struct {
		calls func([]byte) string
		want  string // of the refusal; empty: there is none
	}{
		"tiers without end": {func(data []byte) string {
			if string(data) == string(count) {
				return words(strings.Repeat("0", 56)+"ffffffff", 1)
			}
			return words(zero, 4)
		}, ""},
		"nothing":       {func([]byte) string { return `"0x"` }, "answers what is not understood"},
		"half a word":   {func([]byte) string { return `"0x00"` }, "answers what is not understood"},
		"null":          {func([]byte) string { return "null" }, "does not answer"},
		"no bytes":      {func([]byte) string { return `"zz"` }, "does not answer"},
		"all bits":      {func([]byte) string { return words(strings.Repeat("f", 64), 4) }, "answers what is not understood"},
		"words of ones": {func([]byte) string { return words(one, 4) }, ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			url, asked := endpoint(t, test.calls)
			v := &verifier{}
			v.add(target{address: common.Address{1}})
			check, err := v.look(t.Context(), []string{url})
			switch {
			case test.want != "" && (err == nil || !strings.Contains(err.Error(), test.want)):
				t.Errorf("%v", err)
			case test.want == "" && (err != nil || check.OK):
				t.Errorf("%+v, %v", check, err)
			}
			if n := asked.Load(); n > mostLooked+100 {
				t.Errorf("it was asked %d times", n)
			}
		})
	}
}
