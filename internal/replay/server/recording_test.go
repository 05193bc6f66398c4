package server_test

import (
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/nodeledger/nodeledger/internal/replay/server"
)

// chainRun serves one of the small sales, at its URL.
func chainRun(t *testing.T, name string) (*server.Server, string) {
	t.Helper()
	return load(t, filepath.Join("..", "..", "..", "testdata", "chains", name))
}

func load(t *testing.T, dir string) (*server.Server, string) {
	t.Helper()
	s, err := server.Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	web := httptest.NewServer(s)
	t.Cleanup(web.Close)
	return s, web.URL
}

// TestCompressedRun: blocks are read from a compressed file, views answer by block, and the bytes of transactions are served.
func TestCompressedRun(t *testing.T) {
	_, url := chainRun(t, "op")
	for _, one := range []struct{ method, params, want string }{
		{"eth_call", `[{"to":"` + contract + `","data":"0xa2309ff8"},"0x2"]`, `"0x` + strings.Repeat("0", 64) + `"`},
		{"eth_call", `[{"to":"` + contract + `","data":"0xa2309ff8"},"0x6"]`, `"0x` + strings.Repeat("0", 63) + `3"`},
		{"eth_call", `[{"to":"` + contract + `","data":"0xa2309ff8"},"latest"]`, `"0x` + strings.Repeat("0", 61) + `334"`},
		{"eth_getCode", `["` + contract + `","latest"]`, `"0x6001600155"`},
		{"eth_getRawTransactionByHash", `["0x` + strings.Repeat("1", 64) + `"]`, "null"},
	} {
		if result, wrong := ask(t, url, one.method, one.params); string(result) != one.want || wrong != "" {
			t.Errorf("%s%s answers %s, %s", one.method, one.params, result, wrong)
		}
	}
	raw, wrong := ask(t, url, "eth_getRawTransactionByHash", `["0xbefdd11931b057b22b2b95af13f57167a3fb43b9151db57aa4c497536f97552c"]`)
	if !strings.HasPrefix(string(raw), `"0x7ef8f8a0`) || wrong != "" {
		t.Errorf("the bytes of a transaction are %s, %s", raw, wrong)
	}
	if block, wrong := ask(t, url, "eth_getBlockByNumber", `["finalized",false]`); !strings.Contains(string(block), `"number":"0x4b"`) {
		t.Errorf("the final block is %.200s, %s", block, wrong)
	}
}

// TestRunWithoutRawTransactions: a chain whose nodes do not serve the bytes refuses the method.
func TestRunWithoutRawTransactions(t *testing.T) {
	_, url := chainRun(t, "zksync")
	_, wrong := ask(t, url, "eth_getRawTransactionByHash", `["0x`+strings.Repeat("1", 64)+`"]`)
	if !strings.Contains(wrong, "does not exist") {
		t.Errorf("it answers %q", wrong)
	}
}

// TestRunWithoutFinalized: the tag is refused in the recorded words.
func TestRunWithoutFinalized(t *testing.T) {
	_, url := chainRun(t, "nofinal")
	if _, wrong := ask(t, url, "eth_getBlockByNumber", `["finalized",false]`); wrong != "invalid argument 0: hex string without 0x prefix" {
		t.Errorf("it answers %q", wrong)
	}
}

// TestRunWithSeveralContracts: views are of contracts by name, one that reverts says so, and every contract has code.
func TestRunWithSeveralContracts(t *testing.T) {
	dir := t.TempDir()
	blocks, err := os.ReadFile("../../../testdata/chains/op/blocks.jsonl.gz")
	if err != nil {
		t.Fatal(err)
	}
	const nft, unknown = "0x8a791620dd6260079bf849dc5567adc3f2fdc318", "0x1111111111111111111111111111111111111111"
	about := `{"chainId": 10, "contract": "` + contract + `", "contracts": {"sale": "` + contract + `", "nft": "` + nft + `"},
		"views": [{"contract": "nft", "calldata": "0x01020304aa", "answers": [[0, null], [5, "0x07"]]}]}`
	for name, content := range map[string][]byte{"blocks.jsonl.gz": blocks, "meta.json": []byte(about)} {
		if err := os.WriteFile(filepath.Join(dir, name), content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	_, url := load(t, dir)
	for _, one := range []struct{ method, params, want, wrong string }{
		{"eth_call", `[{"to":"` + nft + `","data":"0x01020304aa"},"0x4"]`, "", "execution reverted"},
		{"eth_call", `[{"to":"` + nft + `","data":"0x01020304aa"},"0x5"]`, `"0x07"`, ""},
		{"eth_call", `[{"to":"` + nft + `","data":"0x01020304ab"},"0x5"]`, "", "execution reverted"},
		{"eth_getCode", `["` + nft + `","latest"]`, `"0x6001600155"`, ""},
		{"eth_getCode", `["` + unknown + `","latest"]`, `"0x"`, ""},
	} {
		if result, wrong := ask(t, url, one.method, one.params); string(result) != one.want || wrong != one.wrong {
			t.Errorf("%s%s answers %s, %q", one.method, one.params, result, wrong)
		}
	}
}
