package main

import (
	"io"
	"net/http"
	"regexp"
	"strings"
	"testing"
)

// agreements are command lines and the path of the API that answers the same.
var agreements = []struct{ line, path, by string }{
	{line: "sale", path: "/api/v1/sale"},
	{line: "sale fairness", path: "/api/v1/sale/fairness"},
	{line: "quote --quantity 5", path: "/api/v1/quote?quantity=5"},
	{line: "quote --quantity 3 --code MOONSHOT --wallet WALLET", path: "/api/v1/quote?quantity=3&code=MOONSHOT&wallet=WALLET"},
	{line: "rewards score 5", path: "/api/v1/score?nodes=5"},
	{line: "rewards score 1 5 20 100", path: "/api/v1/score?nodes=1,5,20,100"},
	{line: "estimate --nodes 5 --adoption 10% --adoption-of 15000 --node-price 600 --token-price 1",
		path: "/api/v1/estimate?nodes=5&adoption=10%25&adoption-of=15000&node-price=600&token-price=1"},
	{line: "estimate --nodes 5 --adoption-of sold", path: "/api/v1/estimate?nodes=5&adoption-of=sold"},
	{line: "estimate --nodes 7 --eth-price 3000 --token-price 1 --currency EUR --rate 0.92 --code MOONSHOT",
		path: "/api/v1/estimate?nodes=7&eth-price=3000&token-price=1&currency=EUR&rate=0.92&code=MOONSHOT"},
	{line: "rewards readiness", path: "/api/v1/readiness"},
	{line: "holder WALLET", path: "/api/v1/holders/WALLET"},
	{line: "holder NOBODY", path: "/api/v1/holders/NOBODY"},
	{line: "holder list", path: "/api/v1/holders"},
	{line: "holder list --limit 3 --after WALLET", path: "/api/v1/holders?limit=3&after=WALLET"},
	{line: "holder tokens WALLET", path: "/api/v1/holders/WALLET/tokens"},
	{line: "holder payouts WALLET", path: "/api/v1/holders/WALLET/payouts"},
	{line: "statement WALLET", path: "/api/v1/holders/WALLET/statement"},
	{line: "statement OWNER --from 2026-02-01 --to 2026-03-01", path: "/api/v1/holders/OWNER/statement?from=2026-02-01&to=2026-03-01"},
	{line: "statement OWNER --recognise unlock --to 2026-08-15", path: "/api/v1/holders/OWNER/statement?recognise=unlock&to=2026-08-15"},
	{line: "referral leaderboard", path: "/api/v1/leaderboard?top=20"},
	{line: "referral credits OWNER", path: "/api/v1/holders/OWNER/referrals"},
	{line: "rewards epochs", path: "/api/v1/epochs"},
	{line: "rewards epochs --kind token-epoch --limit 2", path: "/api/v1/epochs?kind=token-epoch&limit=2"},
	{line: "rewards epoch 2026-03-15", path: "/api/v1/epochs/epoch/2026-03-15"},
	{line: "rewards epoch 2026-08-15 --job token-epoch", path: "/api/v1/epochs/token-epoch/2026-08-15"},
	{line: "rewards epoch 2026-07-05T12:00:00Z --job tge-drop", path: "/api/v1/epochs/tge-drop/2026-07-05T12:00:00Z"},
	{line: "rewards epoch 2026-03-15 --explain WALLET", path: "/api/v1/epochs/epoch/2026-03-15/holders/WALLET"},
	{line: "rewards epoch 2026-08-15 --job token-epoch --explain NOBODY", path: "/api/v1/epochs/token-epoch/2026-08-15/holders/NOBODY"},
	{line: "rewards epoch 2026-03-15 --file", path: "/api/v1/epochs/epoch/2026-03-15/file"},
	{line: "month list", path: "/api/v1/months"},
	{line: "month show 2026-02", path: "/api/v1/months/2026-02"},
	{line: "month show 2026-02 --explain WALLET", path: "/api/v1/months/2026-02/holders/WALLET"},
	{line: "month show 2026-02 --file", path: "/api/v1/months/2026-02/file"},
	{line: "buyback quarter 2026-Q1", path: "/api/v1/quarters/2026-Q1"},
	{line: "payout list", path: "/api/v1/payouts"},
	{line: "payout list --month 2026-03", path: "/api/v1/payouts?month=2026-03"},
	{line: "payout list --state settled --wallet WALLET", path: "/api/v1/payouts?state=settled&wallet=WALLET"},
	{line: "payout show 2026-01", path: "/api/v1/payouts/2026-01"},
	{line: "payout lines 2026-02 --limit 5", path: "/api/v1/payouts/2026-02/lines?limit=5"},
	{line: "payout exceptions", path: "/api/v1/payouts/exceptions"},
	{line: "payout exceptions --all", path: "/api/v1/operator/exceptions?all=true", by: "ann"},
	{line: "payout waiting 2026-01", path: "/api/v1/operator/payouts/2026-01/waiting", by: "ann"},
	{line: "payout liabilities", path: "/api/v1/liabilities"},
	{line: "payout holds", path: "/api/v1/operator/holds", by: "ann"},
	{line: "operator list", path: "/api/v1/operator/operators", by: "ann"},
	{line: "operator log --limit 5", path: "/api/v1/operator/audit?limit=5", by: "ann"},
	{line: "ledger head", path: "/api/v1/ledger"},
	{line: "ledger list --after 20 --limit 10", path: "/api/v1/ledger/transactions?after=20&limit=10"},
	{line: "ledger balance equity:fund:share", path: "/api/v1/ledger/accounts/equity:fund:share"},
	{line: "ledger balance income:sale:WALLET --at 2026-04-01", path: "/api/v1/ledger/accounts/income:sale:WALLET?at=2026-04-01"},
	{line: "ledger trial", path: "/api/v1/ledger/trial"},
	{line: "ledger trial --at 2026-04-01", path: "/api/v1/ledger/trial?at=2026-04-01"},
	{line: "ledger balance-sheet", path: "/api/v1/ledger/balance-sheet"},
	{line: "ledger balance-sheet --at 2026-04-01", path: "/api/v1/ledger/balance-sheet?at=2026-04-01"},
	{line: "ledger income-statement", path: "/api/v1/ledger/income-statement"},
	{line: "ledger income-statement --from 2026-02-01 --to 2026-04-01",
		path: "/api/v1/ledger/income-statement?from=2026-02-01&to=2026-04-01"},
	{line: "ledger cash-flow --wallet TREASURY", path: "/api/v1/ledger/cash-flow/TREASURY"},
	{line: "ledger cash-flow --wallet TREASURY --from 2026-02-01", path: "/api/v1/ledger/cash-flow/TREASURY?from=2026-02-01"},
	{line: "program history", path: "/api/v1/program/texts"},
	{line: "ledger prove 40 0", path: "/api/v1/ledger/proof/40/0"},
}

// freshness is what may differ: a server follows the chain while it answers.
var freshness = regexp.MustCompile(`"as_of":\{[^}]*\}`)

// The command line prints the bytes that the API answers, but for how fresh they are.
func TestTheCommandLinePrintsWhatTheAPIAnswers(t *testing.T) {
	s := demonstration(t)
	s.enter(t, "demo.db")
	api := start(t, &App{Clock: fixedClock{afterwards().at}}, "serve", "--listen", "127.0.0.1:0", "--rate", "0", "--db", "books.db",
		"--program", "my-sale.yaml", "--rpc", s.names.Replace("https://one.example"))
	defer api.end()
	env := map[string]string{"NODELEDGER_DB": "books.db", "NODELEDGER_PROGRAM": "my-sale.yaml"}
	for _, c := range agreements {
		t.Run(c.line, func(t *testing.T) {
			stdout, stderr := new(lines), new(lines)
			a := &App{Stdout: stdout, Stderr: stderr, Env: func(name string) string { return env[name] }, Clock: fixedClock{afterwards().at}}
			if code := a.Run(t.Context(), append(split(s.names.Replace(c.line)), "--json")); code != exitDone {
				t.Fatalf("exit code %d: %s", code, stderr)
			}
			printed, answered := stdout.String(), s.bodyOf(t, api.url+s.names.Replace(c.path), c.by)
			if p, q := freshness.ReplaceAllString(printed, ""), freshness.ReplaceAllString(answered, ""); p != q {
				at := 0
				for at < min(len(p), len(q)) && p[at] == q[at] {
					at++
				}
				from := max(at-100, 0)
				t.Errorf("they differ at byte %d:\nprinted  %s\nanswered %s", at, p[from:min(at+200, len(p))], q[from:min(at+200, len(q))])
			}
		})
	}
	if len(agreements) < 30 {
		t.Errorf("%d answers are compared, want at least 30", len(agreements))
	}
}

// bodyOf is what the API answers, with somebody's token where it is for operators.
func (s *shop) bodyOf(t *testing.T, url, by string) string {
	t.Helper()
	status, body := s.fetched(t, url, by)
	if status != http.StatusOK {
		t.Fatalf("%s: %d %s", url, status, body)
	}
	return body
}

// fetched is the same, with the status, of a refusal as well.
func (s *shop) fetched(t *testing.T, url, by string) (status int, body string) {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, url, nil)
	if err != nil {
		t.Fatal(err)
	}
	if by != "" {
		request.Header.Set("Authorization", "Bearer "+s.tokens[by])
	}
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatalf("%s: %d %v", url, answer.StatusCode, err)
	}
	return answer.StatusCode, string(text)
}

// A difference is seen.
func TestFreshnessAloneIsLeftOut(t *testing.T) {
	t.Parallel()
	if got := freshness.ReplaceAllString(`{"nodes":5,"as_of":{"block":1,"proof":"full"}}`, ""); got != strings.TrimSpace(`{"nodes":5,}`) {
		t.Errorf("%s is left", got)
	}
}
