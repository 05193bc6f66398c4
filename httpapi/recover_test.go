package httpapi_test

import (
	"fmt"
	"maps"
	"net/http"
	"strings"
	"sync"
	"testing"

	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/nodeledger/nodeledger/internal/fakechain"
	"github.com/nodeledger/nodeledger/internal/pgtest"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/wire"
)

// heir is a recovery wallet.
func heir(t *testing.T, seed byte) (address string, sign func(text string) string) {
	t.Helper()
	key, err := crypto.ToECDSA(append(make([]byte, 31), seed))
	check(t, err)
	return strings.ToLower(crypto.PubkeyToAddress(key.PublicKey).Hex()), func(text string) string {
		hash := operator.SignedHash(text)
		signature, err := crypto.Sign(hash[:], key)
		check(t, err)
		return hexutil.Encode(signature)
	}
}

// Two of three recovery wallets give somebody a key over the API, and nobody is signed in for it. Nothing else does.
func TestRecoveryOverTheAPI(t *testing.T) {
	t.Parallel()
	for database, dsn := range map[string]string{"sqlite": t.TempDir() + "/books.db", "postgresql": pgtest.URL(t)} {
		t.Run(database, func(t *testing.T) {
			one, signOne := heir(t, 1)
			two, signTwo := heir(t, 2)
			three, _ := heir(t, 3)
			_, signOther := heir(t, 4)
			d := deskOf(t, dsn, fakechain.New(0), deskProgram+fmt.Sprintf("operators: { recovery: [%q, %q, %q] }\n", one, two, three))
			erin := map[string]any{"name": "erin", "label": "laptop", "token": operator.TokenKey(deskToken("E")), "scopes": []string{"admin"}}
			var text wire.ToSign
			d.did("", "/recover/text", erin, &text)
			with := func(change map[string]any, after uint64, signatures ...string) map[string]any {
				body := maps.Clone(erin)
				maps.Copy(body, change)
				body["after"], body["signatures"] = after, signatures
				return body
			}
			a, b := signOne(text.Statement), signTwo(text.Statement)
			frank := map[string]any{"name": "frank"}
			for _, bad := range []map[string]any{
				with(nil, text.After, a), with(nil, text.After, a, a), with(nil, text.After, a, signOther(text.Statement)),
				with(frank, text.After, a, b), with(map[string]any{"scopes": []string{"admin", "record"}}, text.After, a, b),
				with(nil, text.After-1, a, b), with(nil, text.After, a, signTwo(text.Statement+".")),
			} {
				d.refuses("", "/recover", bad, 401, "not-authenticated", "")
			}
			d.refuses(d.ann, "/recover", with(nil, text.After, a), 401, "not-authenticated", "1 of the 3 recovery wallets")
			d.refuses("", "/recover", with(nil, 999, a, b), 401, "not-authenticated", "2 facts, and not 999")
			d.refuses("", "/recover", with(nil, text.After, a, "0x12"), 422, "invalid", "a signature must be")
			d.refuses("", "/recover", with(nil, text.After, a, b, a, b), 422, "invalid", "")
			d.refuses("", "/recover", with(nil, text.After), 422, "invalid", "")
			d.refuses("", "/recover/text", map[string]any{"name": "ann", "label": "x", "token": operator.TokenKey(deskToken("X")),
				"scopes": []string{"admin"}}, 403, "forbidden", "ann has a key")
			long := with(map[string]any{"label": strings.Repeat("x", 20<<10)}, text.After, a, b)
			d.refuses("", "/recover", long, http.StatusRequestEntityTooLarge, "too-large", "")

			var receipt wire.Receipt
			d.did("", "/recover", with(nil, text.After, a, b), &receipt)
			var who wire.Session
			if d.who(deskToken("E"), &who); who.Operator != "erin" {
				t.Errorf("%+v", who)
			}
			d.refuses("", "/recover", with(nil, text.After, a, b), 401, "not-authenticated", "") // once more
		})
	}
}

// Where the program names nobody, nobody recovers; and many who try at once are sent away.
func TestNobodyRecoversElsewhere(t *testing.T) {
	t.Parallel()
	d := newDesk(t, []int64{1})
	erin := map[string]any{"name": "erin", "label": "laptop", "token": operator.TokenKey(deskToken("E")), "scopes": []string{"admin"}}
	d.refuses("", "/recover/text", erin, 409, "not-in-program", "names no recovery wallets")
	erin["after"], erin["signatures"] = 1, []string{"0x" + strings.Repeat("11", 65)}
	var asking sync.WaitGroup
	for range 20 {
		asking.Go(func() {
			if p := d.problem(d.send("", http.MethodPost, "/recover", erin)); p.Code != "not-in-program" && p.Code != "too-many-requests" {
				t.Errorf("%+v", p)
			}
		})
	}
	asking.Wait()
}
