package program

func (r *reader) gift(s section) GiftEvent {
	g := GiftEvent{EventMatch: r.match(s)}
	s.need("holder", "the name of the parameter that holds who gets the nodes")
	s.need("quantity", "the name of the parameter that counts licences, one_per_log, or { sum: ... }")
	g.Holder = r.parameter(s, "holder", g.EventSignature, addressField)
	g.Quantity = r.quantity(s, g.EventSignature)
	if n := s.get("quantity"); n != nil && g.Quantity.PaidOver {
		r.fault(n.place, "%s is of what was paid, and nobody pays for a gift; write a parameter, one_per_log, or { sum: ... }",
			s.path("quantity"))
	}
	g.Tier = r.tier(s, g.EventSignature)
	return g
}

func (r *reader) commission(s section) CommissionEvent {
	c := CommissionEvent{EventMatch: r.match(s)}
	s.need("reward", "the name of the parameter that holds the reward")
	if !s.has("referrer") && !s.has("code") {
		s.fault(s.place, "%s says neither referrer nor code; write the parameter that tells who earns the reward", s.name)
	}
	c.Referrer = r.parameter(s, "referrer", c.EventSignature, addressField)
	c.Reward = r.parameter(s, "reward", c.EventSignature, countField)
	c.Code = r.parameter(s, "code", c.EventSignature, codeField)
	c.Asset = r.stated(s, c.EventSignature)
	return c
}

func (r *reader) withdrawal(s section) WithdrawalEvent {
	w := WithdrawalEvent{EventMatch: r.match(s)}
	s.need("wallet", "the name of the parameter that holds who takes it")
	s.need("amount", "the name of the parameter that holds how much")
	w.Wallet = r.parameter(s, "wallet", w.EventSignature, addressField)
	w.Amount = r.parameter(s, "amount", w.EventSignature, countField)
	w.Asset = r.stated(s, w.EventSignature)
	w.Proceeds = choice(s, "of", "rewards", "rewards", "proceeds") == "proceeds"
	return w
}

func (r *reader) refund(s section) RefundEvent {
	f := RefundEvent{EventMatch: r.match(s)}
	s.need("buyer", "the name of the parameter that holds the buyer")
	s.need("amount", "the name of the parameter that holds what was paid back")
	f.Buyer = r.parameter(s, "buyer", f.EventSignature, addressField)
	f.Amount = r.parameter(s, "amount", f.EventSignature, countField)
	if n := s.get("nodes"); n != nil && n.text == "burns" {
		f.Burns = true
	} else {
		f.Quantity = r.parameter(s, "nodes", f.EventSignature, countField)
	}
	f.Restock = s.yes("restock", false)
	if !s.has("nodes") {
		s.needless("restock", "says that licences that come back can be bought again, and nodes says that none do")
	}
	f.Asset = r.stated(s, f.EventSignature)
	return f
}

func (r *reader) registration(s section) CodeEvent {
	c := CodeEvent{EventMatch: r.match(s)}
	s.need("code", "the name of the parameter that holds the code")
	s.need("wallet", "the name of the parameter that holds the wallet that the code belongs to")
	c.Code = r.parameter(s, "code", c.EventSignature, codeField)
	c.Wallet = r.parameter(s, "wallet", c.EventSignature, addressField)
	return c
}
