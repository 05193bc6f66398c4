package arch

import (
	"fmt"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/program/canonical"
	"github.com/nodeledger/nodeledger/rewards"
	"github.com/nodeledger/nodeledger/sale"
)

// people are the wallets of the example in docs/accounting.md, as it writes them in paths.
var people = []string{"", "safe", "distributor", "sale", "ann", "bea", "cat", "rob", "sue", "ivy", "dex", "0x1cbd...c9ec", "0x90f7...b906"}

// person is the wallet of a name.
func person(name string) (w ledger.Wallet) {
	for i, n := range people {
		if n == name {
			w[19] = byte(i)
		}
	}
	return w
}

// told is a transaction that the document shows, under a name.
type told struct {
	name  string
	draft ledger.Draft
}

// example makes the transactions of docs/accounting.md with the code that books.
type example struct {
	t        *testing.T
	p        *program.Program
	list     []told
	held     sale.Books // the contract holds rewards
	accrued  sale.Books // the treasury owes them
	runs     payout.Book
	campaign *rewards.Campaigns
	balances *ledger.Balances
}

func (x *example) must(err error) {
	x.t.Helper()
	if err != nil {
		x.t.Fatal(err)
	}
}

// tell adds a transaction, and books it unless its name begins with "apart".
func (x *example) tell(name string, d ledger.Draft) {
	x.t.Helper()
	x.list = append(x.list, told{name, d})
	if len(name) < 5 || name[:5] != "apart" {
		x.must(x.balances.Apply(&ledger.Transaction{Draft: d}))
	}
}

func (x *example) amount(text string) money.Amount {
	x.t.Helper()
	var number, symbol string
	if _, err := fmt.Sscan(text, &number, &symbol); err != nil {
		x.t.Fatal(err)
	}
	asset := sale.Node
	if use, ok := x.p.AssetUse(symbol); ok {
		asset = use.Asset
	}
	a, err := money.Parse(asset, number)
	x.must(err)
	return a
}

// on is an instant of 2024.
func on(month time.Month, day, hour int) time.Time {
	return time.Date(2024, month, day, hour, 0, 0, 0, time.UTC)
}

func (x *example) booking(at time.Time) rewards.Booking {
	rule := canonical.Version(x.p, program.Moment{Time: at})
	return rewards.Booking{Program: x.p.Name, Rule: rule, At: at, Source: ledger.OperatorSource("ann", "reference")}
}

func (x *example) draft(kind ledger.Kind, at time.Time, postings ...ledger.Posting) ledger.Draft {
	return ledger.Draft{Kind: kind, Program: x.p.Name, Effective: at, Booked: at, Postings: postings}
}

func (x *example) at(when time.Time, pending bool) sale.Context {
	return sale.Context{Block: &sale.Block{Time: uint64(when.Unix())}, Pending: pending, Receiver: person("safe")}
}

// purchase is a purchase of nodes by a wallet; the amounts are what was paid, the reward, and what rounding left.
func (x *example) purchase(buyer, referrer string, nodes uint64, paid, reward, dust string) *sale.Purchase {
	p := &sale.Purchase{Payment: sale.Payment{Buyer: person(buyer), Quantity: nodes, Referred: referrer != "", Referrer: person(referrer)}}
	p.Paid, p.Referral, p.Dust = x.amount(paid), x.amount(reward), x.amount(dust)
	p.List = p.Paid
	if p.Referred {
		p.Shares = []sale.Share{{Wallet: p.Referrer, Amount: p.Referral}}
	}
	var err error
	p.Treasury, err = p.Paid.Sub(p.Referral)
	x.must(err)
	p.Treasury, err = p.Treasury.Sub(p.Dust)
	x.must(err)
	return p
}

// examples are all of them, in the order in which they are booked.
func examples(t *testing.T, p *program.Program) []told {
	x := &example{t: t, p: p, campaign: rewards.NewCampaigns(p), balances: ledger.NewBalances()}
	x.held = sale.Books{Program: p.Name, Contract: person("sale"), Held: true}
	x.accrued = sale.Books{Program: p.Name, Contract: person("sale"), Accrued: true, SelfPays: true}
	x.apart()
	x.sold()
	x.earned()
	x.issued()
	x.closed()
	x.paid()
	return x.list
}

// apart are the transactions that the document shows outside the month.
func (x *example) apart() {
	at := x.at(time.Date(2024, 4, 16, 0, 5, 12, 0, time.UTC), false)
	direct := sale.Books{Program: x.p.Name, Contract: person("sale")}
	buyer, referrer := "0x1cbd...c9ec", "0x90f7...b906"
	once := x.purchase(buyer, referrer, 5, "0.405000000000000023 ETH", "0.040500000000000002 ETH", "0.000000000000000001 ETH")
	p := x.purchase(buyer, referrer, 5, "0.405000000000000023 ETH", "0.040500000000000002 ETH", "0 ETH")
	x.tell("apart-at-once", direct.Purchase(once, at))
	pending := at
	pending.Pending = true
	held := x.held.Purchase(p, pending)
	x.tell("apart-held", held)
	payable, _ := x.held.Payable(p, at)
	x.tell("apart-payable", payable)
	x.tell("apart-withdrawal", x.held.Withdrawal(sale.Withdrawal{Wallet: p.Referrer, Amount: p.Referral}, at))
	x.tell("apart-accrued", x.accrued.Purchase(p, pending))
	x.tell("apart-refund", direct.Refund(sale.Refund{Buyer: p.Buyer, Amount: x.amount("0.162000000000000009 ETH"), Quantity: 2}, at))
	x.tell("apart-reversal", ledger.Reverse(&ledger.Transaction{Draft: held, Sequence: 1}, at.Block.When(), "its block left the chain"))
}

// sold is what the sale does in June.
func (x *example) sold() {
	opening := on(5, 31, 23)
	x.tell("opening", x.draft("opening", opening,
		ledger.Posting{From: ledger.Opening(), To: ledger.WalletFunds(person("safe")), Amount: x.amount("1 ETH")},
		ledger.Posting{From: ledger.Opening(), To: ledger.WalletFunds(person("safe")), Amount: x.amount("5000 USDT")}))
	x.budgets("campaign-opens", on(6, 1, 0))

	ann := x.purchase("ann", "rob", 5, "0.45 ETH", "0.045 ETH", "0 ETH")
	x.tell("purchase-held", x.held.Purchase(ann, x.at(on(6, 3, 10), true)))
	payable, _ := x.held.Payable(ann, x.at(on(6, 3, 10), false))
	x.tell("payable", payable)
	x.rebate("rebate-ann", ann, on(6, 3, 10))
	bea := x.purchase("bea", "", 20, "2 ETH", "0 ETH", "0 ETH")
	x.tell("purchase-bea", x.held.Purchase(bea, x.at(on(6, 5, 9), false)))
	x.rebate("rebate-bea", bea, on(6, 5, 9))
	cat := x.purchase("cat", "sue", 2, "0.18 ETH", "0.018 ETH", "0 ETH")
	x.tell("purchase-accrued", x.accrued.Purchase(cat, x.at(on(6, 6, 15), false)))
	x.rebate("rebate-cat", cat, on(6, 6, 15))
	x.tell("withdrawal", x.held.Withdrawal(sale.Withdrawal{Wallet: ann.Referrer, Amount: ann.Referral}, x.at(on(6, 8, 12), false)))
	x.tell("refund", x.accrued.Refund(sale.Refund{Buyer: cat.Buyer, Amount: x.amount("0.09 ETH"), Quantity: 1}, x.at(on(6, 10, 8), false)))
	x.budgets("campaign-ends", on(6, 20, 0))
}

func (x *example) budgets(name string, at time.Time) {
	drafts, err := x.campaign.Budgets(program.Moment{Time: at}, "")
	x.must(err)
	if len(drafts) != 1 {
		x.t.Fatalf("%d transactions of budgets at %s", len(drafts), at)
	}
	x.tell(name, drafts[0])
}

func (x *example) rebate(name string, p *sale.Purchase, at time.Time) {
	d, _, ok, err := x.campaign.Accrue(rewards.CampaignPurchase{
		Wallet: p.Buyer, Nodes: p.Quantity, Paid: p.Paid, Moment: program.Moment{Time: at},
	})
	x.must(err)
	if !ok {
		x.t.Fatalf("%s: there is none", name)
	}
	x.tell(name, d)
}

// earned is the revenue of June, and what the wallet got and paid besides.
func (x *example) earned() {
	at := on(6, 12, 18)
	for _, r := range []struct {
		name string
		rewards.Revenue
	}{
		{"revenue", rewards.Revenue{Source: "dapp", Amount: x.amount("3000 USDT")}},
		{"fee", rewards.Revenue{Source: "dapp", Amount: x.amount("12.5 USDT"), Cost: true}},
	} {
		d, err := rewards.BookRevenue(x.p, program.Moment{Time: at}, x.booking(at), r.Revenue)
		x.must(err)
		x.tell(r.name, d)
	}
	x.movement("receipt", "2987.5 USDT", on(6, 14, 11), true, payout.FromSource)
	x.movement("stray", "30 USDT", on(6, 15, 16), false, payout.Expense)
}

// movement is one of the wallet that nothing explains, and then what an operator says that it was, if he says it.
func (x *example) movement(name, amount string, at time.Time, receipt bool, nature payout.Nature) {
	e := payout.Evidence{Key: name, Payer: ledger.WalletFunds(person("safe")), To: person("dex"), Amount: x.amount(amount), At: at}
	unknown := x.runs.Unexplained(e, receipt)
	posting, _ := unknown.Suspend()
	x.tell(name, x.draft(payout.ExceptionKind, at, posting))
	if nature == "" { // the record of a buyback will say so
		return
	}
	to, err := unknown.Counterpart(nature, "dapp")
	x.must(err)
	x.tell(name+"-classified", x.draft("classification", at, unknown.Clear(to)))
}

// issued are the supply's buckets, a grant, and a day of points and one of the token.
func (x *example) issued() {
	d, err := rewards.Allocate(x.p, x.booking(on(6, 21, 9)))
	x.must(err)
	x.tell("allocation", d)
	schedule, err := rewards.ScheduleOf(x.p.Token.Vesting[0], x.amount("1000000 GPU"), on(6, 29, 0))
	x.must(err)
	grant := rewards.Grant{Name: "ivy", Wallet: person("ivy"), Bucket: x.p.Token.Vesting[0].Of, Schedule: schedule}
	d, err = grant.Book(x.booking(on(6, 21, 9)))
	x.must(err)
	x.tell("grant", d)

	epoch := rewards.Epoch{Day: on(6, 28, 0)}
	points, err := rewards.ClosePoints(x.p, rewards.PointsInput{Epoch: epoch, Holders: x.holders()})
	x.must(err)
	d, err = points.Draft(ledger.Hash{})
	x.must(err)
	x.tell("points-epoch", d)
	curve, err := rewards.NewCurve(x.p.Token, on(6, 29, 0))
	x.must(err)
	epoch.Day = on(6, 29, 0)
	tokens, err := rewards.CloseToken(x.p, rewards.TokenInput{Epoch: epoch, Curve: curve, Holders: x.holders()})
	x.must(err)
	d, err = tokens.Draft(ledger.Hash{})
	x.must(err)
	x.tell("token-epoch", d)
}

// holders are those who hold nodes.
func (x *example) holders() (list []rewards.Holder) {
	for _, name := range people {
		b := x.balances.Now[ledger.Place{Account: ledger.Holding(person(name), sale.Node), Asset: sale.Node}]
		if b == nil || name == "" {
			continue
		}
		nodes, err := b.Held()
		x.must(err)
		list = append(list, rewards.Holder{Wallet: person(name), Nodes: nodes.Big().Uint64()})
	}
	return list
}

// closed is the month's share.
func (x *example) closed() {
	asset := x.p.Revenue.Asset
	fund := x.balances.Now[ledger.Place{Account: ledger.FundAccount(ledger.ShareFund), Asset: asset}]
	month, err := rewards.CloseMonth(x.p, rewards.MonthInput{
		Month: on(6, 1, 0), Holders: x.holders(), Carry: money.NewBalance(asset), Fund: money.Balance{In: fund.Out, Out: fund.In},
	})
	x.must(err)
	x.tell("month", month.Draft(ledger.Hash{}, on(7, 2, 9)))
}

// paid are two runs and a buyback, in July.
func (x *example) paid() {
	safe, distributor := ledger.WalletFunds(person("safe")), ledger.DistributorFunds(person("distributor"))
	coins := x.run("run", "2024-06-eth", "ETH", payout.Transfer, on(7, 2, 10))
	usdt := x.run("run-claims", "2024-06", "USDT", payout.Claim, on(7, 2, 11))
	x.settle("settlement", payout.Evidence{
		Payer: safe, To: person("sue"), Amount: coins.Lines[0].Amount, Method: payout.Transfer, At: on(7, 3, 14),
	})
	x.tell("funding", x.draft(payout.FundingKind, on(7, 3, 15), ledger.Posting{From: safe, To: distributor, Amount: usdt.Total}))
	x.settle("claim", payout.Evidence{
		Payer: distributor, To: person("ann"), Amount: usdt.Lines[0].Amount, Method: payout.Claim, At: on(7, 4, 20),
	})

	x.movement("left-for-buyback", "1000 USDT", on(7, 5, 12), false, "")
	d, err := rewards.BookBuyback(x.p, x.booking(on(7, 5, 12)), rewards.Buyback{Spent: x.amount("1000 USDT"), Tokens: x.amount("800 GPU")})
	x.must(err)
	x.tell("buyback", d)
}

// run prepares a run of everything owed in an asset, and approves it.
func (x *example) run(name, run, symbol string, method payout.Method, at time.Time) *payout.Run {
	use, _ := x.p.AssetUse(symbol)
	var owed []payout.Owed
	for place, b := range x.balances.Now {
		if _, payable := place.Account.Payable(); payable && place.Asset == use.Asset {
			amount, err := b.Owed()
			x.must(err)
			owed = append(owed, payout.Owed{Account: place.Account, Amount: amount})
		}
	}
	r, err := payout.Prepare(x.p.Name, run, use.Asset, method, at, owed, x.runs.Guard(money.Zero(use.Asset)))
	x.must(err)
	d, err := r.Draft("", at, ledger.Source{}, ledger.Hash{})
	x.must(err)
	x.tell(name, d)
	x.must(x.runs.Prepare(r, ledger.Source{}, "ann", ""))
	x.must(x.runs.Take(payout.Taken{Step: payout.Propose, Run: run, Operator: "ann", At: at}))
	x.must(x.runs.Take(payout.Taken{Step: payout.Approve, Run: run, Operator: "bob", At: at}))
	return r
}

// settle books what a payment settles.
func (x *example) settle(name string, e payout.Evidence) {
	e.Key = name
	s, err := x.runs.Settle(e)
	x.must(err)
	if s.Exception != nil || len(s.Paid) != 1 {
		x.t.Fatalf("%s: %d lines, and the exception %+v", name, len(s.Paid), s.Exception)
	}
	x.tell(name, x.draft(payout.SettlementKind, e.At, s.Paid[0].Moves...))
}
