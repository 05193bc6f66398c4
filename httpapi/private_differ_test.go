package httpapi_test

// Books that differ in nothing but what is private: no answer that everybody gets differs, but for hashes.

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"io"
	"maps"
	"math/big"
	"net/http"
	"net/http/httptest"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/httpapi/stream"
	"github.com/nodeledger/nodeledger/internal/samplebooks"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/program/canonical"
	"github.com/nodeledger/nodeledger/wire"
)

// secrets are what a stranger must not find in books.
type secrets struct {
	held   ledger.Wallet
	listed []ledger.Wallet
	word   string // why the wallet is held back, why the books were thawed, why a payment is all right
}

// booksWith are books with secrets of every kind: before their first payout run or, when paid is set, after it.
func booksWith(t *testing.T, s secrets, paid bool) *desk {
	t.Helper()
	d := newDesk(t, fives(60))
	d.earned("7900")
	d.did(d.ann, "/holds", map[string]any{"reference": "hold-1", "wallet": s.held.String(), "reason": s.word}, &wire.Receipt{})
	var list strings.Builder
	for _, w := range s.listed {
		list.WriteString(w.String() + "\n")
	}
	d.did(d.ann, "/sanctions", map[string]any{"reference": "list-1", "name": "list.csv", "text": list.String()}, &wire.Receipt{})
	freeze(t, d.engine, "two blocks")
	d.did(d.ann, "/thaw", map[string]any{"reason": s.word}, &wire.FreezeState{})
	if paid {
		d.letOut("april", "claim")
		d.sees(false, map[ledger.Wallet]*big.Int{samplebooks.Person(77): big.NewInt(5)})
		var open wire.PayoutExceptions
		d.get("/api/v1/payouts/exceptions", &open)
		d.did(d.ann, "/exceptions/resolve", map[string]any{
			"exception": open.Exceptions[0].Key, "reason": s.word, "nature": "expense", "source": "dapp"}, &wire.Receipt{})
	}
	_, err := d.engine.Reconcile(t.Context(), d.chain)
	check(t, err)
	return d
}

// asked are the values of parameters with which every operation that is for everybody is asked for.
var asked = map[string][]string{
	"{wallet}": {deskTreasury}, "{run}": {"april"}, "{month}": {"2024-04"}, "{quarter}": {"2024-Q2"}, "{job}": {"token-epoch", "tge-drop"},
	"{slot}": {"2024-04-20", "2024-04-19T12:00:00Z"}, "{format}": {"csv", "hledger", "safe", "airdrop", "merkle", "propose", "activate"},
	"{path}": {"equity:fund:share", "sale:dust"}, "{sequence}": {"2", "5", "6"}, "{line}": {"0"},
}

// public is every answer that a stranger gets about the books, by path: every operation that is for everybody, for wallets of every
// kind.
// It is an error when an operation never answers.
func (d *desk) public(leftOut ...string) map[string]string {
	d.Helper()
	given := maps.Clone(asked)
	for _, n := range []byte{1, 2, 3, 10, 30, 31, 32, 59, 60, 77, 200} { // buyers of each kind, somebody who was paid, and a stranger
		given["{wallet}"] = append(slices.Clone(given["{wallet}"]), samplebooks.Person(n).String())
	}
	given["{sha256}"] = []string{canonical.Digest(d.engine.Program())}
	answers := map[string]string{"/": d.ask(http.MethodGet, "/").Body.String()}
	var described parameters
	check(d.T, json.Unmarshal(d.ask(http.MethodGet, "/openapi.json").Body.Bytes(), &described))
	for path, operations := range described.Paths {
		o, reads := operations["get"]
		if !reads || len(o.Security) > 0 {
			continue
		}
		reached := false
		for _, p := range filled(path, given) {
			for _, query := range []string{"", "from=1&to=2", "limit=500", "limit=200", "all=true", "quantity=1", "nodes=1",
				"nodes=5&adoption-of=1000",
				"at=2024-05-01", "to=2024-05-01", "format=csv", "format=koinly"} {
				name, _, _ := strings.Cut(query, "=")
				if query != "" && !slices.ContainsFunc(o.Parameters, func(p parameter) bool { return p.In == "query" && p.Name == name }) {
					continue
				}
				query = strings.TrimSuffix("?"+query, "?")
				// A stream never ends by itself; what it has said by then is looked at.
				ctx, cancel := context.WithTimeout(d.Context(), 2*time.Second)
				w := httptest.NewRecorder()
				d.handler.ServeHTTP(w, request(ctx, p+query))
				cancel()
				if raw, err := io.ReadAll(w.Body); err == nil && w.Code == http.StatusOK {
					answers[p+query], reached = string(raw), true
				}
			}
		}
		if !reached && !slices.Contains(leftOut, path) {
			d.Errorf("%s never answered", path)
		}
	}
	return answers
}

// filled is a path with every value for each of its parameters.
func filled(path string, given map[string][]string) []string {
	paths := []string{path}
	for name, values := range given {
		for i := len(paths) - 1; i >= 0; i-- {
			if p := paths[i]; strings.Contains(p, name) {
				paths = slices.Delete(paths, i, i+1)
				for _, v := range values {
					paths = append(paths, strings.Replace(p, name, v, 1))
				}
			}
		}
	}
	return paths
}

// request asks for what comes after the first transaction, when it is the stream.
func request(ctx context.Context, path string) *http.Request {
	r := httptest.NewRequestWithContext(ctx, http.MethodGet, path, nil)
	if path == stream.Route {
		r.Header.Set("Last-Event-ID", "1")
	}
	return r
}

var (
	hashes    = regexp.MustCompile(`\b(0x)?[0-9a-f]{64}\b`)
	treeFile  = regexp.MustCompile(`"tree_file":"0x([0-9a-f]{64})"`)
	booksRoot = regexp.MustCompile(`"books":{"origin":"[^"]*","size":[0-9]+,"root":"0x([0-9a-f]{64})"`)
)

// payloads are contents of inputs in hexadecimal digits.
var payloads = regexp.MustCompile(`"payload":"0x([0-9a-f]*)"`)

var (
	words     = regexp.MustCompile(`[ -~]{4,}`)               // what people can read in bytes
	byteArray = regexp.MustCompile(`\[[0-9]+(,[0-9]+){31}\]`) // a hash as bodies of facts have it
)

// readable is an answer with what can be read in the contents of inputs, and hashes there as elsewhere. How long something is is not in it.
func readable(text string) string {
	return payloads.ReplaceAllStringFunc(text, func(payload string) string {
		raw, _ := hex.DecodeString(payloads.FindStringSubmatch(payload)[1])
		read := strings.Join(words.FindAllString(string(raw), -1), " ")
		return byteArray.ReplaceAllStringFunc(read, func(array string) string {
			var hash [32]byte
			if json.Unmarshal([]byte(array), &hash) != nil {
				return array
			}
			return hex.EncodeToString(hash[:])
		})
	})
}

// hashed are answers without hashes. That of the tree's file and the root of the books stand in the calls that propose the tree and
// activate it as well: the root is a hash over the salted commitments, and the file names it.
func hashed(answers map[string]string) map[string]string {
	out := map[string]string{}
	run := answers["/api/v1/payouts/april"]
	file, root := treeFile.FindStringSubmatch(run), booksRoot.FindStringSubmatch(run)
	for path, text := range answers {
		text = hashes.ReplaceAllString(readable(text), "H")
		for _, glued := range [][]string{file, root} {
			if glued != nil {
				text = strings.ReplaceAll(text, glued[1], "H")
			}
		}
		out[path] = text
	}
	return out
}

// The same books with other secrets answer the same, hashes apart: who is held back and who is on the list, how long the list is, and
// what operators said. TestNoGuessFindsWhoIsHeldBack looks at the hashes.
func TestNoPublicAnswerDiffers(t *testing.T) {
	t.Parallel()
	one, two := samplebooks.Person(1), samplebooks.Person(2)
	const longer = "a court's order, of which nobody must know"
	for name, c := range map[string]struct {
		paid    bool
		a, b    secrets
		leftOut []string
	}{
		"before a run": {false, secrets{one, []ledger.Wallet{two}, secretWord},
			secrets{samplebooks.Person(30), []ledger.Wallet{samplebooks.Person(31), samplebooks.Person(32), samplebooks.Person(200)}, longer},
			[]string{"/api/v1/payouts/{run}", "/api/v1/payouts/{run}/lines", "/api/v1/payouts/{run}/export/{format}",
				"/api/v1/ledger/cash-flow/{wallet}"}}, // nothing moved through a wallet
		"after a run": {true, secrets{one, []ledger.Wallet{two}, secretWord},
			secrets{two, []ledger.Wallet{one, samplebooks.Person(200)}, longer}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := hashed(booksWith(t, c.a, c.paid).public(c.leftOut...))
			want := hashed(booksWith(t, c.b, c.paid).public(c.leftOut...))
			if len(got) < 200 || len(got) != len(want) {
				t.Fatalf("%d answers, %d of the others", len(got), len(want))
			}
			for path, text := range got {
				if text != want[path] {
					at := 0
					for at < min(len(text), len(want[path])) && text[at] == want[path][at] {
						at++
					}
					from := max(at-200, 0)
					t.Errorf("%s tells them apart:\n%.600s\n%.600s", path, text[from:], want[path][min(from, len(want[path])):])
				}
			}
		})
	}
}

// No public answer about a wallet tells whether it is held back, on the sanctions list, or owed too little: all are the same but for
// the numbers, of which each wallet has its own.
func TestWhoWaitsIsOneThing(t *testing.T) {
	t.Parallel()
	d, held, listed, small := withSecrets(t)
	numbers := regexp.MustCompile(`[0-9][0-9.,]*`)
	masked := func(w ledger.Wallet) map[string]string {
		answers := map[string]string{}
		for _, part := range []string{"", "/payouts", "/tokens", "/referrals", "/statement"} {
			text := d.ask(http.MethodGet, "/api/v1/holders/"+w.String()+part).Body.String()
			if part == "/payouts" && !strings.Contains(text, `"state":"waiting"`) {
				t.Fatalf("%s does not wait: %s", w, text)
			}
			text = hashes.ReplaceAllString(strings.ReplaceAll(text, w.String(), "W"), "H")
			answers[part] = numbers.ReplaceAllString(text, "N")
		}
		return answers
	}
	want := masked(small)
	for _, w := range []ledger.Wallet{held, listed} {
		for part, got := range masked(w) {
			if got != want[part] {
				t.Errorf("%s%s\nanother one:\n%s", part, got, want[part])
			}
		}
	}
}
