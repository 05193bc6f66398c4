package probe

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/evm"
)

// Guessed is what was found.
type Guessed struct {
	Kinds []*Kind
	Draft string // the program file; empty when no event sells anything
	Lines []Line
	Asks  []string // what cannot be known from the chain, or was not seen
	// Licence is the contract whose tokens the buyers got; zero: none was seen.
	Licence common.Address
}

func (g *guesser) result() *Guessed {
	out := &Guessed{Kinds: g.kinds}
	unknown := 0
	for _, k := range g.kinds {
		if k.Role == Unknown {
			unknown += k.Count
		}
	}
	if unknown > 0 {
		g.asks = append(g.asks, fmt.Sprintf("%d logs are of events whose declarations are not known: give the contract's ABI with --abi, or "+
			"declarations with --events", unknown))
	}
	if len(g.purchases) == 0 {
		out.Asks = append(g.asks, "no event was found that sells nodes")
		return out
	}
	w := g.draft()
	out.Lines = w.lines
	owned := slices.ContainsFunc(g.others, func(o *other) bool { return o.kind.Role == Registration || o.kind.Role == Commission })
	for _, p := range g.purchases {
		if p.code != "" && !owned {
			g.asks = append(g.asks, "purchases name codes, and no event says whose they are: list them under sale.codes")
			break
		}
	}
	if g.seen.Left > 0 {
		g.asks = append(g.asks, fmt.Sprintf("%d logs were counted and not read: sums could not be compared with the contract's counters",
			g.seen.Left))
	}
	out.Draft, out.Asks, out.Licence = w.String(), g.asks, g.licence
	return out
}

// builtin is the adapter that knows the contract; empty: none does.
func (g *guesser) builtin() string {
	for _, k := range g.kinds {
		switch k.Topic() {
		case evm.Topic("Purchased(uint256,address,address,uint256,uint256,uint256,uint256,string)"):
			return "nodesale"
		case evm.Topic("paymentReceived(address,uint256,uint256,string)"):
			return "payment-handler"
		}
	}
	return ""
}

// adapted is the draft for a contract that an adapter knows.
func (g *guesser) adapted() *Guessed {
	w := g.begin()
	w.line("  contract: \""+g.seen.Contracts[0].Hex()+"\"", sure, "as you said")
	w.line("  adapter: "+g.adapter, sure, "its events are those that this adapter reads")
	g.writeAsset(w)
	for _, k := range g.kinds {
		if k.Role == Other && k.Section == ofSale {
			k.Why = "the adapter reads it"
		}
	}
	if g.adapter == "payment-handler" {
		g.asks = append(g.asks, "its tiers, codes and treasury are set by calls, which are read from every block; write those that a call "+
			"through another contract set")
	}
	return &Guessed{Kinds: g.kinds, Draft: w.String(), Lines: w.lines, Asks: g.asks}
}

// writeOthers writes what is no purchase and no gift.
func (g *guesser) writeOthers(w *writer) {
	for _, section := range []struct {
		key  string
		role Role
	}{{"commissions", Commission}, {"withdrawals", Withdrawal}, {"refunds", Refund}, {"registrations", Registration}} {
		begun := false
		for _, o := range g.others {
			if o.kind.Role != section.role {
				continue
			}
			if !begun && !o.off {
				w.group("  " + section.key)
				begun = true
			}
			g.writeOther(w, o)
		}
	}
}

func (g *guesser) writeOther(w *writer, o *other) {
	pairs := []string{"event: " + fmt.Sprintf("%q", o.kind.Declaration)}
	add := func(key, field string) {
		if field != "" {
			pairs = append(pairs, key+": "+field)
		}
	}
	if o.where != "" {
		add("where", "{ "+o.wallet+": \""+o.where+"\" }")
	}
	l := o.level
	switch o.kind.Role {
	case Commission:
		add("referrer", o.wallet)
		add("code", o.code)
		add("reward", o.amount)
	case Withdrawal:
		add("wallet", o.wallet)
		add("amount", o.amount)
		if o.asset != "" {
			add("asset", "{ field: "+o.asset+", is: { "+g.tokensBy(o)+" } }")
		}
		if o.proceeds {
			add("of", "proceeds")
		}
	case Refund:
		add("buyer", o.wallet)
		add("amount", o.amount)
		if o.burns {
			add("nodes", "burns")
			add("restock", "true")
		}
	case Registration:
		add("code", o.code)
		add("wallet", o.wallet)
	}
	text := "    - { " + strings.Join(pairs, ", ") + " }"
	if o.off {
		w.plain("  # " + strings.TrimSpace(text) + " # ask: under withdrawals, once the terms of the codes say what was earned; " + o.kind.Why)
		g.asks = append(g.asks, "referrers withdraw rewards, and no event says how they earned them: write the codes with their terms under "+
			"referral.codes, then name the event "+o.kind.ABI.RawName+" under withdrawals")
		return
	}
	w.line(text, l, "%d logs; %s", o.kind.Count, o.kind.Why)
}

// tokensBy writes which asset a field's values are.
func (g *guesser) tokensBy(o *other) string {
	var pairs []string
	for _, a := range g.assets() {
		if slices.ContainsFunc(o.kind.logs, func(one *occurrence) bool { return one.address(o.asset) == a }) {
			key := fmt.Sprintf("%q", a.Hex())
			if a == (common.Address{}) {
				key = "zero"
			}
			pairs = append(pairs, key+": "+g.symbols[a])
		}
	}
	return strings.Join(pairs, ", ")
}
