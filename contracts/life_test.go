package contracts_test

import (
	"context"
	"fmt"
	"math/big"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"pgregory.net/rapid"

	"github.com/nodeledger/nodeledger/contracts"
	"github.com/nodeledger/nodeledger/contracts/nodesale"
)

// lifeRun drives a sale with its licences and the model side by side.
type lifeRun struct {
	*market
	license common.Address
	model   *lifeModel
	pending []change                    // what was announced
	minted  int64                       // Transfer events of mintings
	start   map[common.Address]*big.Int // what treasuries had before
	outcome map[string]int              // how often each call went through or was refused, by name
}

// TestLifeOfASale makes random calls of all kinds by five actors in random order. What the contracts refuse, and with which values, is
// what the model says; after every call the invariants hold that check names.
func TestLifeOfASale(t *testing.T) {
	t.Parallel()
	c := newChain(t)
	outcome := map[string]int{}
	rapid.Check(t, func(t *rapid.T) {
		r := newLifeRun(t, c, outcome)
		t.Repeat(map[string]func(*rapid.T){
			"buy": r.buys, "buy again": r.buys, "buy more": r.buys, "buy still more": r.buys,
			"commit": r.commits, "register": r.registers, "withdraw": r.withdraws,
			"announce": r.announces, "set": r.sets, "set again": r.sets, "withdraw announcement": r.withdrawsAnnouncement,
			"pause": r.pauses, "voucher signer": r.setsVouchers, "wait": r.waits,
			"unlock": r.unlocks, "tell": r.tells, "transfer": r.transfers, "approve": r.approves, "operator": r.setsOperator,
			"": r.check,
		})
		r.checkLicences(t)
	})
	t.Logf("%v", outcome)
	for _, frequent := range []string{ // what is rarer has its own test
		"buy", "buy: PriceAboveMax", "buy: PaidTooLittle", "buy: EnforcedPause", "buy: NotEnoughNodes", "buy: BadVoucher", "buy: VoucherExceeded",
		"buy: SelfReferral", "commit", "register", "register: CommittedTooLate", "register: NotCommitted", "withdraw", "withdraw: NothingOwed",
		"announce", "set", "set: NotAnnounced", "set: NotDue", "set: OwnableUnauthorizedAccount", "withdraw announcement", "pause", "unpause",
		"unlock", "tell", "transfer", "transfer: Soulbound", "approve", "operator", "operator: AllSoulbound",
	} {
		if outcome[frequent] == 0 {
			t.Errorf("%s never happened: change what is drawn", frequent)
		}
	}
}

func newLifeRun(t *rapid.T, c *chain, outcome map[string]int) *lifeRun {
	s := drawSale(t)
	for len(s.tiers) < 2 {
		s.tiers = append(s.tiers, drawTier(t, 0))
	}
	model := newLifeModel(s, rapid.SampledFrom([]uint64{0, 3600}).Draw(t, "delay"))
	deployed := s.settings()
	deployed.Delay, deployed.Immediate = model.delay, model.delay == 0
	r := &lifeRun{
		market: &market{c, c.sell(t, deployed)}, model: model, outcome: outcome, start: map[common.Address]*big.Int{},
	}
	for _, treasury := range treasuries {
		r.start[treasury] = c.balance(t, treasury)
	}
	r.license = c.unlinkedLicense(t)
	c.do(t, owner, r.license, nil, bindNFT.PackSetMinter(r.sale))
	r.set(t, bind.PackSetLicense(r.license))
	for i, referrer := range []account{bob, carol} {
		r.register(t, referrer, lifeCodes[i])
		r.model.registered[lifeCodes[i]], r.model.codes[lifeCodes[i]] = referrer.Address, referrer.Address
	}
	return r
}

// treasuries get coins by sales alone.
var treasuries = []common.Address{vault, common.HexToAddress("0x7e57")}

// expects makes a call that is refused as the model says; the receipt is nil then.
func (r *lifeRun) expects(
	t *rapid.T, name string, from account, to common.Address, value *big.Int, data []byte, refusal string,
) *types.Receipt {
	t.Helper()
	if refusal != "" {
		answer, err := r.try(from.Address, to, value, data)
		if err == nil || err.Error() != refusal {
			t.Fatalf("%s: answered %x and %v, want %s", name, answer, err, refusal)
		}
		reason, _, _ := strings.Cut(refusal, "(")
		r.outcome[name+": "+reason]++
		return nil
	}
	receipt := r.do(t, from, to, value, data)
	r.outcome[name]++
	for _, log := range receipt.Logs {
		transfer, err := bindNFT.UnpackTransferEvent(log)
		if err == nil && log.Address == r.license && transfer.From == (common.Address{}) {
			r.minted++
			if want := r.minted; transfer.TokenId.Int64() != want || transfer.To != from.Address {
				t.Fatalf("licence %s was minted to %s, want %d to %s", transfer.TokenId, transfer.To, want, from.Address)
			}
		}
	}
	return receipt
}

// steady moves on in time until a refusal does not hang on the next seconds, and returns it.
func (r *lifeRun) steady(t *rapid.T, refusal func(now uint64) string) string {
	for {
		now := r.now(t)
		if soon := refusal(now + 20); (refusal(now) == "") == (soon == "") {
			return refusal(now)
		}
		r.wait(t, 21)
	}
}

func byOwner(from account, otherwise string) string {
	if from.Address != owner.Address {
		return fmt.Sprintf("OwnableUnauthorizedAccount(account=%s)", from.Address)
	}
	return otherwise
}

func drawActor(t *rapid.T, label string) account { return rapid.SampledFrom(actors).Draw(t, label) }

// drawOwner is mostly the owner.
func drawOwner(t *rapid.T) account {
	return rapid.SampledFrom([]account{owner, owner, owner, owner, owner, alice}).Draw(t, "caller")
}

var lifeCodes = []string{"CODE-0", "CODE-1", "CODE-2"}

func (r *lifeRun) buys(t *rapid.T) {
	few := rapid.SampledFrom([]int64{1, 1, 1, 2, 2, 3, 5, 8, 0, 4001})
	o := wish{
		drawActor(t, "buyer"), n(few.Draw(t, "quantity")), rapid.SampledFrom(append([]string{"", ""}, lifeCodes...)).Draw(t, "code"),
		rapid.Bool().Draw(t, "proves"),
	}
	upTo := rapid.SampledFrom([]uint64{0, 2, 10_000, 10_000}).Draw(t, "up to")
	extra := noExtra
	extra.Proofs = r.model.proofs(o)
	if upTo > 0 {
		until := r.now(t) + 1_000_000
		extra.UpTo, extra.Until = new(big.Int).SetUint64(upTo), new(big.Int).SetUint64(until)
		extra.Voucher = dave.signedBy(t, voucherHash(1337, r.sale, o.buyer.Address, upTo, until))
	}
	bill, refused := modelQuote(r.model.modelSale, o)
	if v := r.model.voucherRefusal(o, upTo); v != "" && !strings.HasPrefix(refused, "ZeroQ") && !strings.HasPrefix(refused, "PurchaseToo") {
		refused = v
	}
	if r.model.paused {
		refused = "EnforcedPause()"
	}
	quote := bind.PackQuoteWith(o.buyer.Address, o.quantity, o.code, extra)
	if refused != "" {
		r.refuses(t, o.buyer, nil, quote, refused)
		r.expects(t, "buy", o.buyer, r.sale, n(1), bind.PackBuyWith(o.quantity, o.code, highest, extra), refused)
		return
	}
	if q := ask(t, r.chain, r.sale, quote, bind.UnpackQuoteWith); q.Paid.Cmp(bill.paid) != 0 || q.Referral.Cmp(bill.referral) != 0 {
		t.Fatalf("%v: quoted %+v, want %+v", o, q, bill)
	}
	r.pays(t, o, bill, extra)
}

// pays makes a purchase that the sale would take, with the right price, more, or less.
func (r *lifeRun) pays(t *rapid.T, o wish, bill modelBill, extra nodesale.NodeSaleExtra) {
	maxPrice := new(big.Int).Add(bill.paid, n(rapid.SampledFrom([]int64{0, 0, 5, 1000, -1}).Draw(t, "above the price")))
	sent := new(big.Int).Add(bill.paid, n(rapid.SampledFrom([]int64{0, 0, 3, 7000, -1}).Draw(t, "over")))
	if sent.Sign() < 0 || maxPrice.Sign() < 0 {
		return
	}
	var refused string
	if sent.Cmp(bill.paid) < 0 {
		refused = fmt.Sprintf("PaidTooLittle(price=%s, sent=%s)", bill.paid, sent)
	}
	if maxPrice.Cmp(bill.paid) < 0 {
		refused = fmt.Sprintf("PriceAboveMax(price=%s, maxPrice=%s)", bill.paid, maxPrice)
	}
	before := r.balance(t, o.buyer.Address)
	receipt := r.expects(t, "buy", o.buyer, r.sale, sent, bind.PackBuyWith(o.quantity, o.code, maxPrice, extra), refused)
	if receipt == nil {
		return
	}
	spent := before.Sub(before, r.balance(t, o.buyer.Address))
	spent.Sub(spent, new(big.Int).Mul(receipt.EffectiveGasPrice, new(big.Int).SetUint64(receipt.GasUsed)))
	if spent.Cmp(bill.paid) != 0 {
		t.Fatalf("%v: sent %s and spent %s, want %s", o, sent, spent, bill.paid)
	}
	told := receipt.Logs[0]
	if bill.opened.Sign() > 0 {
		opened, err := bind.UnpackOpenedEvent(told)
		must(t, err)
		if opened.Tiers.Cmp(bill.opened) != 0 {
			t.Fatalf("%v: opened %b, want %b", o, opened.Tiers, bill.opened)
		}
		told = receipt.Logs[1]
	}
	p, err := bind.UnpackPurchasedEvent(told)
	must(t, err)
	got := fmt.Sprint(p.Id, p.Buyer, p.Referrer, p.Quantity, p.List, p.Paid, p.Referral, p.Code)
	r.model.book(o, bill)
	want := fmt.Sprint(r.model.purchases, o.buyer.Address, bill.referrer, o.quantity, bill.list, bill.paid, bill.referral, o.code)
	if got != want {
		t.Fatalf("purchase %s, want %s", got, want)
	}
}

func (r *lifeRun) commits(t *rapid.T) {
	from := drawActor(t, "referrer")
	id := commitment(rapid.SampledFrom(lifeCodes).Draw(t, "code"), from.Address)
	refused := r.steady(t, func(now uint64) string { return r.model.commitRefusal(id, now) })
	if r.expects(t, "commit", from, r.sale, nil, bind.PackCommitCode(id), refused) != nil {
		r.model.committed[id] = r.now(t)
	}
}

func (r *lifeRun) registers(t *rapid.T) {
	from, code := drawActor(t, "referrer"), rapid.SampledFrom(lifeCodes).Draw(t, "code")
	id := commitment(code, from.Address)
	if r.model.committed[id] == 0 && rapid.Bool().Draw(t, "commits") {
		r.do(t, from, r.sale, nil, bind.PackCommitCode(id))
		r.model.committed[id] = r.now(t)
		r.wait(t, rapid.SampledFrom([]uint64{30, 60, 60, 60}).Draw(t, "seconds"))
	}
	refused := r.steady(t, func(now uint64) string { return r.model.registerRefusal(code, id, now) })
	if r.expects(t, "register", from, r.sale, nil, bind.PackRegisterCode(code, salt), refused) != nil {
		delete(r.model.committed, id)
		r.model.registered[code], r.model.codes[code] = from.Address, from.Address
	}
}

func (r *lifeRun) withdraws(t *rapid.T) {
	from, refused := drawActor(t, "referrer"), ""
	for _, who := range actors {
		if of(r.model.owed, who.Address).Sign() > 0 && rapid.Bool().Draw(t, "who is owed something") {
			from = who
		}
	}
	owed := of(r.model.owed, from.Address)
	if owed.Sign() == 0 {
		refused = fmt.Sprintf("NothingOwed(wallet=%s)", from.Address)
	}
	elsewhere := common.BytesToAddress(crypto.Keccak256(r.sale[:], from.Address[:]))
	before := r.balance(t, elsewhere)
	if r.expects(t, "withdraw", from, r.sale, nil, bind.PackWithdrawReferralTo(elsewhere), refused) == nil {
		return
	}
	if got := new(big.Int).Sub(r.balance(t, elsewhere), before); got.Cmp(owed) != 0 {
		t.Fatalf("withdrew %s, was owed %s", got, owed)
	}
	r.model.withdrawn.Add(r.model.withdrawn, owed)
	r.model.owed[from.Address] = new(big.Int)
}

func (r *lifeRun) waits(t *rapid.T) {
	r.wait(t, rapid.SampledFrom([]uint64{5, 70, 70, 70, 4000, 4000, 4000, 90_000, grace}).Draw(t, "seconds"))
}

// check holds the invariants.
func (r *lifeRun) check(t *rapid.T) {
	m, owed, bought := r.model, new(big.Int), new(big.Int)
	for _, who := range actors {
		credit := r.owed(t, who.Address)
		if credit.Cmp(of(m.owed, who.Address)) != 0 {
			t.Fatalf("%s is owed %s, was credited %s", who.Address, credit, of(m.owed, who.Address))
		}
		owed.Add(owed, credit)
		bought.Add(bought, ask(t, r.chain, r.sale, bind.PackBoughtOf(who.Address), bind.UnpackBoughtOf))
	}
	if held := r.balance(t, r.sale); held.Cmp(owed) != 0 || new(big.Int).Add(owed, m.withdrawn).Cmp(m.credited) != 0 {
		t.Fatalf("the sale holds %s and owes %s, credited %s and paid %s", held, owed, m.credited, m.withdrawn)
	}
	for _, treasury := range treasuries {
		got := new(big.Int).Sub(r.balance(t, treasury), r.start[treasury])
		if got.Cmp(of(m.income, treasury)) != 0 {
			t.Fatalf("treasury %s got %s, want %s", treasury, got, of(m.income, treasury))
		}
	}
	supply := ask(t, r.chain, r.license, bindNFT.PackTotalSupply(), bindNFT.UnpackTotalSupply).Int64()
	if sold := r.sold(t); sold != int64(m.sold()) || sold != bought.Int64() || sold != supply || sold != r.minted {
		t.Fatalf("sold %d, by the model %d; wallets bought %s; supply %d; minted %d", sold, m.sold(), bought, supply, r.minted)
	}
	slot, err := r.client.StorageAt(context.Background(), r.sale, contracts.SoldSlot, nil)
	if err != nil || common.BytesToHash(slot).Big().Int64() != supply {
		t.Fatalf("slot 7 holds %x, %v", slot, err)
	}
}

// checkLicences asks whose each licence is, and counts.
func (r *lifeRun) checkLicences(t *rapid.T) {
	balances := map[common.Address]int64{}
	for i, holder := range r.model.holders {
		id := int64(i + 1)
		if got := ask(t, r.chain, r.license, bindNFT.PackOwnerOf(n(id)), bindNFT.UnpackOwnerOf); got != holder {
			t.Fatalf("licence %d is %s's, want %s", id, got, holder)
		}
		balances[holder]++
	}
	r.refusesAt(t, r.license, alice, bindNFT.PackOwnerOf(n(int64(len(r.model.holders)+1))),
		fmt.Sprintf("ERC721NonexistentToken(tokenId=%d)", len(r.model.holders)+1))
	for _, who := range actors {
		if got := ask(t, r.chain, r.license, bindNFT.PackBalanceOf(who.Address), bindNFT.UnpackBalanceOf); got.Int64() != balances[who.Address] {
			t.Fatalf("%s has %s licences, want %d", who.Address, got, balances[who.Address])
		}
	}
}
