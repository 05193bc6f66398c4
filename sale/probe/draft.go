package probe

import (
	"cmp"
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"github.com/ethereum/go-ethereum/common"
)

// level is how a line of a draft is known.
type level string

const (
	sure   level = "sure"
	likely level = "likely"
	ask    level = "ask"
)

// writer writes the lines of a draft.
type writer struct {
	strings.Builder
	lines []Line
}

// Line is a line of a draft and how it is known.
type Line struct {
	Text  string
	Level string // sure, likely, ask; empty: it needs no reason
	Why   string
}

func (w *writer) line(text string, l level, why string, args ...any) {
	line := Line{text, string(l), fmt.Sprintf(why, args...)}
	w.lines = append(w.lines, line)
	w.WriteString(text)
	if l != "" {
		w.WriteString(" # " + line.Level + ": " + strings.Join(strings.Fields(line.Why), " "))
	}
	w.WriteString("\n")
}

func (w *writer) plain(text string) { w.line(text, "", "") }

// group begins a group of keys.
func (w *writer) group(key string) { w.plain(key + ":") }

// draft writes the program file.
func (g *guesser) draft() *writer {
	w := g.begin()
	g.writeContracts(w)
	if g.licence != (common.Address{}) {
		w.line(`  licence: "`+g.licence.Hex()+`"`, sure, "the buyers got its tokens (ERC-721), as many as they bought")
	}
	w.plain("  adapter: event")
	g.writeAsset(w)
	g.writeLadder(w)
	w.group("  purchases")
	for _, p := range g.purchases {
		g.writePurchase(w, p)
	}
	if len(g.gifts) > 0 {
		w.group("  gifts")
		for _, p := range g.gifts {
			g.writeGift(w, p)
		}
	}
	g.writeOthers(w)
	g.writeCounters(w)
	if g.licence != (common.Address{}) {
		w.line("holdings: licence", likely, "whoever has the token has the node")
	}
	g.writeReferral(w)
	return w
}

// begin writes what stands before the sale's contracts.
func (g *guesser) begin() *writer {
	w := &writer{}
	w.plain("# A draft: every line says how it is known. Read it, look up what it asks, then run `nodeledger program check`.")
	w.line("program: "+g.set.Name, ask, "the name of the sale, as it shall stand in the books")
	w.plain("schema: 1")
	g.writeAssets(w)
	w.group("chain")
	w.line("  id: "+strconv.FormatUint(g.seen.Chain, 10), sure, "as the endpoint says")
	start := "  start_block: " + strconv.FormatUint(g.seen.Start, 10)
	if g.seen.Deployed {
		w.line(start, sure, "the first of the contracts was made in this block")
	} else {
		w.line(start, likely, "no log of the contracts is older that was looked at")
	}
	if !g.seen.Final {
		w.line("  finality: 64", ask, "the endpoint calls no block final: after how many blocks is one?")
	}
	if g.set.Why == "" {
		w.line("  proof: "+cmp.Or(g.set.Proof, "full"), ask, "`nodeledger doctor` says which level the endpoints can prove")
	} else {
		w.line("  proof: "+g.set.Proof, sure, "%s", g.set.Why)
	}
	w.group("sale")
	return w
}

// writeAsset writes what most purchases are paid in.
func (g *guesser) writeAsset(w *writer) {
	if symbol := g.symbols[g.main]; symbol != "ETH" {
		w.line("  asset: "+symbol, sure, "most purchases are paid in it")
	}
}

func (g *guesser) writeAssets(w *writer) {
	w.group("assets")
	for _, a := range g.assets() {
		if a == native {
			w.line("  "+g.symbols[a]+": { decimals: 18, kind: native }", sure, "the coin of chain %d", g.seen.Chain)
			continue
		}
		t := g.seen.Tokens[a]
		w.line(fmt.Sprintf("  %s: { decimals: %d, kind: erc20, address: %q }", g.symbols[a], t.Decimals, a.Hex()), sure,
			"%d of the purchases that were looked at were paid in it", g.counts[a])
	}
}

func (g *guesser) writeContracts(w *writer) {
	over := slices.ContainsFunc(g.purchases, func(p *purchase) bool { return p.quantity.paidOver })
	if len(g.seen.Contracts) == 1 && !over {
		w.line("  contract: \""+g.seen.Contracts[0].Hex()+"\"", sure, "as you said")
		return
	}
	w.group("  contracts")
	for i, c := range g.seen.Contracts {
		text, l, why := fmt.Sprintf("    - { address: %q }", c.Hex()), sure, "as you said"
		if price, view := g.priceOf(c); over && price != nil {
			text = fmt.Sprintf("    - { address: %q, tier: %d, price: %s }", c.Hex(), i+1, g.digits(price, g.main))
			l, why = sure, "view "+view+" divides all that was paid"
			if view == "" {
				l, why = ask, "all that was paid are multiples of this; look up what one node costs"
			}
		}
		w.line(text, l, "%s", why)
	}
}

// writeLadder writes the tiers that events announce, where the price of a purchase follows from them.
func (g *guesser) writeLadder(w *writer) {
	if !slices.ContainsFunc(g.purchases, func(p *purchase) bool { return p.paid.ladder }) {
		return
	}
	w.line("  mode: sequential", likely, "what was sent fits the announced tiers, one after the other")
	w.group("  tiers")
	begun := g.purchases[0].kind.First
	blocks := []uint64{begun}
	for _, a := range g.ladders[0].rungs {
		if a.block >= begun && !slices.Contains(blocks, a.block) {
			blocks = append(blocks, a.block)
		}
	}
	for i, b := range blocks {
		if i == 0 {
			w.line("    - tiers:", sure, "events %s before the first purchase", g.ladders[0].kind.ABI.RawName)
			g.writeTiers(w, g.ladders[0].at(begun))
			continue
		}
		w.line("    - from: block "+strconv.FormatUint(b, 10), sure, "event %s", g.ladders[0].kind.ABI.RawName)
		w.group("      tiers")
		g.writeTiers(w, g.ladders[0].at(b+1))
	}
}

func (g *guesser) writeTiers(w *writer, tiers []announced) {
	for _, t := range tiers {
		w.plain(fmt.Sprintf("        - { size: %s, price: %s }", t.size, g.digits(t.price, g.main)))
	}
}

func (g *guesser) writeCounters(w *writer) {
	if len(g.counters) == 0 {
		g.asks = append(g.asks, "no view of the contract was found that counts what was sold: if it has one, name it under counters; it is the "+
			"best check there is")
		return
	}
	w.group("  counters")
	for _, c := range g.counters {
		text := fmt.Sprintf("    - { view: %q, of: %s", c.view, c.of)
		if c.of == "paid" {
			text += ", asset: " + g.symbols[g.main]
		}
		if c.less > 0 {
			text += ", less: " + strconv.FormatUint(c.less, 10)
		}
		w.line(text+" }", sure, "it answers %s at block %d, as the logs up to it add up to", c.n, g.seen.Head)
	}
}

func (g *guesser) writeReferral(w *writer) {
	settlement, why := "accrued", "no event of the contract pays referrers; if they earn, say how much"
	l := ask
	switch {
	case g.held:
		settlement, l, why = "held", likely, "rewards are withdrawn from the contract"
	case slices.ContainsFunc(g.others, func(o *other) bool { return o.kind.Role == Commission }):
		settlement, l, why = "on_chain", likely, "commissions stand beside the purchases, and nobody claims them later"
	}
	reward, discount := "0%", "0%"
	if g.reward != "" {
		reward, why = percent(g.reward), why+"; the reward is most commissions over what was paid"
		if g.ofList {
			reward, why = "{ levels: ["+reward+"], of: list }", strings.Replace(why, "what was paid", "the list price", 1)
		}
	}
	if g.discount != "" {
		discount, why = percent(g.discount), why+"; the discount is what most of those with a code paid less than the list price"
	}
	w.line("referral: { discount: "+discount+", reward: "+reward+", settlement: "+settlement+" }", l, "%s", why)
}

// digits writes an amount in units of its asset.
func (g *guesser) digits(n *big.Int, a common.Address) string {
	decimals := 18
	if a != native {
		decimals = int(g.seen.Tokens[a].Decimals)
	}
	text := n.String()
	if decimals == 0 {
		return text
	}
	if len(text) <= decimals {
		text = strings.Repeat("0", decimals-len(text)+1) + text
	}
	return strings.TrimSuffix(strings.TrimRight(text[:len(text)-decimals]+"."+text[len(text)-decimals:], "0"), ".")
}
