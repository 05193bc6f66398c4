package program

import (
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/nodeledger/nodeledger/money"
)

// TestEventMap: what is read of a file that says everything of its events.
func TestEventMap(t *testing.T) {
	t.Parallel()
	p := mustRead(t, string(goodFiles(t)["testdata/event.yaml"]))
	m := p.Sale.Event
	const usdc = "0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48"
	var none common.Address
	bought, bought2, paid, minted := m.Purchases[1], m.Purchases[2], m.Purchases[3], m.Purchases[4]
	eth, dollars := p.Assets[0].Asset, p.Assets[1].Asset
	for i, c := range []struct{ got, want any }{
		{p.Sale.Contract.Hex(), "0x5FbDB2315678afecb367f032d93F642f64180aa3"}, {len(p.Sale.Contracts()), 3},
		{m.Contracts[0].Tier, 0}, {m.Contracts[0].Price == nil, true}, {m.Contracts[1].Tier, 2}, {m.Contracts[1].Price.String(), "0.15 USDC"},
		{m.Contracts[1].From.Block, uint64(200000100)}, {m.Contracts[1].Until.Block, uint64(210000000)},
		{m.Purchases[0].Where, []FieldIs{{"to", FieldText(none)}, {"count", "1"}, {"token", usdc}}},
		{m.Purchases[0].Paid, PaidAs{Means: Net, Field: "paid"}}, {m.Purchases[0].Tier, TierOf{Field: "tier", Base: 1}},
		{m.Purchases[0].Asset, AssetOf{}}, {m.Purchases[0].Unless == nil, true},
		{bought.Unless.Canonical, "Bought2(address,uint256[],string,bool,bytes32,address)"}, {bought.From.Block, uint64(200000050)},
		{bought.Until.Block, uint64(209000000)}, {bought.Buyer + " " + bought.Holder, "account to"},
		{bought.Quantity, QuantityOf{Field: "count"}},
		{bought.Tier, TierOf{Field: "tier"}}, {bought.Paid, PaidAs{Means: Gross, Field: "paid", Each: true}}, {bought.PerTransaction, false},
		{bought.Asset, AssetOf{Field: "token", Is: map[string]money.Asset{usdc: dollars, FieldText(none): eth}}},
		{bought.Code, CodeOf{Field: "code"}},
		{bought2.Where, []FieldIs{{"open", "true"}, {"code", FieldText(common.Hash{})}, {"plan", ""}}}, {bought2.PerTransaction, true},
		{bought2.Buyer, SenderOfTransaction}, {bought2.Quantity, QuantityOf{Sum: "counts"}}, {bought2.Referrer, "ref"},
		{bought2.Tier, TierOf{Field: "plan", Base: 1, Is: map[string]int{"Tier 1": 1, "KOL-A": 3}}}, {bought2.Paid, PaidAs{Means: Moved}},
		{bought2.Asset, AssetOf{Moved: true}},
		{bought2.Code.Field + " of " + bought2.Code.Call.Canonical, "code of buy(address,string,uint16[])"},
		{bought2.Code.Call.Selector, [4]byte(crypto.Keccak256([]byte("buy(address,string,uint16[])")))},
		{paid.Where, []FieldIs{{"data", "0x00ff"}}}, {paid.Quantity, QuantityOf{PaidOver: true}},
		{paid.Paid, PaidAs{Means: List, Field: "amount"}},
		{paid.Prices[0].String(), "0.00005 ETH"}, {paid.Asset, AssetOf{Fixed: eth}}, {minted.Paid, PaidAs{Means: OfTheList}},
		{minted.Quantity, QuantityOf{OnePerLog: true}}, {minted.Tier, TierOf{}},
		{m.Gifts[0].Quantity, QuantityOf{Sum: "n"}}, {m.Gifts[0].From.String(), "2024-05-01"}, {m.Gifts[1].Tier, TierOf{Field: "tier", Base: 1}},
		{m.Commissions[0].Referrer + m.Commissions[0].Code + m.Commissions[0].Reward, "receivercodeamount"},
		{m.Commissions[0].Asset.Is, map[string]money.Asset{"0": dollars, "-1": eth}},
		{m.Withdrawals[0].Proceeds, false}, {m.Withdrawals[0].Asset.Fixed, eth}, {m.Withdrawals[1].Proceeds, true},
		{m.Withdrawals[1].Wallet + m.Withdrawals[1].Amount, "whoamount"}, {m.Refunds[0].Quantity, ""}, {m.Refunds[1].Quantity, "n"},
		{m.Refunds[2].Burns && m.Refunds[2].Restock, true}, {m.Refunds[2].Until.String(), "2025-01-01"},
		{m.Codes[0].Code + m.Codes[0].Wallet, "codewallet"}, {m.Counters[0].Canonical, "totalSold()"},
		{m.Counters[0].Selector, [4]byte(crypto.Keccak256([]byte("totalSold()")))}, {m.Counters[0].Of, CountsNodes},
		{*m.Counters[0].Slot, common.HexToHash("0x04")}, {m.Counters[1].Of, CountsSold}, {m.Counters[1].Less, uint64(1)},
		{m.Counters[2].Of, CountsPaid}, {m.Counters[2].Asset, eth},
		{m.Counters[3].Of, CountsOwed}, {m.Counters[3].Asset, dollars}, {*m.Counters[3].Slot, common.HexToHash("0x07")},
		{p.Holdings, FromLicence}, {p.Chain.Depth, uint64(64)}, {p.Sale.Amount, AmountMeaning("")},
	} {
		if !reflect.DeepEqual(c.got, c.want) {
			t.Errorf("%d: got %v, want %v", i, c.got, c.want)
		}
	}
	if e := m.Purchases[0]; e.Topic != crypto.Keccak256Hash([]byte("Bought(address,address,uint256,uint256,uint256,string,address)")) {
		t.Errorf("the topic of %s is %s", e.Canonical, e.Topic)
	}
}

// TestTermsOfEvents: what a referral has for contracts that the file describes.
func TestTermsOfEvents(t *testing.T) {
	t.Parallel()
	r := mustRead(t, string(goodFiles(t)["testdata/event.yaml"])).Referral
	beta := r.Own[0]
	for i, c := range []struct{ got, want any }{
		{r.Settlement, Held}, {r.Discount[0].Value.IsZero(), true}, {r.Reward[0].Value.Levels[0].IsZero(), true},
		{r.Reward[0].Value.OfList, true},
		{beta.Code + " " + beta.Discount.String() + " " + beta.Reward.String(), "BETA 0.05 0.09"}, {beta.Parent.Reward.String(), "0.01"},
		{beta.Parent.Wallet.Hex(), "0x90F79bf6EB2c4f870365E785982E1f101E93b906"}, {r.Own[1].Tier, 2}, {r.Own[1].Bonus.String(), "0.05"},
		{len(r.Volume), 2}, {r.Volume[0].Nodes, uint64(20)}, {r.Volume[0].Discount.String() + " " + r.Volume[0].Reward.String(), "0.11 0.11"},
		{r.Volume[1].Reward.IsZero(), true}, {r.Wallets.Discount.String() + " " + r.Wallets.Reward.String(), "0.05 0.08"},
	} {
		if !reflect.DeepEqual(c.got, c.want) {
			t.Errorf("%d: got %v, want %v", i, c.got, c.want)
		}
	}
}

// TestOneContractIsAListOfOne: a file that names one contract reads its events alone.
func TestOneContractIsAListOfOne(t *testing.T) {
	t.Parallel()
	p := mustRead(t, headEvent+oneEvent)
	if m := p.Sale.Event; len(m.Contracts) != 1 || m.Contracts[0] != (SaleContract{Address: p.Sale.Contract}) {
		t.Errorf("the contracts are %+v", p.Sale.Event.Contracts)
	}
	if got := mustRead(t, head).Sale.Contracts(); len(got) != 1 || got[0].Hex() != "0x5FbDB2315678afecb367f032d93F642f64180aa3" {
		t.Errorf("the contracts of a built-in adapter are %v", got)
	}
}

// The recorded sales' files are read.
func TestRecordedSalesAreRead(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("../testdata/programs/*.yaml")
	if err != nil || len(files) < 9 {
		t.Fatal(files, err)
	}
	for _, name := range files {
		if _, err := Load(name); err != nil {
			t.Error(err)
		}
	}
}

// An event is ready to unpack a log's data.
func TestEventUnpacks(t *testing.T) {
	t.Parallel()
	event, err := ParseEvent("event Bought( address indexed account , uint count,string   code );")
	if err != nil {
		t.Fatal(err)
	}
	if event.Declaration != "Bought(address indexed account, uint256 count, string code)" {
		t.Errorf("declaration %q", event.Declaration)
	}
	data, err := event.ABI.Inputs.NonIndexed().Pack(bigInt(7), "ALPHA")
	if err != nil {
		t.Fatal(err)
	}
	fields := map[string]any{}
	if err := event.ABI.Inputs.NonIndexed().UnpackIntoMap(fields, data); err != nil || fields["code"] != "ALPHA" {
		t.Errorf("fields %v, %v", fields, err)
	}
}

func TestParseEvent(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"A()":                                  "A()",
		"A ( )":                                "A()",
		"A(uint)":                              "A(uint256 arg0)",
		"A(int[] x, bytes32[2] y)":             "A(int256[] x, bytes32[2] y)",
		"A(uint8 indexed, bool indexed b)":     "A(uint8 indexed arg0, bool indexed b)",
		"event Transfer(address,address,uint)": "Transfer(address arg0, address arg1, uint256 arg2)",
	} {
		event, err := ParseEvent(text)
		if err != nil || event.Declaration != want {
			t.Errorf("%q is %q, %v, want %q", text, event.Declaration, err, want)
		}
		again, err := ParseEvent(event.Declaration)
		if err != nil || again.Declaration != event.Declaration || again.Topic != event.Topic {
			t.Errorf("%q re-reads as %q, %v", event.Declaration, again.Declaration, err)
		}
	}
	for text, says := range map[string]string{
		"":                    "not an event",
		"A":                   "not an event",
		"1A()":                "not an event",
		"A(uint256":           "not an event",
		"A(uint256,)":         "nothing between the commas",
		"A(uint256 a b)":      "not a parameter",
		"A(uint256 a-b)":      "not a parameter",
		"A(uint7 a)":          "no type",
		"A(uint264 a)":        "no type",
		"A(bytes33 a)":        "no type",
		"A(uint256[0] a)":     "no type",
		"A(uint256[][][] a)":  "not a type that is read",
		"A(tuple a)":          "not a type that is read",
		"A((address,uint) a)": "not a type that is read",
		"A(fixed a)":          "not a type that is read",
		"A(uint a, int a)":    "two parameters",
		"A(uint arg1, int)":   "two parameters",
		"A(uint indexed a, uint indexed b, uint indexed c, uint indexed d)": "at most",
		"A(" + strings.Repeat("uint,", 40) + "uint)":                        "41 parameters",
	} {
		if says == "at most" {
			says = "the most is 3"
		}
		event, err := ParseEvent(text)
		if err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%q is %q, %v; want an error with %q", text, event.Declaration, err, says)
		}
	}
}

func TestParseCounter(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"totalSold() returns (uint256)":                              "totalSold() returns (uint256)",
		"function totalSold() external view returns (uint256 sold);": "totalSold() returns (uint256)",
		"n()  returns(uint)":                                         "n() returns (uint256)",
	} {
		counter, err := ParseCounter(text)
		if err != nil || counter.Declaration != want || counter.ABI.Outputs[0].Type.T != abi.UintTy {
			t.Errorf("%q is %q, %v, want %q", text, counter.Declaration, err, want)
		}
	}
	for _, text := range []string{"", "totalSold", "totalSold()", "totalSold(address) returns (uint256)", "a() returns (int256)",
		"a() returns (uint256, uint256)", "a() returns (string)", "a() returns (uint9)"} {
		if counter, err := ParseCounter(text); err == nil {
			t.Errorf("%q is %q", text, counter.Declaration)
		}
	}
}

func TestParseCall(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"mint(uint,string code)":                "mint(uint256 arg0, string code)",
		"function mint(address c, uint16[] n);": "mint(address c, uint16[] n)",
		"mint()":                                "mint()",
	} {
		call, err := ParseCall(text)
		if err != nil || call.Declaration != want || call.Selector != [4]byte(crypto.Keccak256([]byte(call.Canonical))) {
			t.Errorf("%q is %+v, %v, want %q", text, call, err, want)
		}
	}
	for text, says := range map[string]string{
		"mint":                 `not a function; write its name and its parameters, such as "mint(address to, string code)"`,
		"mint(string indexed)": "function mint has the indexed parameter arg0; only events have those",
		"mint(uint7 a)":        "function mint, parameter 1: there is no type",
	} {
		if call, err := ParseCall(text); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%q is %q, %v", text, call.Declaration, err)
		}
	}
}
