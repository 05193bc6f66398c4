package sale

import (
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/evm"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
)

// The events of contracts/src/NodeSale.sol, of which a contract of the first version has those up to codeSet and the pauses, and, for
// licences that change hands, of ERC-721.
var (
	purchased         = evm.Topic("Purchased(uint256,address,address,uint256,uint256,uint256,uint256,string)")
	referralWithdrawn = evm.Topic("ReferralWithdrawn(address,address,uint256)")
	tierSet           = evm.Topic("TierSet(uint256,uint256,uint256,uint256)")
	modeSet           = evm.Topic("ModeSet(uint8)")
	treasurySet       = evm.Topic("TreasurySet(address)")
	maxNodesSet       = evm.Topic("MaxNodesSet(uint256)")
	discountSet       = evm.Topic("DiscountSet(uint256)")
	rewardSet         = evm.Topic("RewardSet(uint256)")
	codeSet           = evm.Topic("CodeSet(string,address,bool)")
	boundsSet         = evm.Topic("BoundsSet(uint256,uint256,uint256)")
	paused            = evm.Topic("Paused(address)")
	unpaused          = evm.Topic("Unpaused(address)")
	opened            = evm.Topic("Opened(uint256,uint256)")
	allowlistSet      = evm.Topic("AllowlistSet(uint256,bytes32)")
	voucherSignerSet  = evm.Topic("VoucherSignerSet(address)")
	changeAnnounced   = evm.Topic("ChangeAnnounced(bytes32,bytes,uint256)")
	changeWithdrawn   = evm.Topic("ChangeWithdrawn(bytes32)")
	changeMade        = evm.Topic("ChangeMade(bytes32)")
	transfer          = evm.Topic("Transfer(address,address,uint256)")
)

// nodeSale reads our own contract, which says everything in events. Its tiers count from 0.
type nodeSale struct {
	contract, licence common.Address
	asset             money.Asset
}

func newNodeSale(p *program.Program) *nodeSale {
	r := &nodeSale{contract: p.Sale.Contract, asset: p.Sale.Asset}
	if p.Holdings == program.FromLicence {
		r.licence = p.Sale.Licence
	}
	return r
}

func (r *nodeSale) Watch() Watch {
	w := Watch{
		Addresses: []common.Address{r.contract},
		Topics: []common.Hash{purchased, referralWithdrawn, tierSet, modeSet, treasurySet, maxNodesSet, discountSet,
			rewardSet, codeSet, boundsSet, paused, unpaused, opened, allowlistSet, voucherSignerSet, changeAnnounced, changeWithdrawn, changeMade},
	}
	if r.licence != (common.Address{}) {
		w.Addresses, w.Topics = append(w.Addresses, r.licence), append(w.Topics, transfer)
	}
	return w
}

func (r *nodeSale) Counters() []Counter { return soldCounter("totalSold()", r.contract, nil) }

func (r *nodeSale) Read(b *Block) ([]Event, error) {
	var events []Event
	var lists openedLists
	for i := range b.Logs {
		l := &b.Logs[i]
		switch {
		case l.Address == r.contract && len(l.Topics) > 0:
			e, err := r.event(l)
			if err == nil && l.Topics[0] == opened {
				err = lists.read(l)
			}
			if err != nil {
				return nil, badLog(l, "NodeSale event", err)
			}
			if p, ok := e.(Payment); ok {
				p.Opened = lists.of(l)
				e = p
			}
			if e != nil {
				events = append(events, e)
			}
		case l.Is(r.licence, transfer) && r.licence != (common.Address{}):
			e, err := licenceTransfer(l)
			if err != nil {
				return nil, badLog(l, "Transfer of a licence", err)
			}
			events = append(events, e)
		}
	}
	return events, nil
}

func licenceTransfer(l *evm.Log) (e Transfer, err error) {
	if len(l.Topics) != 4 {
		return e, fmt.Errorf("it has %d topics, 4 are expected of an ERC-721", len(l.Topics))
	}
	e.Place, e.Licence = l.Place(), evm.Word(l.Topics[3]).Uint256()
	if e.From, err = indexedWallet(l, 1); err != nil {
		return e, err
	}
	e.To, err = indexedWallet(l, 2)
	return e, err
}

func indexedWallet(l *evm.Log, n int) (ledger.Wallet, error) {
	address, err := l.IndexedAddress(n)
	return ledger.Wallet(address), err
}

// event reads one log of the sale contract; a log of another kind is nil.
func (r *nodeSale) event(l *evm.Log) (Event, error) {
	at, data := l.Place(), evm.Words(l.Data)
	switch l.Topics[0] {
	case purchased:
		return r.purchase(l)
	case referralWithdrawn:
		wallet, err := indexedWallet(l, 1)
		if err != nil {
			return nil, err
		}
		amount, err := data.Amount(r.asset, 1)
		return Withdrawal{Place: at, Wallet: wallet, Amount: amount}, err
	case tierSet:
		return r.tier(l)
	case modeSet:
		mode, err := data.Uint64(0)
		sequential := mode == 0
		return LimitSet{Place: at, Sequential: &sequential}, err
	case maxNodesSet:
		n, err := data.Uint256(0)
		limit := ^uint64(0) // more than can be counted is no limit
		if n.IsUint64() {
			limit = n.Uint64()
		}
		return LimitSet{Place: at, Max: &limit}, err
	case treasurySet:
		wallet, err := indexedWallet(l, 1)
		return TreasurySet{at, wallet}, err
	case discountSet:
		bps, err := basisPoints(data)
		return TermsSet{Place: at, Discount: bps}, err
	case rewardSet:
		bps, err := basisPoints(data)
		return TermsSet{Place: at, Reward: bps}, err
	case codeSet:
		wallet, err := indexedWallet(l, 1)
		if err != nil {
			return nil, err
		}
		active, err := data.Uint64(1)
		if err != nil {
			return nil, err
		}
		code, err := data.Bytes(0)
		return CodeSet{at, string(code), wallet, active != 0}, err
	case boundsSet:
		return LimitSet{Place: at, Bounded: true}, nil
	case paused, unpaused:
		now := l.Topics[0] == paused
		return LimitSet{Place: at, Paused: &now}, nil
	case voucherSignerSet:
		signer, err := indexedWallet(l, 1)
		needed := signer != (ledger.Wallet{})
		return LimitSet{Place: at, Vouchers: &needed}, err
	case allowlistSet, changeAnnounced, changeWithdrawn, changeMade:
		return r.newer(l)
	}
	return nil, nil
}

// tier reads TierSet(uint256 indexed tier, uint256 price, uint256 size, uint256 perWallet).
func (r *nodeSale) tier(l *evm.Log) (e TierSet, err error) {
	data := evm.Words(l.Data)
	word, err := l.Indexed(1)
	if err != nil {
		return e, err
	}
	if e.Price, err = data.Amount(r.asset, 0); err != nil {
		return e, err
	}
	if e.Size, err = data.Uint64(1); err != nil {
		return e, err
	}
	quota, err := data.Uint64(2)
	if err != nil {
		return e, err
	}
	if e.Tier, err = tierNumber(word); err != nil {
		return e, err
	}
	e.Place, e.PerWallet = l.Place(), &quota
	return e, nil
}

func (r *nodeSale) purchase(l *evm.Log) (p Payment, err error) {
	if len(l.Topics) != 4 {
		return p, fmt.Errorf("it has %d topics, 4 are expected", len(l.Topics))
	}
	p.Place = l.Place()
	if p.Buyer, err = indexedWallet(l, 2); err != nil {
		return p, err
	}
	if p.Referrer, err = indexedWallet(l, 3); err != nil {
		return p, err
	}
	data := evm.Words(l.Data)
	if p.Quantity, err = data.Uint64(0); err != nil {
		return p, err
	}
	var amounts [3]money.Amount // list, paid, referral
	for i := range amounts {
		if amounts[i], err = data.Amount(r.asset, i+1); err != nil {
			return p, err
		}
	}
	code, err := data.Bytes(4)
	if err != nil {
		return p, err
	}
	p.Code, p.List, p.Paid = string(code), &amounts[0], &amounts[1]
	if p.Referred = p.Referrer != (ledger.Wallet{}); p.Referred {
		p.Reward = &amounts[2]
	}
	return p, nil
}

func basisPoints(data evm.Words) (*money.Ratio, error) {
	bps, err := data.Uint64(0)
	if err != nil {
		return nil, err
	}
	r, err := money.NewRatio(bps, 10_000)
	return &r, err
}
