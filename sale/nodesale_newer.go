package sale

import (
	"fmt"
	"regexp"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/nodeledger/nodeledger/evm"
	"github.com/nodeledger/nodeledger/ledger"
)

// What follows is told by NodeSale from its second version on. The first one never emits it, so that one reader reads both.

// endOfTime is a second of the year 9000: no later time can be written everywhere.
const endOfTime = 221_845_392_000

// longestCall is above the bytes of every call that changes a setting, unless something is written behind it that says nothing.
const longestCall = 512

// codeForm is what NodeSale takes as a code.
var codeForm = regexp.MustCompile(`^[A-Z0-9_-]{3,32}$`)

// newer reads an event of the second version.
func (r *nodeSale) newer(l *evm.Log) (Event, error) {
	at, data := l.Place(), evm.Words(l.Data)
	first, err := l.Indexed(1)
	if err != nil {
		return nil, err
	}
	switch l.Topics[0] {
	case allowlistSet:
		tier, err := tierNumber(first)
		if err != nil {
			return nil, err
		}
		root, err := data.Word(0)
		return ListSet{at, tier, root != evm.Word{}}, err
	case changeAnnounced:
		change, err := data.Bytes(0)
		if err != nil {
			return nil, err
		}
		due, err := data.Uint64(1)
		known := r.change(at, change)
		if len(change) > longestCall {
			change = nil
		}
		return Announced{at, ledger.Hash(first), known, change, min(due, endOfTime)}, err
	default:
		return AnnouncementOver{at, ledger.Hash(first)}, nil
	}
}

// tierNumber is the number of a tier, from 1, that an event counts from 0.
func tierNumber(word evm.Word) (int, error) {
	tier := word.Uint256()
	if !tier.LtUint64(1000) {
		return 0, fmt.Errorf("it sets tier %s", tier.Dec())
	}
	return int(tier.Uint64()) + 1, nil
}

// openedLists are the tiers with a list that were open to the buyers of a block's purchases, as Opened says right before Purchased.
type openedLists struct {
	purchase evm.Word
	tx       common.Hash
	tiers    []int
}

func (o *openedLists) read(l *evm.Log) (err error) {
	if o.purchase, err = l.Indexed(1); err != nil {
		return err
	}
	bits, err := evm.Words(l.Data).Uint256(0)
	o.tx, o.tiers = l.TxHash, nil
	for tier := range uint(256) {
		if one := uint256.NewInt(1); !one.And(one.Lsh(one, tier), &bits).IsZero() {
			o.tiers = append(o.tiers, int(tier)+1)
		}
	}
	return err
}

// of are the lists that were open to the purchase of a log.
func (o *openedLists) of(l *evm.Log) []int {
	if id, err := l.Indexed(1); err != nil || id != o.purchase || l.TxHash != o.tx {
		return nil
	}
	return o.tiers
}

// The calls that change a setting, which is announced before.
var (
	setTier      = evm.Selector("setTier(uint256,(uint256,uint64,uint64))")
	setMode      = evm.Selector("setMode(uint8)")
	setTreasury  = evm.Selector("setTreasury(address)")
	setMaxNodes  = evm.Selector("setMaxNodes(uint256)")
	setDiscount  = evm.Selector("setDiscount(uint256)")
	setReward    = evm.Selector("setReward(uint256)")
	setCode      = evm.Selector("setCode(string,address,bool)")
	setAllowlist = evm.Selector("setAllowlist(uint256,bytes32)")
)

// change is the event that an announced call will cause; nil when it is a call that changes nothing we know, is torn, or names what cannot
// be a code: the contract would refuse it, and it is no text to show.
func (r *nodeSale) change(at evm.Place, call []byte) Event {
	if len(call) < 4 {
		return nil
	}
	topics := map[[4]byte]common.Hash{setMode: modeSet, setTreasury: treasurySet, setMaxNodes: maxNodesSet, setDiscount: discountSet,
		setReward: rewardSet, setTier: tierSet, setAllowlist: allowlistSet}
	l := &evm.Log{TxHash: at.TxHash, TxIndex: at.TxIndex, Index: at.Index, Data: call[4:]}
	selector := [4]byte(call)
	indexed := 0 // how many arguments the event has as topics
	switch selector {
	case setTier, setAllowlist, setTreasury:
		indexed = 1
	case setCode:
		return announcedCode(at, l.Data)
	}
	topic, known := topics[selector]
	if !known || len(l.Data) < 32*indexed {
		return nil
	}
	l.Topics = []common.Hash{topic}
	for ; indexed > 0; indexed-- {
		l.Topics, l.Data = append(l.Topics, common.Hash(l.Data[:32])), l.Data[32:]
	}
	if e, err := r.event(l); err == nil {
		return e
	}
	return nil
}

// announcedCode is setCode(string code, address wallet, bool active).
func announcedCode(at evm.Place, data evm.Words) Event {
	code, err := data.Bytes(0)
	if err != nil || !codeForm.Match(code) {
		return nil
	}
	wallet, err := data.Address(1)
	if err != nil {
		return nil
	}
	active, err := data.Uint64(2)
	if err != nil {
		return nil
	}
	return CodeSet{at, string(code), ledger.Wallet(wallet), active != 0}
}
