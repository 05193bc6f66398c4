package sale_test

import (
	"math/big"
	"reflect"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"

	"github.com/nodeledger/nodeledger/evm"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/sale"
)

var tether = common.HexToAddress("0xee")

// moved is a transfer of USDT out of a treasury, as it comes with the payments of a program.
func moved(t *testing.T, index uint32, tx byte) evm.Log {
	l := emit(t, index, tx, "Transfer(address,address,uint256)", []common.Hash{{31: 1}, {31: 2}}, []string{"uint256"}, big.NewInt(5_000_000))
	l.Address = tether
	return l
}

func reader(t *testing.T, source string) sale.Reader {
	t.Helper()
	p, err := program.Read("foreign.yaml", []byte(source))
	if err != nil {
		t.Fatal(err)
	}
	r, err := sale.NewReader(p)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func read(t *testing.T, r sale.Reader, b *sale.Block) []sale.Event {
	t.Helper()
	events, err := r.Read(b)
	if err != nil {
		t.Fatal(err)
	}
	return events
}

func owned(adapter string) string {
	return "program: x\nschema: 1\nchain: { id: 1, start_block: 0 }\nsale:\n  contract: \"0x00000000000000000000000000000000000000aa\"\n" +
		"  adapter: " + adapter + "\n"
}

// amidst puts a foreign log before, between and after the logs of a block, in transactions of its own and in theirs.
func amidst(t *testing.T, b *sale.Block) *sale.Block {
	out := &sale.Block{Number: b.Number, Hash: b.Hash, Time: b.Time, Txs: b.Txs}
	for i := range b.Logs {
		foreign, same := moved(t, 0, 200+byte(i)), moved(t, 0, 0)
		same.TxHash, same.TxIndex = b.Logs[i].TxHash, b.Logs[i].TxIndex
		out.Logs = append(out.Logs, foreign, same, b.Logs[i], same)
	}
	for i := range out.Logs {
		out.Logs[i].Index = uint32(i)
	}
	return out
}

// withoutPlaces is what events say apart from their index in the block, which foreign logs shift.
func withoutPlaces(events []sale.Event) (plain []sale.Event) {
	for _, e := range events {
		v := reflect.New(reflect.TypeOf(e)).Elem()
		v.Set(reflect.ValueOf(e))
		place := v.FieldByName("Place").Interface().(evm.Place)
		place.Index = 0
		v.FieldByName("Place").Set(reflect.ValueOf(place))
		plain = append(plain, v.Interface().(sale.Event))
	}
	return plain
}

// TestForeignLogsAreNotRead: a token's transfers in the blocks of a sale are no error and no event, for every adapter.
func TestForeignLogsAreNotRead(t *testing.T) {
	t.Parallel()
	const licence = "holdings: licence\n"
	own := func(index uint32, tx byte, signature string, topics []common.Hash, types []string, values ...any) evm.Log {
		return emit(t, index, tx, signature, topics, types, values...)
	}
	transferOfLicence := own(2, 3, "Transfer(address,address,uint256)", []common.Hash{{31: 1}, {31: 2}, {31: 3}}, nil)
	transferOfLicence.Address = common.HexToAddress("0xbb")
	nodeSaleLogs := []evm.Log{
		own(0, 1, "ModeSet(uint8)", nil, []string{"uint8"}, uint8(1)),
		own(1, 2, "MaxNodesSet(uint256)", nil, []string{"uint256"}, big.NewInt(100)),
	}
	for name, one := range map[string]struct {
		source string
		logs   []evm.Log
		events int
	}{
		"nodesale": {owned("nodesale"), nodeSaleLogs, 2},
		"nodesale with licences": {
			owned("nodesale") + "  licence: \"0x00000000000000000000000000000000000000bb\"\n" + licence,
			append(nodeSaleLogs[:2:2], transferOfLicence), 3,
		},
		"payment-handler": {owned("payment-handler") + "  amount: net\n  admin: scan\n", []evm.Log{
			own(0, 1, "Refer(address,address,uint256,uint256)", []common.Hash{{31: 7}, {31: 8}}, []string{"uint256", "uint256"}, big.NewInt(2),
				big.NewInt(10)),
			own(1, 1, "paymentReceived(address,uint256,uint256,string)", []common.Hash{{31: 8}}, []string{"uint256", "uint256", "string"},
				big.NewInt(90), big.NewInt(2), "ALPHA"),
		}, 1},
		"event": {bazaar, []evm.Log{bought(t, 0, 1, 8, 2, 100, "ALPHA"), commission(t, 1, 1, 7, 10, "ALPHA")}, 1},
	} {
		r := reader(t, one.source)
		plain := &sale.Block{Number: 5, Logs: one.logs}
		want := read(t, r, plain)
		got := read(t, r, amidst(t, plain))
		if len(want) != one.events || !reflect.DeepEqual(withoutPlaces(got), withoutPlaces(want)) {
			t.Errorf("%s: with foreign logs\n%v\nwithout\n%v", name, got, want)
		}
		only := &sale.Block{Number: 6, Logs: []evm.Log{moved(t, 0, 1), moved(t, 1, 2)},
			Txs: []evm.Tx{{Hash: common.Hash{1}, To: tether, Input: []byte{1, 2, 3, 4}, Success: true}}}
		if events := read(t, r, only); len(events) != 0 {
			t.Errorf("%s: a block of foreign logs gives %v", name, events)
		}
		// Nor is the zero address the licence of a sale that has none.
		nobody := transferOfLicence
		nobody.Address = common.Address{}
		if events := read(t, r, &sale.Block{Number: 7, Logs: []evm.Log{nobody}}); len(events) != 0 {
			t.Errorf("%s: the zero address gives %v", name, events)
		}
	}
}

// TestReferOfAnotherTransaction: a Refer that no payment of its transaction took is not joined to the next one's, also
// when a foreign log stands between the two.
func TestReferOfAnotherTransaction(t *testing.T) {
	t.Parallel()
	r := reader(t, owned("payment-handler")+"  amount: net\n  admin: scan\n")
	b := &sale.Block{Number: 5, Logs: []evm.Log{
		emit(t, 0, 1, "Refer(address,address,uint256,uint256)", []common.Hash{{31: 7}, {31: 8}}, []string{"uint256", "uint256"},
			big.NewInt(2), big.NewInt(10)),
		moved(t, 1, 2),
		emit(t, 2, 2, "paymentReceived(address,uint256,uint256,string)", []common.Hash{{31: 8}}, []string{"uint256", "uint256", "string"},
			big.NewInt(90), big.NewInt(2), ""),
	}}
	if events := read(t, r, b); len(events) != 1 || events[0].(sale.Payment).Referred {
		t.Fatalf("it gives %+v", events)
	}
}

// TestCallsThatForeignLogsBringIn: a call of the sale contract that is in a block only since another contract's log
// brought its transaction in is not read; one that is listed, or that emitted a log of the sale, is.
func TestCallsThatForeignLogsBringIn(t *testing.T) {
	t.Parallel()
	input := append(crypto.Keccak256([]byte("setFundsHandler(address)"))[:4], common.LeftPadBytes([]byte{9}, 32)...)
	call := evm.Tx{Hash: common.Hash{1}, Index: 1, To: bazaarContract, Input: input, Success: true}
	paid := emit(t, 0, 1, "paymentReceived(address,uint256,uint256,string)", []common.Hash{{31: 8}},
		[]string{"uint256", "uint256", "string"}, big.NewInt(90), big.NewInt(2), "")
	foreign := moved(t, 1, 1)
	listed := `["` + strings.ToLower(common.Hash{1}.Hex()) + `"]`
	another := `["` + strings.ToLower(common.Hash{2}.Hex()) + `"]`
	for name, one := range map[string]struct {
		admin string
		logs  []evm.Log
		read  bool
	}{
		"nothing but a foreign log":  {another, []evm.Log{foreign}, false},
		"listed":                     {listed, []evm.Log{foreign}, true},
		"scanned":                    {"scan", []evm.Log{foreign}, true},
		"a log of the sale as well":  {another, []evm.Log{paid, foreign}, true},
		"a log of the sale, scanned": {"scan", []evm.Log{paid}, true},
	} {
		r := reader(t, owned("payment-handler")+"  amount: net\n  admin: "+one.admin+"\n")
		set := false
		for _, e := range read(t, r, &sale.Block{Logs: one.logs, Txs: []evm.Tx{call}}) {
			_, treasury := e.(sale.TreasurySet)
			set = set || treasury
		}
		if set != one.read {
			t.Errorf("%s: the call is read: %t", name, set)
		}
	}
	// The Safe's own transaction, which pays and carries value, is not taken for a purchase's.
	r := reader(t, owned("payment-handler")+"  amount: net\n  admin: scan\n")
	safe := evm.Tx{Hash: common.Hash{1}, Index: 1, To: tether, Value: *uint256.NewInt(5), Input: input, Success: true}
	events := read(t, r, &sale.Block{Logs: []evm.Log{paid, foreign}, Txs: []evm.Tx{safe}})
	if len(events) != 1 || events[0].(sale.Payment).Value != nil {
		t.Errorf("beside a foreign transaction there are %+v", events)
	}
}
