package program

import (
	"math"
	"math/bits"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/money"
)

func (r *reader) sale(n *node) Sale {
	if n == nil {
		return Sale{}
	}
	s := r.open(n, "sale", "sale")
	sale := Sale{
		Contract: r.address(s.get("contract"), "sale.contract"),
		Licence:  r.address(s.get("licence"), "sale.licence"),
	}
	if !s.has("contracts") {
		s.need("contract", "the sale contract's address")
	}
	if n := s.get("counter_slot"); n != nil {
		if slot, ok := r.slot(n, "sale.counter_slot"); ok {
			sale.CounterSlot = &slot
		}
	}
	s.need("adapter", "adapter: nodesale, payment-handler or event")
	sale.Adapter = choice(s, "adapter", "", NodeSale, PaymentHandler, EventAdapter)
	sale.Asset = r.saleAsset(s)
	sale.Admin = r.admin(s.get("admin"))
	sale.Mode = choice(s, "mode", modeOf(sale.Adapter), Sequential, Parallel)
	sale.MaxNodes = s.count("max_nodes", 0, 1, math.MaxUint64)
	sale.Tiers = datedList(s, "tiers", "sale.tiers", "tiers", func(n *node, name string) []Tier {
		return r.tiers(n, name, sale)
	})
	sale.PlaceholderPrices = s.yes("placeholder_prices", false)
	if sale.PlaceholderPrices && !s.has("tiers") {
		s.needless("placeholder_prices", "says that the prices in tiers are made up, but there are no tiers")
	}
	sale.Codes = r.codes(s.get("codes"))
	sale.Treasury = r.datedAddress(s, "treasury", "sale.treasury", "the treasury's address")
	r.payments(s, &sale)
	return sale
}

// payments reads what the events mean: the amount for the built-in adapters, the whole map for the event adapter.
func (r *reader) payments(s section, sale *Sale) {
	switch sale.Adapter {
	case EventAdapter:
		s.needless("amount", "is for the built-in adapters; the event adapter says it in paid of each purchase")
		s.needless("counter_slot", "is for the built-in adapters; the event adapter says it in slot of each counter")
		sale.Event = r.eventMap(s, sale)
	case NodeSale, PaymentHandler:
		for _, key := range []string{"contracts", "purchases", "gifts", "commissions", "withdrawals", "refunds", "registrations", "counters"} {
			s.needless(key, "is only for adapter: event")
		}
		fallback := Gross
		if sale.Adapter == PaymentHandler {
			fallback = Net
		}
		sale.Amount = choice(s, "amount", fallback, Gross, Net)
	}
}

func modeOf(adapter AdapterKind) Mode {
	if adapter == PaymentHandler {
		return Parallel
	}
	return Sequential
}

// saleAsset is what buyers pay with: ETH unless the file says otherwise.
func (r *reader) saleAsset(s section) money.Asset {
	use := s.asset("asset")
	n := s.get("asset")
	switch {
	case n == nil && !s.has("asset"):
		return r.assetNamed(s.place, "sale.asset (ETH unless it is set)", "ETH").Asset
	case use.Kind == Credit || use.Kind == Coin:
		r.fault(n.place, "sale.asset is %s, which is of kind %s; write a native or erc20 asset", use.Asset, use.Kind)
	}
	return use.Asset
}

func (r *reader) admin(n *node) Admin {
	switch {
	case n == nil, n.kind == scalarNode && n.text == "scan":
		return Admin{Scan: true}
	case n.kind != listNode:
		r.fault(n.place, "sale.admin is %s; write scan, or a list of transaction hashes", n.what())
		return Admin{}
	}
	admin, seen := Admin{Txs: []common.Hash{}}, map[common.Hash]bool{}
	for i, item := range n.items {
		if item.kind != scalarNode || !item.quoted || !hashForm.MatchString(item.text) {
			r.fault(item.place, "sale.admin[%d] is %s; write 0x and 64 lower-case hexadecimal digits in quotes", i+1, item.what())
			continue
		}
		hash := common.HexToHash(item.text)
		if seen[hash] {
			r.fault(item.place, "sale.admin[%d] stands in the list twice; keep one", i+1)
		}
		seen[hash] = true
		admin.Txs = append(admin.Txs, hash)
	}
	return admin
}

// tiers reads a ladder from the cheapest rung up.
func (r *reader) tiers(n *node, name string, sale Sale) []Tier {
	var list []Tier
	var total, carry uint64
	r.each(n, name, "sale.tier", 1000, func(_ int, s section) {
		before := len(r.mistakes)
		s.need("size", "how many nodes the tier has")
		s.need("price", "the price of a node, such as 0.075")
		tier := Tier{
			Price:     r.amount(s.get("price"), s.path("price"), sale.Asset),
			Size:      s.count("size", 0, 1, math.MaxUint64),
			PerWallet: s.count("per_wallet", NoQuota, 0, math.MaxUint64-1),
		}
		if len(r.mistakes) > before || s.broken || s.get("price") == nil {
			return
		}
		if last := len(list) - 1; last >= 0 && !sale.Asset.IsZero() && tier.Price.Cmp(list[last].Price) < 0 {
			r.fault(s.placeOf("price"), "%s is %s, less than the %s above it; write the tiers from the cheapest up", s.path("price"),
				tier.Price, list[last].Price)
		}
		list = append(list, tier)
		if total, carry = bits.Add64(total, tier.Size, 0); carry > 0 {
			r.fault(s.placeOf("size"), "%s: the sizes sum to more than %d; write smaller ones", s.path("size"), uint64(math.MaxUint64))
		}
	})
	if n != nil && sale.MaxNodes > 0 && total > sale.MaxNodes {
		r.fault(n.place, "%s have %d nodes and sale.max_nodes is %d; make them agree", name, total, sale.MaxNodes)
	}
	return list
}

// codes reads referral codes that were set without events. The entries of one code stand in order of time.
func (r *reader) codes(n *node) []CodeSetting {
	var list []CodeSetting
	orders := map[string]*positions{}
	r.each(n, "sale.codes", "sale.code", 10_000, func(i int, s section) {
		code := CodeSetting{
			From:   s.from("from"),
			Code:   r.text(s.need("code", "the code as buyers type it"), s.path("code")),
			Active: s.yes("active", true),
		}
		if code.Active {
			s.need("wallet", "the wallet that the code belongs to")
		}
		before := len(r.mistakes)
		code.Wallet = r.address(s.get("wallet"), s.path("wallet"))
		if code.Active && s.get("wallet") != nil && len(r.mistakes) == before && code.Wallet == (common.Address{}) {
			r.fault(s.placeOf("wallet"), "%s is the zero address; write the referrer's, or active: false to end the code", s.path("wallet"))
		}
		order, again := orders[code.Code]
		if !again {
			order = &positions{}
			orders[code.Code] = order
		}
		if !s.broken {
			index := 0
			if again {
				index = i
			}
			order.check(s, code.From, index)
		}
		list = append(list, code)
	})
	return list
}
