package probe

import (
	"cmp"
	"fmt"
	"math/big"
	"slices"

	"github.com/ethereum/go-ethereum/common"
)

// guesser is what was found so far.
type guesser struct {
	seen      *Seen
	table     *Table
	set       Settings
	adapter   string // that knows the contract; empty: none does
	kinds     []*Kind
	purchases []*purchase
	gifts     []*purchase
	others    []*other
	counters  []counter
	counts    map[common.Address]int // purchases that were looked at by what they were paid in
	divisors  map[common.Address]*big.Int
	symbols   map[common.Address]string
	main      common.Address // the asset of most purchases
	licence   common.Address // zero: none
	reissued  bool           // licences come out of a stock
	ladders   []ladder
	discount  string // of codes, as a share; empty: none is known
	reward    string
	held      bool // rewards stay in the contract until they are claimed
	ofList    bool // the reward is a share of the list price
	asks      []string
}

// Settings are what a draft says that is not guessed.
type Settings struct {
	Name  string // of the program
	Proof string // the proof level; empty: full
	Why   string // how the level is known; empty: nobody asked yet
}

// Guess finds out what the events of a sale are, and drafts its program file.
func Guess(s *Seen, table *Table, set Settings) *Guessed {
	g := guess(s, table, set)
	if g.adapter != "" {
		return g.adapted()
	}
	return g.result()
}

func guess(s *Seen, table *Table, set Settings) *guesser {
	g := &guesser{seen: s, table: table, set: set, kinds: kindsOf(s, table), counts: map[common.Address]int{},
		divisors: map[common.Address]*big.Int{}}
	if g.adapter = g.builtin(); g.adapter != "" {
		g.findMainAsset()
		return g
	}
	g.findPurchases()
	g.findMainAsset()
	g.findLicence()
	g.findOthers()
	g.findEchoes()
	g.findLadders()
	for _, p := range g.purchases {
		g.walks(p)
		g.keepsTooMuch(p)
		g.findPrices(p, g.main)
	}
	g.findTerms()
	g.findCounters()
	return g
}

// findPurchases chooses among the events that look like purchases: of several that speak of the same ones the one that says most.
func (g *guesser) findPurchases() {
	var all []*purchase
	for _, k := range g.kinds {
		if p := g.candidate(k); p != nil {
			all = append(all, p)
		}
	}
	slices.SortStableFunc(all, func(a, b *purchase) int { return b.score - a.score })
	for _, p := range all {
		g.place(p)
	}
	slices.SortStableFunc(g.purchases, func(a, b *purchase) int { return cmp.Compare(a.kind.First, b.kind.First) })
	for _, list := range [][]*purchase{g.purchases, g.gifts} {
		for _, p := range list {
			p.kind.Sample = len(p.groups)
		}
	}
}

// place says of a candidate whether it is a purchase, a gift, or repeats what one that is placed says.
func (g *guesser) place(p *purchase) {
	for _, better := range g.purchases {
		shared, alone := overlap(p, better)
		switch {
		case shared == 0:
			continue
		case alone == 0:
			p.kind.Role, p.kind.Why = Repeats, "it stands beside "+better.kind.ABI.RawName+" every time, which says more"
			return
		case p.kind.isLicenceTransfer():
			p.kind.Role, p.kind.Why = Repeats, fmt.Sprintf("mints stand beside %s; %d transactions that were looked at have none: see whether "+
				"those were gifts", better.kind.ABI.RawName, alone)
			g.asks = append(g.asks, fmt.Sprintf("%d transactions mint licences without %s: if those were gifts, name the event under gifts",
				alone, better.kind.ABI.RawName))
			return
		case sameFields(p, better):
			p.unless = better.kind
		}
	}
	if p.free && !p.signedByHolder() {
		p.kind.Role, p.kind.Why = Gift, "somebody else signed it, and nobody paid"
		g.gifts = append(g.gifts, p)
		return
	}
	p.kind.Role, p.kind.Why = Purchase, p.evidence()
	g.purchases = append(g.purchases, p)
}

// overlap counts the transactions of a that b has too, and those that it has not.
func overlap(a, b *purchase) (shared, alone int) {
	with := txsOf(b.logs)
	for _, tx := range txsOf(a.logs) {
		if slices.Contains(with, tx) {
			shared++
		} else {
			alone++
		}
	}
	return shared, alone
}

// sameFields says whether where both stand in a transaction the fields of the same names are equal, and there are such fields.
func sameFields(a, b *purchase) bool {
	byTx := map[common.Hash][]*occurrence{}
	for _, y := range b.logs {
		byTx[y.TxHash] = append(byTx[y.TxHash], y)
	}
	for _, x := range a.logs {
		for _, y := range byTx[x.TxHash] {
			if x.Address != y.Address {
				continue
			}
			both := 0
			for name, v := range x.v {
				if w, ok := y.v[name]; ok && fmt.Sprint(v) == fmt.Sprint(w) {
					both++
				}
			}
			if both == 0 {
				return false
			}
		}
	}
	return true
}

// evidence says what made an event a purchase.
func (p *purchase) evidence() string {
	moved, minted := 0, 0
	for _, one := range p.groups {
		if one.moved.Sign() > 0 {
			moved++
		}
		if one.minted > 0 {
			minted++
		}
	}
	if p.free {
		return fmt.Sprintf("wallets signed it for themselves in %d that were looked at, and nobody paid", len(p.groups))
	}
	text := fmt.Sprintf("money left the buyer in %d of %d purchases that were looked at", moved, len(p.groups))
	if minted > 0 {
		text += fmt.Sprintf(", licences came to a wallet in %d", minted)
	}
	return text
}

// findMainAsset finds in what most purchases were paid, and names the assets.
func (g *guesser) findMainAsset() {
	for _, p := range g.purchases {
		for _, one := range p.groups {
			if one.moved.Sign() > 0 && p.counts(one) {
				g.counts[one.asset]++
			}
		}
	}
	for a, n := range g.counts {
		if best := g.counts[g.main]; n > best || n == best && a.Cmp(g.main) < 0 {
			g.main = a
		}
	}
	g.symbols = map[common.Address]string{native: nativeSymbol(g.seen.Chain)}
	for _, a := range g.assets() {
		if a == native {
			continue
		}
		symbol := symbolOf(g.seen.Tokens[a].Symbol)
		for taken(g.symbols, symbol) {
			symbol += "2"
		}
		g.symbols[a] = symbol
	}
}

func taken(symbols map[common.Address]string, symbol string) bool {
	for _, s := range symbols {
		if s == symbol {
			return true
		}
	}
	return false
}

// assets are the assets that purchases are paid in, the coin of the chain first.
func (g *guesser) assets() []common.Address {
	out := []common.Address{native}
	for _, p := range g.purchases {
		for _, a := range p.asset.all {
			if !slices.Contains(out, a) {
				out = append(out, a)
			}
		}
	}
	return out
}

// symbolOf is what a program file can call an asset.
func symbolOf(text string) string {
	var out []rune
	for _, r := range text {
		switch {
		case r >= 'a' && r <= 'z':
			out = append(out, r-'a'+'A')
		case r >= 'A' && r <= 'Z', r >= '0' && r <= '9' && len(out) > 0:
			out = append(out, r)
		}
	}
	if len(out) == 0 || len(out) > 10 {
		return "TOKEN"
	}
	return string(out)
}

func nativeSymbol(chain uint64) string {
	switch chain {
	case 56, 97:
		return "BNB"
	case 137, 80002:
		return "POL"
	case 43114, 43113:
		return "AVAX"
	case 42220:
		return "CELO"
	case 2020:
		return "RON"
	case 146, 250:
		return map[uint64]string{146: "S", 250: "FTM"}[chain]
	case 80094:
		return "BERA"
	case 5000:
		return "MNT"
	}
	return "ETH"
}

// findLicence finds the ERC-721 contract whose tokens the buyers got.
func (g *guesser) findLicence() {
	tokens, stock := map[common.Address]int{}, 0
	for _, p := range g.purchases {
		if !p.quantity.counted && !p.kind.isLicenceTransfer() {
			continue
		}
		for _, one := range p.groups {
			for _, m := range licenceMoves(one.tx.Logs) {
				tokens[m.token]++
				if m.from != (common.Address{}) {
					stock++
				}
			}
		}
	}
	for a, n := range tokens {
		if best := tokens[g.licence]; n > best || n == best && a.Cmp(g.licence) < 0 {
			g.licence = a
		}
	}
	g.reissued = stock > 0
}
