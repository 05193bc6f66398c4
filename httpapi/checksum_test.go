package httpapi_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// Of an address with a digit that is wrong the capitals say so: nothing that takes a wallet takes that one.
const misread = "0x5AAeb6053F3E94C9b9A09f33669435E7Ef1BeAed" // EIP-55's example with its second letter changed

// Every operation that takes a wallet refuses capitals that are not its checksum, and takes it in small letters, in capitals, and
// with the right checksum.
func TestAddressesWithAWrongChecksumAreRefusedEverywhere(t *testing.T) {
	t.Parallel()
	d := newDesk(t, []int64{20, 5})
	right := "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"
	const words = "its capital letters do not fit its digits"
	var api struct {
		Paths map[string]map[string]struct {
			Parameters []struct{ Name, In string }
		}
	}
	check(t, json.Unmarshal(d.ask(http.MethodGet, "/openapi.json").Body.Bytes(), &api))
	fill := strings.NewReplacer("{month}", "2024-04", "{day}", "2024-04-20", "{run}", "none", "{format}", "csv", "{pool}", "validators",
		"{job}", "points", "{slot}", "2024-04-20", "{series}", "points")
	ask := func(method, path string) *httptest.ResponseRecorder {
		if rest, ok := strings.CutPrefix(path, "/api/v1/operator"); ok {
			return d.send(d.ann, strings.ToUpper(method), rest, nil)
		}
		return d.ask(strings.ToUpper(method), path)
	}
	walked := 0
	for path, operations := range api.Paths {
		for method, o := range operations {
			for _, p := range o.Parameters {
				if strings.Contains(path, "/session/") || p.Name != "wallet" && (p.Name != "after" || !strings.HasSuffix(path, "/holders")) {
					continue
				}
				at := func(wallet string) string {
					if p.In == "path" {
						return fill.Replace(strings.ReplaceAll(path, "{wallet}", wallet))
					}
					return fill.Replace(path) + "?" + p.Name + "=" + wallet + map[string]string{"/api/v1/quote": "&quantity=1",
						"/api/v1/estimate": "&nodes=1"}[path]
				}
				walked++
				refused := ask(method, at(misread))
				if refused.Code != http.StatusUnprocessableEntity || !strings.Contains(refused.Body.String(), words) {
					t.Errorf("%s %s: %d %s", method, at(misread), refused.Code, refused.Body)
				}
				for _, good := range []string{right, strings.ToLower(right), "0x" + strings.ToUpper(right[2:])} {
					if w := ask(method, at(good)); strings.Contains(w.Body.String(), words) {
						t.Errorf("%s %s: %d %s", method, at(good), w.Code, w.Body)
					}
				}
			}
		}
	}
	if walked < 8 {
		t.Errorf("only %d parameters are wallets", walked)
	}
	for _, c := range []struct {
		path string
		body map[string]any
	}{
		{"/holds", map[string]any{"reference": "h", "wallet": misread, "reason": "x"}},
		{"/sanctions", map[string]any{"reference": "s", "name": "list.txt", "text": misread + "\n"}},
		{"/operators", map[string]any{"reference": "o", "name": "eve", "label": "x", "wallet": misread, "scopes": []string{"record"}}},
	} {
		d.refuses(d.ann, c.path, c.body, http.StatusUnprocessableEntity, "invalid", words)
	}
	d.did(d.ann, "/holds", map[string]any{"reference": "h", "wallet": right, "reason": "x"}, new(any))
}
