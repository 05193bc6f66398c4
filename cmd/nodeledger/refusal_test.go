package main

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/httpapi/operation"
)

// refusal is something that is refused: on the command line, through the API, or through both.
type refusal struct {
	what string
	line string // the command line after "nodeledger"; empty: none has this request
	call string // "GET /path" or "POST /path {body}"; empty: none has it
	by   string // whose token goes with it; empty: nobody's

	exit   int
	status int
	code   string
	text   string // is in both texts; what names a flag on one side and a field on the other is left out
}

// The refusals. One that both sides can be asked for has one row, so the same code, status and text.
var refusals = []refusal{
	{`a quantity of none`, `quote --quantity 0`, `GET /api/v1/quote?quantity=0`, ``, 0, 0, "", ``},
	{`a quantity that is no number`, `quote --quantity many`, `GET /api/v1/quote?quantity=many`, ``, 0, 0, "", ``},
	{`a negative quantity`, `quote --quantity=-1`, `GET /api/v1/quote?quantity=-1`, ``, 0, 0, "", ``},
	{`a quantity past every sale`, `quote --quantity 1000000000000000000000000000000`, `GET /api/v1/quote?quantity=1000000000000000000000000000000`, ``, 0, 0, "", ``},
	{`more nodes than a wallet can have`, `quote --quantity 5000`, `GET /api/v1/quote?quantity=5000`, ``, 0, 0, "", ``},
	{`an unknown referral code`, `quote --quantity 1 --code nobody`, `GET /api/v1/quote?quantity=1&code=nobody`, ``, 0, 0, "", ``},
	{`the buyer's own code`, `quote --quantity 1 --code moonshot --wallet OWNER`, `GET /api/v1/quote?quantity=1&code=moonshot&wallet=OWNER`, ``, 0, 0, "", ``},
	{`a quote for a wallet that is not valid`, `quote --quantity 1 --wallet 0x12`, `GET /api/v1/quote?quantity=1&wallet=0x12`, ``, 0, 0, "", ``},
	{`a holder that is not a wallet`, `holder somebody`, `GET /api/v1/holders/somebody`, ``, 0, 0, "", ``},
	{`a holder with a wrong checksum`, `holder 0x5FbDB2315678afecb367f032d93F642f64180aA3`, `GET /api/v1/holders/0x5FbDB2315678afecb367f032d93F642f64180aA3`, ``, 0, 0, "", ``},
	{`too many entries`, `holder WALLET --entries 5000`, ``, ``, 0, 0, "", ``},
	{`a statement of no wallet`, `statement 0x12`, `GET /api/v1/holders/0x12/statement`, ``, 0, 0, "", ``},
	{`a statement that begins at no time`, `statement WALLET --from yesterday`, `GET /api/v1/holders/WALLET/statement?from=yesterday`, ``, 0, 0, "", ``},
	{`a statement that ends before it begins`, `statement WALLET --from 2026-03-01 --to 2026-02-01`, `GET /api/v1/holders/WALLET/statement?from=2026-03-01&to=2026-02-01`, ``, 0, 0, "", ``},
	{`two formats of a statement`, `statement WALLET --csv`, ``, ``, 0, 0, "", ``},
	{`credits of no wallet`, `referral credits 0x12`, `GET /api/v1/holders/0x12/referrals`, ``, 0, 0, "", ``},
	{`credits after no cursor`, `referral credits WALLET --after nowhere`, `GET /api/v1/holders/WALLET/referrals?after=nowhere`, ``, 0, 0, "", ``},
	{`a leaderboard of nobody`, `referral leaderboard --top 0`, ``, ``, 0, 0, "", ``},
	{`a month that is not closed`, `month show 2026-11`, `GET /api/v1/months/2026-11`, ``, 0, 0, "", ``},
	{`a month that is not a month`, `month show 2026-13`, `GET /api/v1/months/2026-13`, ``, 0, 0, "", ``},
	{`a month explained to no wallet`, `month show 2026-02 --explain 0x12`, `GET /api/v1/months/2026-02/holders/0x12`, ``, 0, 0, "", ``},
	{`a month explained to who had nothing`, `month show 2026-02 --explain NOBODY`, `GET /api/v1/months/2026-02/holders/NOBODY`, ``, 0, 0, "", ``},
	{`a quarter that is not a quarter`, `buyback quarter 2026-Q5`, `GET /api/v1/quarters/2026-Q5`, ``, 0, 0, "", ``},
	{`an epoch that is not closed`, `rewards epoch 2027-01-01`, `GET /api/v1/epochs/epoch/2027-01-01`, ``, 0, 0, "", ``},
	{`an epoch of no day`, `rewards epoch someday`, `GET /api/v1/epochs/epoch/someday`, ``, 0, 0, "", ``},
	{`an epoch explained to no wallet`, `rewards epoch 2026-03-15 --explain 0x12`, `GET /api/v1/epochs/epoch/2026-03-15/holders/0x12`, ``, 0, 0, "", ``},
	{`an epoch explained to who had nothing`, `rewards epoch 2026-03-15 --explain NOBODY`, `GET /api/v1/epochs/epoch/2026-03-15/holders/NOBODY`, ``, 0, 0, "", ``},
	{`an unknown job`, `rewards epoch 2026-03-15 --job weekly`, ``, ``, 0, 0, "", ``},
	{`epochs after no cursor`, `rewards epochs --after nowhere`, `GET /api/v1/epochs?after=nowhere`, ``, 0, 0, "", ``},
	{`a score of no number`, `rewards score none`, `GET /api/v1/score?nodes=none`, ``, 0, 0, "", ``},
	{`an estimate of none`, `estimate --nodes 0 --adoption-of sold`, `GET /api/v1/estimate?nodes=0&adoption_of=sold`, ``, 0, 0, "", ``},
	{`an estimate of too long`, `estimate --nodes 5 --adoption-of sold --months 9000`, `GET /api/v1/estimate?nodes=5&adoption_of=sold&months=9000`, ``, 0, 0, "", ``},
	{`an estimate of no share`, `estimate --nodes 5 --adoption-of sold --adoption lots`, `GET /api/v1/estimate?nodes=5&adoption_of=sold&adoption=lots`, ``, 0, 0, "", ``},
	{`an account that is not one`, `ledger balance sale:nobody`, `GET /api/v1/ledger/accounts/sale:nobody`, ``, 0, 0, "", ``},
	{`a balance at no time`, `ledger balance sale:treasury --at never`, ``, ``, 0, 0, "", ``},
	{`a trial balance at no time`, `ledger trial --at never`, `GET /api/v1/ledger/trial?at=never`, ``, 0, 0, "", ``},
	{`an unknown format of the journal`, `ledger export --format pdf`, ``, ``, 0, 0, "", ``},
	{`a run that is not there`, `payout export nothing --format csv --out files`, `GET /api/v1/payouts/nothing/export/csv`, `ann`, 0, 0, "", ``},
	{`the lines of a run that is not there`, ``, `GET /api/v1/payouts/nothing/lines`, ``, 0, 0, "", ``},
	{`a tree of a run by transfers`, `payout export 2026-01 --format merkle --out files`, `GET /api/v1/payouts/2026-01/export/merkle`, `ann`, 0, 0, "", ``},
	{`a run with a bad name`, `payout prepare a/b`, `POST /api/v1/operator/payouts {"run":"a/b","asset":"USDT"}`, `ann`, 0, 0, "", ``},
	{`a run that is there`, `payout prepare 2026-01`, `POST /api/v1/operator/payouts {"run":"2026-01","asset":"USDT"}`, `ann`, 0, 0, "", ``},
	{`a run of an unknown asset`, `payout prepare new --asset DOGE`, `POST /api/v1/operator/payouts {"run":"new","asset":"DOGE"}`, `ann`, 0, 0, "", ``},
	{`claims of what has no distributor`, `payout prepare new --asset ETH --claim`, `POST /api/v1/operator/payouts {"run":"new","asset":"ETH","method":"claim"}`, `ann`, 0, 0, "", ``},
	{`a proposal of no run`, `payout propose nothing`, `POST /api/v1/operator/payouts/nothing/propose`, `ann`, 0, 0, "", ``},
	{`a proposal of a settled run`, `payout propose 2026-01`, `POST /api/v1/operator/payouts/2026-01/propose`, `ann`, 0, 0, "", ``},
	{`an approval without the scope`, `payout approve 2026-01`, `POST /api/v1/operator/payouts/2026-01/approve`, `ann`, 0, 0, "", ``},
	{`an approval of a settled run`, `payout approve 2026-01`, `POST /api/v1/operator/payouts/2026-01/approve`, `bob`, 0, 0, "", ``},
	{`a cancellation of a paid run`, `payout cancel 2026-01 --reason wrong`, `POST /api/v1/operator/payouts/2026-01/cancel {"reason":"wrong"}`, `ann`, 0, 0, "", ``},
	{`an exception that is not there`, `payout resolve 0x00:1 --reason fine`, `POST /api/v1/operator/exceptions/resolve {"exception":"0x00:1","reason":"fine"}`, `ann`, 0, 0, "", ``},
	{`a hold without the scope`, `payout hold WALLET --reason why --reference h1`, `POST /api/v1/operator/holds {"reference":"h1","wallet":"WALLET","reason":"why"}`, `bob`, 0, 0, "", ``},
	{`a hold of no wallet`, `payout hold 0x12 --reason why --reference h1`, `POST /api/v1/operator/holds {"reference":"h1","wallet":"0x12","reason":"why"}`, `ann`, 0, 0, "", ``},
	{`revenue by nobody`, `revenue record --source dapp --amount 5 --at 2026-09-02T00:00:00Z --reference r1 --operator ann`, `POST /api/v1/operator/revenue {"reference":"r1","source":"dapp","amount":"5","at":"2026-09-02T00:00:00Z"}`, ``, 0, 0, "", ``},
	{`revenue with an unknown token`, `revenue record --source dapp --amount 5 --at 2026-09-02T00:00:00Z --reference r1`, `POST /api/v1/operator/revenue {"reference":"r1","source":"dapp","amount":"5","at":"2026-09-02T00:00:00Z"}`, `eve`, 0, 0, "", ``},
	{`revenue without the scope`, `revenue record --source dapp --amount 5 --at 2026-09-02T00:00:00Z --reference r1`, `POST /api/v1/operator/revenue {"reference":"r1","source":"dapp","amount":"5","at":"2026-09-02T00:00:00Z"}`, `bob`, 0, 0, "", ``},
	{`revenue that is no amount`, `revenue record --source dapp --amount five --at 2026-09-02T00:00:00Z --reference r1`, `POST /api/v1/operator/revenue {"reference":"r1","source":"dapp","amount":"five","at":"2026-09-02T00:00:00Z"}`, `ann`, 0, 0, "", ``},
	{`revenue below the base unit`, `revenue record --source dapp --amount 0.0000001 --at 2026-09-02T00:00:00Z --reference r1`, `POST /api/v1/operator/revenue {"reference":"r1","source":"dapp","amount":"0.0000001","at":"2026-09-02T00:00:00Z"}`, `ann`, 0, 0, "", ``},
	{`revenue of a bad source`, `revenue record --source "The Dapp" --amount 5 --at 2026-09-02T00:00:00Z --reference r1`, `POST /api/v1/operator/revenue {"reference":"r1","source":"The Dapp","amount":"5","at":"2026-09-02T00:00:00Z"}`, `ann`, 0, 0, "", ``},
	{`revenue in the future`, `revenue record --source dapp --amount 5 --at 2030-01-01T00:00:00Z --reference r1`, `POST /api/v1/operator/revenue {"reference":"r1","source":"dapp","amount":"5","at":"2030-01-01T00:00:00Z"}`, `ann`, 0, 0, "", ``},
	{`revenue in a closed month`, `revenue record --source dapp --amount 5 --at 2026-03-02T00:00:00Z --reference r1`, `POST /api/v1/operator/revenue {"reference":"r1","source":"dapp","amount":"5","at":"2026-03-02T00:00:00Z"}`, `ann`, 0, 0, "", ``},
	{`revenue under a used reference`, `revenue record --source dapp --amount 5 --at 2026-09-02T00:00:00Z --reference 2026-08-dapp`, `POST /api/v1/operator/revenue {"reference":"2026-08-dapp","source":"dapp","amount":"5","at":"2026-09-02T00:00:00Z"}`, `ann`, 0, 0, "", ``},
	{`more returned than came`, `revenue record --source dapp --amount=-900000000 --at 2026-09-02T00:00:00Z --reference r1`, `POST /api/v1/operator/revenue {"reference":"r1","source":"dapp","amount":"-900000000","at":"2026-09-02T00:00:00Z"}`, `ann`, 0, 0, "", ``},
	{`a buyback beyond the fund`, `buyback record --spent 900000000 --tokens 5 --at 2026-09-02T00:00:00Z --reference b1`, `POST /api/v1/operator/buybacks {"reference":"b1","spent":"900000000","tokens":"5","at":"2026-09-02T00:00:00Z"}`, `ann`, 0, 0, "", ``},
	{`a month closed before its end`, `month close 2026-09 --rpc https://one.example`, `POST /api/v1/operator/months/2026-09/close`, `ann`, 0, 0, "", ``},
	{`a month closed out of order`, `month close 2026-10 --rpc https://one.example`, `POST /api/v1/operator/months/2026-10/close`, `ann`, 0, 0, "", ``},
	{`a month that is not one, closed`, `month close 2026-13 --rpc https://one.example`, `POST /api/v1/operator/months/2026-13/close`, `ann`, 0, 0, "", ``},
	{`a TGE that the program file has`, `rewards record-tge 2026-09-01T00:00:00Z --reference t1`, `POST /api/v1/operator/generation {"reference":"t1","at":"2026-09-01T00:00:00Z"}`, `ann`, 0, 0, "", ``},
	{`a grant's end without a grant`, `vesting revoke nothing --at 2026-09-01T00:00:00Z --reference v1`, `POST /api/v1/operator/grants/nothing/revoke {"reference":"v1","at":"2026-09-01T00:00:00Z"}`, `ann`, 0, 0, "", ``},
	{`a release of no grant`, `vesting release nothing 5 --at 2026-09-01T00:00:00Z --reference v1`, `POST /api/v1/operator/grants/nothing/release {"reference":"v1","amount":"5","at":"2026-09-01T00:00:00Z"}`, `ann`, 0, 0, "", ``},
	{`an operator with a bad name`, `operator add Ann --label x --token-hash HASH --scope record --reference o1`, `POST /api/v1/operator/operators {"reference":"o1","name":"Ann","label":"x","token":"HASH","scopes":["record"]}`, `ann`, 0, 0, "", ``},
	{`an operator added without the scope`, `operator add carol --label x --token-hash HASH --scope record --reference o1`, `POST /api/v1/operator/operators {"reference":"o1","name":"carol","label":"x","token":"HASH","scopes":["record"]}`, `bob`, 0, 0, "", ``},
	{`a key of two proofs`, `operator add carol --label x --token-hash HASH --wallet WALLET --scope record --reference o1`, `POST /api/v1/operator/operators {"reference":"o1","name":"carol","label":"x","token":"HASH","wallet":"WALLET","scopes":["record"]}`, `ann`, 0, 0, "", ``},
	{`a revocation of nobody`, `operator revoke zoe --reference o1`, `POST /api/v1/operator/operators/revoke {"reference":"o1","name":"zoe"}`, `ann`, 0, 0, "", ``},
	{`books thawed that are not frozen`, `doctor --thaw why`, `POST /api/v1/operator/thaw {"reason":"why"}`, `ann`, 0, 0, "", ``},
	{`a thaw without the scope`, `doctor --thaw why`, `POST /api/v1/operator/thaw {"reason":"why"}`, `bob`, 0, 0, "", ``},
	{`a reference that is reserved`, `revenue record --source dapp --amount 5 --at 2026-09-02T00:00:00Z --reference 2026-09-propose`, `POST /api/v1/operator/revenue {"reference":"2026-09-propose","source":"dapp","amount":"5","at":"2026-09-02T00:00:00Z"}`, `ann`, 0, 0, "", ``},
	{`no such page`, ``, `GET /api/v1/nothing`, ``, 0, 0, "", ``},
	{`a method that is not taken`, ``, `DELETE /api/v1/sale`, ``, 0, 0, "", ``},
	{`a body that is too large`, ``, `POST /api/v1/operator/revenue LARGE`, `ann`, 0, 0, "", ``},
	{`health for nobody`, ``, `GET /api/v1/operator/health`, ``, 0, 0, "", ``},
	{`a proof of no line`, ``, `GET /api/v1/ledger/proof/999999/0`, ``, 0, 0, "", ``},
	{`books that are not there`, `holder WALLET --db none.db`, ``, ``, 0, 0, "", ``},
	{`a program file that is not there`, `program show none.yaml`, ``, ``, 0, 0, "", ``},
	{`a program file with a mistake`, `program check bad.yaml`, ``, ``, 0, 0, "", ``},
	{`a grant file that is none`, `vesting grant bad.yaml --reference g1`, ``, `ann`, 0, 0, "", ``},
	{`a score file that is not there`, `rewards record-scores none.csv --reference s1`, ``, `ann`, 0, 0, "", ``},
	{`a demonstration in used books`, `demo --once --db books.db`, ``, ``, 0, 0, "", ``},
	{`a rebuild into used books`, `rebuild --from books.db --db new.db`, ``, ``, 0, 0, "", ``},
	{`an endpoint of another chain`, `sync --db other.db --program other.yaml --rpc https://one.example`, ``, ``, 0, 0, "", ``},
}

// problemOf is the problem document that a refused command line prints, with its exit code.
func (s *shop) problemOf(t *testing.T, r refusal) (int, operation.Problem) {
	t.Helper()
	env := map[string]string{"NODELEDGER_DB": "books.db", "NODELEDGER_PROGRAM": "my-sale.yaml", "NODELEDGER_TOKEN": s.tokens[r.by]}
	stdout, stderr := new(lines), new(lines)
	a := &App{Stdout: stdout, Stderr: stderr, Env: func(name string) string { return env[name] }, Clock: afterwards(), Limits: impatient}
	code := a.Run(t.Context(), append(split(s.names.Replace(r.line)), "--json"))
	if stdout.String() != "" {
		t.Errorf("%s\nprints %s", r.line, stdout)
	}
	return code, document(t, r.line, strings.NewReader(stderr.String()))
}

// answerOf is the problem document that the API answers, with its status.
func (s *shop) answerOf(t *testing.T, url string, r refusal) (int, operation.Problem) {
	t.Helper()
	method, rest, _ := strings.Cut(s.names.Replace(r.call), " ")
	path, body, _ := strings.Cut(rest, " ")
	request, err := http.NewRequestWithContext(t.Context(), method, url+path, bytes.NewReader([]byte(body)))
	if err != nil {
		t.Fatal(err)
	}
	if body != "" {
		request.Header.Set("Content-Type", "application/json")
	}
	if r.by != "" {
		request.Header.Set("Authorization", "Bearer "+s.tokens[r.by])
	}
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	return answer.StatusCode, document(t, r.call, answer.Body)
}

// document reads a problem document, and nothing beside it.
func document(t *testing.T, what string, from io.Reader) (p operation.Problem) {
	t.Helper()
	text, err := io.ReadAll(from)
	if err == nil {
		err = json.Unmarshal(text, &p)
	}
	if err != nil {
		t.Errorf("%s: %q is not a problem document: %v", what, text, err)
	}
	return p
}

func TestRefusals(t *testing.T) {
	s := demonstration(t)
	s.enter(t, "demo.db")
	api := start(t, &App{Clock: fixedClock{afterwards().at}}, "serve", "--listen", "127.0.0.1:0", "--rate", "0", "--db", "books.db", "--program", "my-sale.yaml", "--rpc", s.names.Replace("https://one.example"))
	defer api.end()
	for _, r := range refusals {
		t.Run(r.what, func(t *testing.T) {
			check := func(where string, p operation.Problem) {
				if p.Status != r.status || p.Code != r.code || !strings.Contains(p.Detail, r.text) {
					t.Errorf("%s: %d %s %q, want %d %s %q", where, p.Status, p.Code, p.Detail, r.status, r.code, r.text)
				}
			}
			if r.line != "" {
				exit, p := s.problemOf(t, r)
				if exit != r.exit {
					t.Errorf("exit code %d, want %d", exit, r.exit)
				}
				check(r.line, p)
			}
			if r.call != "" {
				status, p := s.answerOf(t, api.url, r)
				if status != p.Status {
					t.Errorf("status %d, and %d in the document", status, p.Status)
				}
				check(r.call, p)
			}
		})
	}
	if len(refusals) < 60 {
		t.Errorf("%d refusals, want at least 60", len(refusals))
	}
}

// fixedClock stands still: the server asks it from many goroutines.
type fixedClock struct{ at time.Time }

// Now is always the same.
func (c fixedClock) Now() time.Time { return c.at }
