package probe

import (
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/program"
)

// other is an event that says something else than a purchase or a gift.
type other struct {
	kind     *Kind
	wallet   string // referrer, buyer, or who took the money
	amount   string
	code     string
	asset    string // the field that names the token; empty: the asset of the sale
	burns    bool
	proceeds bool
	where    string // the value of wallet for which it holds; empty: any
	level    level
	off      bool // it is written as a comment: something has to be known first
}

// findOthers finds registrations, refunds, commissions and withdrawals among the rest.
func (g *guesser) findOthers() {
	for _, k := range g.kinds {
		if k.Role != Other || k.Section == housekeeping || k.Section == ofToken {
			continue
		}
		for _, is := range []func(*Kind) []*other{g.refund, g.commission, g.registration} {
			if found := is(k); len(found) > 0 {
				g.others = append(g.others, found...)
				break
			}
		}
	}
	for _, k := range g.kinds { // who earns is known now
		if k.Role == Other && k.Section != housekeeping && k.Section != ofToken {
			g.others = append(g.others, g.withdrawal(k)...)
		}
	}
}

// amountField is the field of an event that is an amount of money.
func amountField(k *Kind) string {
	fields := slices.DeleteFunc(k.fields(isNumber), isID)
	if len(fields) == 1 {
		return fields[0]
	}
	return named(fields, "amount", "reward", "commission", "payment", "value", "balance")
}

// refund is an event by which money goes back, such as where licences are burned for it.
func (g *guesser) refund(k *Kind) []*other {
	wallets, amount := k.fields(isAddress), amountField(k)
	if len(wallets) == 0 || amount == "" {
		return nil
	}
	o := &other{kind: k, wallet: wallets[0], amount: amount, level: likely}
	burned, seen := 0, 0
	for _, one := range k.logs {
		if one.tx == nil {
			continue
		}
		seen++
		if slices.ContainsFunc(licenceMoves(one.tx.Logs), func(m licenceMove) bool {
			return m.to == common.Address{} && m.from == one.address(o.wallet)
		}) {
			burned++
		}
	}
	o.burns = burned > 0
	if !hasWord(k.ABI.RawName, "refund") && (seen == 0 || burned < seen) {
		return nil
	}
	k.Role, k.Why = Refund, fmt.Sprintf("licences were burned in %d of %d that were looked at", burned, seen)
	return []*other{o}
}

// commission is an event by which somebody else earns a part of a purchase.
func (g *guesser) commission(k *Kind) []*other {
	wallets, amount := k.fields(isAddress), amountField(k)
	if amount == "" {
		return nil
	}
	beside, smaller := 0, 0
	elsewhere := map[string]int{} // how often a field is another wallet than the buyer
	for _, o := range k.logs {
		one := g.purchaseIn(o)
		if o.tx == nil || one == nil {
			continue
		}
		beside++
		if n := o.number(amount); n != nil && n.Cmp(one.moved) < 0 {
			smaller++
		}
		for _, w := range wallets {
			if o.address(w) != one.buyer {
				elsewhere[w]++
			}
		}
	}
	if beside == 0 || beside*10 < k.Sample*9 || smaller < beside {
		return nil
	}
	c := &other{kind: k, amount: amount, level: likely, code: named(k.fields(isText), "code", "promo", "ref")}
	for _, w := range wallets {
		if elsewhere[w]*2 > beside && elsewhere[w] > elsewhere[c.wallet] {
			c.wallet = w
		}
	}
	if c.wallet == "" && c.code == "" {
		return nil
	}
	k.Role = Commission
	k.Why = fmt.Sprintf("it stands beside a purchase in %d of %d that were looked at, and is less than was paid", beside, k.Sample)
	return []*other{c}
}

// purchaseIn is the purchase of a log's transaction that was paid for.
func (g *guesser) purchaseIn(o *occurrence) *group {
	_, one := g.sold(o)
	return one
}

// sold is the purchase of a log's transaction that was paid for, and its event.
func (g *guesser) sold(o *occurrence) (*purchase, *group) {
	for _, p := range g.purchases {
		for _, one := range p.groups {
			if one.tx == o.tx && one.moved.Sign() > 0 {
				return p, one
			}
		}
	}
	return nil, nil
}

// registration is an event that says to which wallet a code belongs.
func (g *guesser) registration(k *Kind) []*other {
	wallets := k.fields(isAddress)
	texts := k.fields(isText)
	code := named(texts, "code", "promo", "referral", "ref")
	if len(wallets) == 0 || code == "" || k.typeOf(code) == "bytes32" && !hasWord(code, "code", "promo") {
		return nil
	}
	for _, o := range k.logs {
		if o.tx != nil && (!o.tx.Value.IsZero() || g.purchaseIn(o) != nil) {
			return nil
		}
	}
	k.Role, k.Why = Registration, "it names a code and a wallet, and no money moved"
	wallet := named(wallets, "owner", "receiver", "recipient", "affiliate", "referrer", "wallet")
	if owner := named(wallets, "codeowner"); owner != "" {
		wallet = owner
	}
	if wallet == "" {
		wallet = wallets[0]
	}
	return []*other{{kind: k, wallet: wallet, code: code, level: likely}}
}

// findEchoes finds events that stand beside purchases every time and say nothing that a draft needs.
func (g *guesser) findEchoes() {
	for _, k := range g.kinds {
		if k.Role != Other || k.Section == housekeeping || k.Sample == 0 {
			continue
		}
		alone := slices.ContainsFunc(k.logs, func(o *occurrence) bool { return o.tx != nil && !g.sells(o.TxHash) })
		if !alone {
			k.Role, k.Why = Repeats, "it stands beside a purchase every time"
		}
	}
}

// sells says whether a transaction has a purchase or a gift.
func (g *guesser) sells(tx common.Hash) bool {
	for _, p := range append(slices.Clone(g.purchases), g.gifts...) {
		if slices.ContainsFunc(p.groups, func(one *group) bool { return one.tx.Hash == tx }) {
			return true
		}
	}
	return false
}

// earners are the wallets that are known to earn from codes.
func (g *guesser) earners() map[common.Address]bool {
	out := map[common.Address]bool{}
	for _, o := range g.others {
		if o.wallet == "" || o.kind.Role != Commission && o.kind.Role != Registration {
			continue
		}
		for _, one := range o.kind.logs {
			for _, w := range o.kind.fields(isAddress) {
				if w == o.wallet || o.kind.Role == Registration {
					out[one.address(w)] = true
				}
			}
		}
	}
	return out
}

// withdrawal is an event by which somebody takes what the contract holds. Those who earn from codes take rewards, everybody else proceeds.
func (g *guesser) withdrawal(k *Kind) (out []*other) {
	wallets, amount := k.fields(isAddress), amountField(k)
	if len(wallets) == 0 || amount == "" {
		return nil
	}
	wallet := wallets[0]
	if to := named(wallets, "receiver", "recipient", "claimer", "referrer", "to"); to != "" && to != named(wallets, "token") {
		wallet = to
	}
	token := named(wallets, "token", "currency", "asset")
	left := 0
	for _, o := range k.logs {
		if o.tx == nil {
			continue
		}
		if !o.tx.Value.IsZero() {
			return nil
		}
		if _, n := o.tx.outgoing(g.seen.Contracts, o.address(wallet)); n.Sign() > 0 && n.Cmp(o.number(amount)) == 0 {
			left++
		}
	}
	if left == 0 && !hasWord(k.ABI.RawName, "withdr", "claim", "cash", "collect", "payout", "sweep") {
		return nil
	}
	k.Role = Withdrawal
	k.Why = fmt.Sprintf("what it says left the contract in %d of %d that were looked at", left, k.Sample)
	if left == 0 {
		k.Why = "by its name; ether that leaves a contract is in no log"
	}
	earners := g.earners()
	rewards := map[common.Address]bool{}
	var owners []common.Address
	for _, o := range k.logs {
		w := o.address(wallet)
		if earners[w] {
			rewards[w] = true
		} else if !slices.Contains(owners, w) {
			owners = append(owners, w)
		}
	}
	byName := hasWord(k.ABI.RawName, "reward", "referral", "commission")
	one := other{kind: k, wallet: wallet, amount: amount, level: likely}
	if token != wallet {
		one.asset = token
	}
	if len(owners) > 0 && !byName {
		for _, w := range owners {
			p := one
			if p.proceeds = true; len(rewards) > 0 {
				p.where = program.FieldText(w)
			}
			out = append(out, &p)
			if p.where == "" {
				break
			}
		}
	}
	if len(rewards) > 0 || byName {
		r := one
		out = append(out, &r)
	}
	return out
}
