package program

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/abi"
)

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
