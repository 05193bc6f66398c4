package probe

import (
	"cmp"
	"maps"
	"math/big"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/program"
)

// sender stands for the wallet that signed the transaction where a field's name is asked for.
const sender = "transaction"

// purchase is an event that was found to sell nodes, and what its fields are.
type purchase struct {
	kind     *Kind
	logs     []*occurrence
	where    [2]string // a field and its value, both empty without
	unless   *Kind
	buyer    string
	holder   string
	quantity quantity
	paid     paid
	tier     tier
	code     string
	call     *program.CallSignature // of the calldata that has the code; nil: the event has it
	referrer string
	asset    asset
	groups   []*group
	free     bool // nobody paid for any of it
	score    int
}

// group is the logs of a purchase's event in one transaction by one buyer.
type group struct {
	tx     *Tx
	buyer  common.Address
	logs   []*occurrence
	asset  common.Address
	moved  *big.Int // what left the buyer; zero: nothing
	nodes  *big.Int // as the quantity says
	minted int      // licences that wallets of the logs received
}

// sum adds up a field over the logs.
func (g *group) sum(field string) *big.Int {
	out := new(big.Int)
	for _, o := range g.logs {
		if n := o.number(field); n != nil {
			out.Add(out, n)
		}
	}
	return out
}

// saleWords are parts of the names of events that sell; otherWords of those that do not, whatever moved.
var (
	saleWords  = []string{"purchas", "bought", "buy", "sold", "sale", "mint", "claim", "licen", "node", "ticket", "key", "order"}
	otherWords = []string{"refund", "withdraw", "deposit", "fund", "updated", "config", "created", "burn"}
	earnWords  = []string{"commission", "reward", "referral", "affiliate"} // unless they speak of a purchase
)

// sellsNothing says whether an event's name says that it is no purchase.
func sellsNothing(name string) bool {
	return hasWord(name, otherWords...) || hasWord(name, earnWords...) && !hasWord(name, "purchas", "bought", "buy", "sold", "mint")
}

// candidate is what an event is if it sells nodes; nil when it does not look so.
func (g *guesser) candidate(k *Kind) *purchase {
	if k.Role == Unknown || k.Section == housekeeping || k.Section == ofToken && !k.isLicenceTransfer() ||
		sellsNothing(k.ABI.RawName) {
		return nil
	}
	p := &purchase{kind: k, logs: k.logs}
	if k.isLicenceTransfer() {
		from, to := k.ABI.Inputs[0].Name, k.ABI.Inputs[1].Name
		p.where = [2]string{from, "zero"}
		p.logs = slices.DeleteFunc(slices.Clone(k.logs), func(o *occurrence) bool {
			return o.address(from) != common.Address{} || slices.Contains(g.seen.Contracts, o.address(to)) // a stock is not sold yet
		})
		p.score -= 50
	}
	if len(txsOf(p.logs)) == 0 || !p.findBuyer() {
		return nil
	}
	p.group()
	paidFor := 0
	minted := 0
	for _, one := range p.groups {
		if one.moved.Sign() > 0 {
			paidFor++
		}
		minted += one.minted
	}
	p.free = paidFor == 0
	if p.free && minted == 0 && !hasWord(k.ABI.RawName, saleWords...) {
		return nil
	}
	if !g.findQuantity(p) {
		return nil
	}
	g.findPaid(p)
	p.findTier()
	p.findCode()
	g.findCall(p)
	g.findAsset(p)
	if hasWord(k.ABI.RawName, saleWords...) {
		p.score += 10
	}
	return p
}

// findBuyer finds the field that is who pays. It is false when no wallet of the event, nor the sender, fits.
func (p *purchase) findBuyer() bool {
	fields := p.kind.fields(isAddress)
	if p.kind.isLicenceTransfer() {
		fields = fields[1:]
	}
	if len(fields) == 0 {
		return false
	}
	fits := func(wallet func(*occurrence) common.Address) (hits, all int) {
		for _, o := range p.logs {
			if o.tx == nil {
				continue
			}
			all++
			w := wallet(o)
			if _, moved := o.tx.paid(w); moved.Sign() > 0 {
				hits++
			} else if _, other := o.tx.paid(o.tx.From); w == o.tx.From && other.Sign() == 0 {
				hits++
			}
		}
		return hits, all
	}
	best := 0
	for _, f := range fields {
		if hits, all := fits(func(o *occurrence) common.Address { return o.address(f) }); hits*10 >= all*9 && hits > best {
			p.buyer, best = f, hits
		}
	}
	if signed, all := fits(func(o *occurrence) common.Address { return o.tx.From }); p.buyer == "" && signed*10 >= all*9 {
		p.buyer = sender
	}
	if p.buyer == "" {
		return false
	}
	rest := slices.DeleteFunc(slices.Clone(fields), func(f string) bool { return f == p.buyer })
	p.referrer = named(rest, "refer", "affiliate", "inviter", "sponsor", "agent")
	rest = slices.DeleteFunc(rest, func(f string) bool { return f == p.referrer })
	p.findHolder(rest)
	return true
}

// findHolder finds the field that is who gets the nodes, where that may be somebody else than the buyer.
func (p *purchase) findHolder(fields []string) {
	for _, f := range fields {
		got, all := 0, 0
		for _, o := range p.logs {
			if o.tx == nil {
				continue
			}
			all++
			if slices.ContainsFunc(licenceMoves(o.tx.Logs), func(m licenceMove) bool { return m.to == o.address(f) }) {
				got++
			}
		}
		if got == all {
			p.holder = f
			return
		}
	}
	for _, f := range fields {
		if slices.Contains([]string{"to", "_to", "receiver", "recipient", "beneficiary", "holder", "owner", "minter", "account", "user"}, f) {
			p.holder = f
			return
		}
	}
	if p.buyer == sender && len(fields) > 0 {
		p.holder = fields[0]
	}
}

// group puts the logs of a transaction together that have one buyer.
func (p *purchase) group() {
	type key struct {
		tx    common.Hash
		buyer common.Address
	}
	known := map[key]*group{}
	p.groups = nil
	for _, o := range p.logs {
		if o.tx == nil {
			continue
		}
		k := key{o.TxHash, o.tx.From}
		if p.buyer != sender {
			k.buyer = o.address(p.buyer)
		}
		one := known[k]
		if one == nil {
			one = &group{tx: o.tx, buyer: k.buyer}
			known[k], p.groups = one, append(p.groups, one)
		}
		one.logs = append(one.logs, o)
	}
	p.findMoved()
	for _, one := range p.groups {
		wallets := []common.Address{one.buyer}
		if p.holder != "" {
			wallets = wallets[:0]
			for _, o := range one.logs {
				wallets = append(wallets, o.address(p.holder))
			}
		}
		for _, m := range licenceMoves(one.tx.Logs) {
			if slices.Contains(wallets, m.to) && !slices.Contains(wallets, m.from) {
				one.minted++
			}
		}
	}
}

// findMoved finds what was paid for each group. Where several assets left the buyer, such as where a token was bought first, it is the one
// that other groups were paid in.
func (p *purchase) findMoved() {
	counts := map[common.Address]int{}
	for _, one := range p.groups {
		if assets, _ := one.tx.left(one.buyer); len(assets) == 1 {
			counts[assets[0]]++
		}
	}
	usual := slices.SortedFunc(maps.Keys(counts), func(a, b common.Address) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), a.Cmp(b))
	})
	for _, one := range p.groups {
		one.asset, one.moved = one.tx.paid(one.buyer, usual...)
	}
}

// signedByHolder says whether the wallets that got the nodes asked for them themselves.
func (p *purchase) signedByHolder() bool {
	for _, one := range p.groups {
		for _, o := range one.logs {
			wallet := one.buyer
			if p.holder != "" {
				wallet = o.address(p.holder)
			}
			if wallet != one.tx.From {
				return false
			}
		}
	}
	return true
}
