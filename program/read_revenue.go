package program

import (
	"fmt"
	"math"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/money"
)

func (r *reader) revenue(n *node, p *Program) *Revenue {
	if n == nil {
		return nil
	}
	s := r.open(n, "revenue", "revenue")
	s.need("asset", "the symbol of the asset that revenue is counted in")
	s.need("split", "{ share: 50%, buyback: 50% }, or a dated list of such")
	v := &Revenue{Asset: s.asset("asset").Asset}
	v.Sources = r.sources(s.get("sources"))
	v.CloseBy = int(s.count("close_by", CloseByDefault, 1, 2))
	s.noBlocks("split", "revenue")
	s.noBlocks("share", "a month")
	v.Split = dated(s, "split", "revenue.split", func(e section) RevenueSplit { return r.split(e, v) }, nil)
	v.Share = dated(s, "share", "revenue.share", func(e section) ShareRule {
		return r.shareRule(e, v.Asset)
	}, nil)
	v.Proven = dated(s, "proven", "revenue.proven", func(e section) Proven { return r.proven(e, v, p) }, nil)
	return v
}

// proven reads which wallets' movements are revenue, and which are buybacks.
func (r *reader) proven(e section, v *Revenue, p *Program) (proven Proven) {
	if !slices.ContainsFunc(p.Assets, func(a AssetUse) bool { return a.Asset == v.Asset && a.Kind == ERC20 }) && !v.Asset.IsZero() {
		r.fault(e.place, "%s is about transfers, and %s is not an asset of kind erc20; remove it, or count revenue in such a token", e.name,
			v.Asset)
	}
	if n := e.get("received"); n != nil {
		group := r.group(n, e.path("received"))
		for _, name := range group.order {
			item := group.get(name)
			source := r.text(item, group.path(clip(name)))
			if err := v.CheckSource(source); err != nil && source != "" {
				r.fault(item.place, "%s: %v", group.path(clip(name)), err)
			}
			if w, ok := r.namedWallet(group.keyAt[name], group.path(clip(name)), name, p); ok {
				proven.Received = append(proven.Received, Received{w, source})
			}
		}
	}
	if n := e.get("buybacks"); n != nil {
		name := r.text(n, e.path("buybacks"))
		w, ok := r.namedWallet(n.place, e.path("buybacks"), name, p)
		switch traded := isTraded(p); {
		case traded:
		case p.Token == nil:
			r.fault(n.place, "%s needs a token; write the section token, or remove it", e.path("buybacks"))
		default:
			r.fault(n.place, "%s needs the contract of %s; write assets.%[2]s.address", e.path("buybacks"), p.Token.Asset)
		}
		if ok {
			proven.Buyback = w
		}
	}
	return proven
}

// isTraded says that the token has a contract, so that the chain shows where it moves.
func isTraded(p *Program) bool {
	return p.Token != nil && slices.ContainsFunc(p.Assets, func(a AssetUse) bool {
		return a.Asset == p.Token.Asset && a.Address != (common.Address{})
	})
}

// namedWallet is one of the file's wallets by its name.
func (r *reader) namedWallet(at place, path, name string, p *Program) (NamedWallet, bool) {
	for _, w := range p.Wallets {
		if w.Name == name {
			return w, true
		}
	}
	if name != "" {
		r.fault(at, "%s: %q is not in wallets; write its address there", path, clip(name))
	}
	return NamedWallet{}, false
}

// split reads how revenue is divided: for every source, or for each by its name.
func (r *reader) split(e section, v *Revenue) (split RevenueSplit) {
	own := e.get("by_source")
	split.None = own != nil && e.get("share") == nil && e.get("buyback") == nil
	if !split.None {
		split.Parts = r.parts(e)
	}
	if own == nil {
		return split
	}
	group := r.group(own, e.path("by_source"))
	for _, name := range group.order {
		if err := v.CheckSource(name); err != nil || len(v.Sources) == 0 {
			r.fault(group.keyAt[name], "%s is not in revenue.sources; write it there, or remove it here", group.path(clip(name)))
		}
		split.BySource = append(split.BySource, SourceParts{name, r.parts(r.open(group.get(name), "revenue.parts", group.path(clip(name))))})
	}
	for _, name := range v.Sources {
		if _, ok := split.Of(name); !ok && !group.broken {
			r.fault(own.place, "%s lacks %s; write its parts, or share and buyback beside by_source for all others", group.name, name)
		}
	}
	return split
}

func (r *reader) parts(e section) Parts {
	before := len(r.mistakes)
	parts := Parts{
		Share:   r.ratio(e.need("share", "the part for the holders, 0% for none"), e.path("share"), true),
		Buyback: r.ratio(e.need("buyback", "the part for buybacks, 0% for none"), e.path("buyback"), true),
	}
	if len(r.mistakes) == before && !e.broken {
		r.sum(e.place, "the parts of "+e.name, parts.Share, parts.Buyback)
	}
	return parts
}

// sources reads the names of the sources of revenue.
func (r *reader) sources(n *node) []string {
	switch {
	case n == nil:
		return nil
	case n.kind != listNode || len(n.items) == 0:
		r.fault(n.place, "revenue.sources is %s; write a list of names such as [dapp, fiat]", n.what())
		return nil
	}
	var list []string
	for i, item := range n.items {
		name := r.text(item, fmt.Sprintf("revenue.sources[%d]", i+1))
		switch {
		case name == "":
		case !partForm.MatchString(name):
			r.fault(item.place, "%q cannot name a source of revenue; write lower-case letters, digits and underscores", clip(name))
		case slices.Contains(list, name):
			r.fault(item.place, "revenue.sources[%d] stands in the list twice; keep one", i+1)
		}
		list = append(list, name)
	}
	return list
}

func (r *reader) shareRule(e section, asset money.Asset) ShareRule {
	e.need("mode", "mode: brackets or pro_rata")
	rule := ShareRule{
		Mode:    choice(e, "mode", "", ShareBrackets, ShareProRata),
		Surplus: choice(e, "surplus", CarrySurplus, CarrySurplus, SurplusBuyback),
	}
	if rule.Mode == ShareProRata {
		e.needless("brackets", "are only for mode: brackets")
		return rule
	}
	if rule.Mode == ShareBrackets {
		e.need("brackets", "the list of { nodes, amount }")
	}
	r.each(e.get("brackets"), e.path("brackets"), "revenue.share.bracket", 1000, func(_ int, s section) {
		before := len(r.mistakes)
		s.need("nodes", "the least number of nodes")
		s.need("amount", "the amount for a month, such as 250")
		b := ShareBracket{s.count("nodes", 0, 1, math.MaxUint64), r.amount(s.get("amount"), s.path("amount"), asset)}
		if len(r.mistakes) > before || s.broken || s.get("nodes") == nil || s.get("amount") == nil {
			return
		}
		if last := len(rule.Brackets) - 1; last >= 0 {
			was := rule.Brackets[last]
			switch {
			case b.Nodes <= was.Nodes:
				r.fault(s.placeOf("nodes"), "%s is %d, not more than the %d above it; write the brackets in rising order", s.path("nodes"),
					b.Nodes, was.Nodes)
			case b.Amount.Cmp(was.Amount) < 0:
				r.fault(s.placeOf("amount"), "%s is %s, less than the %s above it; write at least as much", s.path("amount"), b.Amount, was.Amount)
			}
		}
		rule.Brackets = append(rule.Brackets, b)
	})
	return rule
}

func (r *reader) campaigns(n *node, sold money.Asset) []Campaign {
	var list []Campaign
	names := map[string]bool{}
	r.each(n, "campaigns", "campaign", 1000, func(_ int, s section) {
		c := Campaign{Name: r.text(s.need("name", "a name such as eth-miners"), s.path("name")), From: s.from("from"), Until: s.from("until")}
		if c.Name != "" && !programForm.MatchString(c.Name) {
			r.fault(s.placeOf("name"), "%s cannot be %q; write lower-case letters, digits and dashes, a letter first", s.path("name"), clip(c.Name))
		} else if names[c.Name] && c.Name != "" {
			r.fault(s.placeOf("name"), "two campaigns are named %q; name each its own way", c.Name)
		}
		names[c.Name] = true
		s.need("from", "when the campaign begins")
		if u := s.get("until"); u != nil && ((c.From.Block > 0 && c.Until.Block > 0 && c.Until.Block <= c.From.Block) ||
			(!c.From.Time.IsZero() && !c.Until.Time.IsZero() && !c.From.Time.Before(c.Until.Time))) {
			r.fault(u.place, "%s is not after from; write when the campaign ends", s.path("until"))
		}
		c.Wallets = r.allowlist(s)
		r.prize(s, &c, sold)
		list = append(list, c)
	})
	return list
}

// allowlist reads everybody, or a list of addresses.
func (r *reader) allowlist(s section) []common.Address {
	n := s.need("wallets", "a list of addresses, or everybody")
	switch {
	case n == nil, n.kind == scalarNode && n.text == "everybody":
		return nil
	case n.kind != listNode || len(n.items) == 0:
		r.fault(n.place, "%s is %s; write a list of addresses, or everybody", s.path("wallets"), n.what())
		return nil
	}
	var list []common.Address
	seen := map[common.Address]bool{}
	for _, item := range n.items {
		before := len(r.mistakes)
		wallet := r.address(item, s.path("wallets"))
		if len(r.mistakes) > before {
			continue
		}
		if seen[wallet] {
			r.fault(item.place, "%s has %s twice; keep one", s.path("wallets"), wallet)
		}
		seen[wallet] = true
		list = append(list, wallet)
	}
	slices.SortFunc(list, common.Address.Cmp)
	return list
}

// prize reads what the campaign pays: a rebate of what was paid, or a fixed amount.
func (r *reader) prize(s section, c *Campaign, sold money.Asset) {
	s.need("asset", "the symbol of the asset that the campaign pays")
	s.need("budget", "the most that the campaign pays in all")
	use := s.asset("asset")
	c.Asset = use.Asset
	c.Budget = r.positive(s, "budget", c.Asset)
	switch {
	case s.has("rebate") && s.has("amount"):
		r.fault(s.place, "%s has both rebate and amount; write one of them", s.name)
	case s.has("amount"):
		c.Fixed = r.positive(s, "amount", c.Asset)
		c.Per = choice(s, "per", PerWallet, PerWallet, PerPurchase, PerNode)
		if !c.Asset.IsZero() && c.Fixed.Cmp(c.Budget) > 0 && !c.Budget.IsZero() {
			r.fault(s.placeOf("amount"), "%s is more than the budget; write a smaller amount", s.path("amount"))
		}
	case s.has("rebate"):
		s.needless("per", "is only for a fixed amount")
		before := len(r.mistakes)
		if c.Rebate = r.ratio(s.get("rebate"), s.path("rebate"), true); c.Rebate.IsZero() && len(r.mistakes) == before && s.get("rebate") != nil {
			r.fault(s.placeOf("rebate"), "%s is zero; write a percentage above it", s.path("rebate"))
		}
		if n := s.get("asset"); n != nil && !c.Asset.IsZero() && !sold.IsZero() && c.Asset != sold {
			r.fault(n.place, "%s is %s, but a rebate of what was paid is in %s; write that, or a fixed amount", s.path("asset"), c.Asset, sold)
		}
	default:
		if !s.broken {
			r.fault(s.place, "%s pays nothing; write rebate: a percentage of what was paid, or amount: a fixed one", s.name)
		}
	}
}
