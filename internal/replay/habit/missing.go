package habit

import (
	"fmt"
	"strings"
)

// final refuses the tag finalized.
func final(code int, text string) func(*Call) *Refusal {
	return func(c *Call) *Refusal {
		if c.Method != "eth_getBlockByNumber" || c.First() != "finalized" {
			return nil
		}
		return &Refusal{Code: code, Text: text}
	}
}

// method refuses a method.
func method(name string, r Refusal) func(*Call) *Refusal {
	return func(c *Call) *Refusal {
		if c.Method != name {
			return nil
		}
		return &r
	}
}

// fourth says whether it is the turn of a block that is not to be there.
func fourth(c *Call) bool {
	return c.Method == "eth_getBlockByNumber" && strings.HasPrefix(c.First(), "0x") && c.Tick("blocks")%4 == 0
}

var missing = []Habit{
	{Name: "fin-null", Says: "null for finalized", Alter: func(c *Call, v any) any {
		if c.Method == "eth_getBlockByNumber" && c.First() == "finalized" {
			return nil
		}
		return v
	}},
	{Name: "fin-unsupported", Says: "finalized is not supported", Refuse: final(-32000, "'finalized' tag not supported on pre-merge network")},
	{Name: "fin-invalid", Says: "finalized is not a number", Refuse: final(-32602, "invalid argument 0: hex string without 0x prefix")},
	{Name: "fin-39001", Says: "finalized is an unknown block", Refuse: final(-39001, "Unknown block")},
	{Name: "fin-notfound", Says: "finalized is not found", Refuse: final(-32000, "finalized block not found")},
	{Name: "null-block", Says: "a block is not there now and then", Alter: func(c *Call, v any) any {
		if fourth(c) {
			return nil
		}
		return v
	}},
	{Name: "notfound-block", Says: "a block is not found now and then", Refuse: func(c *Call) *Refusal {
		if !fourth(c) {
			return nil
		}
		return &Refusal{Code: -32000, Text: "header not found"}
	}},
	{Name: "receipts-null", Says: "receipts are not there now and then", Alter: func(c *Call, v any) any {
		if c.Method == "eth_getBlockReceipts" && c.Tick("receipts")%3 == 0 {
			return nil
		}
		return v
	}},
	{Name: "norec-32601", Says: "no receipts of a block", Refuse: method("eth_getBlockReceipts",
		Refusal{Code: -32601, Text: "the method eth_getBlockReceipts does not exist/is not available"})},
	{Name: "norec-wl", Says: "receipts of a block are not on a list",
		Refuse: method("eth_getBlockReceipts", Refusal{Code: -32600, Text: "rpc method is not whitelisted"})},
	{Name: "norec-403", Says: "receipts of a block are not allowed, HTTP 403",
		Refuse: method("eth_getBlockReceipts", Refusal{Code: -32052, Text: "API key is not allowed to access method", Status: 403})},
	{Name: "norec-403html", Says: "receipts of a block are forbidden, HTTP 403",
		Refuse: method("eth_getBlockReceipts", Refusal{Reply: &Reply{Status: 403, Body: "Forbidden"}})},
	{Name: "norec-404", Says: "receipts of a block are not found, HTTP 404",
		Refuse: method("eth_getBlockReceipts", Refusal{Reply: &Reply{Status: 404, Body: "404 page not found"}})},
	{Name: "norec-plan", Says: "receipts of a block have to be paid, HTTP 402",
		Refuse: method("eth_getBlockReceipts", Refusal{Code: -32000, Text: "this method is only available on paid plans", Status: 402})},
	{Name: "rec-number", Says: "receipts of a block by its number only", Refuse: func(c *Call) *Refusal {
		if c.Method != "eth_getBlockReceipts" || len(c.First()) != 66 {
			return nil
		}
		return &Refusal{Code: -32602, Text: "invalid argument 0: hex string has length 64"}
	}},
	{Name: "code-refused", Says: "no eth_getCode",
		Refuse: method("eth_getCode", Refusal{Code: -32601, Text: "method eth_getCode not allowed"})},
	{Name: "code-empty", Says: "no code at the contract's address", Alter: func(c *Call, v any) any {
		if c.Method == "eth_getCode" {
			return "0x"
		}
		return v
	}},
	{Name: "call-missing", Says: "no state of old blocks", Refuse: method("eth_call",
		Refusal{Code: -32000, Text: "missing trie node 5c1c (path ) state 0x1 is not available"})},
	{Name: "lag", Says: "the newest block goes back and forth", Ask: func(c *Call) {
		if c.Method == "eth_getBlockByNumber" && c.First() == "latest" && c.Tick("head")%2 == 1 {
			c.Params[0] = fmt.Appendf(nil, `"0x%x"`, c.Head-5)
		}
	}},
	near("nearq-hash-unknown", "an unknown block now and then, near the newest one", func(c *Call) *Refusal {
		if c.Tick("unknown")%3 != 0 {
			return nil
		}
		return &Refusal{Code: -32000, Text: "unknown block"}
	}),
	near("nearq-no-blockhash", "no logs of a block by its hash", func(*Call) *Refusal {
		return &Refusal{Code: -32602, Text: "invalid params: blockHash filter is not supported"}
	}),
}

// near is a habit with logs of one block.
func near(name, says string, refuse func(*Call) *Refusal) Habit {
	return Habit{Name: name, Says: says, Near: true, Refuse: func(c *Call) *Refusal {
		if c.Method != "eth_getLogs" || c.Ranged {
			return nil
		}
		return refuse(c)
	}}
}

// All are the habits, by what they are about.
func All() (all []Habit) {
	for _, list := range [][]Habit{ranges, busy, batches, shapes, missing} {
		all = append(all, list...)
	}
	return all
}
