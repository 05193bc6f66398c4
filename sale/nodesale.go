package sale

import (
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
)

// The events of contracts/src/NodeSale.sol and, for licences that change hands, of ERC-721.
var (
	purchased         = topic("Purchased(uint256,address,address,uint256,uint256,uint256,uint256,string)")
	referralWithdrawn = topic("ReferralWithdrawn(address,address,uint256)")
	tierSet           = topic("TierSet(uint256,uint256,uint256,uint256)")
	modeSet           = topic("ModeSet(uint8)")
	treasurySet       = topic("TreasurySet(address)")
	maxNodesSet       = topic("MaxNodesSet(uint256)")
	discountSet       = topic("DiscountSet(uint256)")
	rewardSet         = topic("RewardSet(uint256)")
	codeSet           = topic("CodeSet(string,address,bool)")
	transfer          = topic("Transfer(address,address,uint256)")

	totalSold = [4]byte(crypto.Keccak256([]byte("totalSold()")))
)

func topic(signature string) common.Hash { return crypto.Keccak256Hash([]byte(signature)) }

// nodeSale reads our own contract, which says everything in events. Its tiers count from 0.
type nodeSale struct {
	contract, licence common.Address
	asset             money.Asset
}

func newNodeSale(p *program.Program) *nodeSale {
	r := &nodeSale{contract: p.Sale.Contract, asset: p.Sale.Asset}
	if p.Holds == program.FromLicence {
		r.licence = p.Sale.Licence
	}
	return r
}

func (r *nodeSale) Watch() Watch {
	w := Watch{
		Addresses: []common.Address{r.contract},
		Topics: []common.Hash{purchased, referralWithdrawn, tierSet, modeSet, treasurySet, maxNodesSet, discountSet,
			rewardSet, codeSet},
	}
	if r.licence != (common.Address{}) {
		w.Addresses, w.Topics = append(w.Addresses, r.licence), append(w.Topics, transfer)
	}
	return w
}

func (r *nodeSale) Counter() ([4]byte, bool) { return totalSold, true }

func (r *nodeSale) Read(b *Block) ([]Event, error) {
	var events []Event
	for i := range b.Logs {
		l := &b.Logs[i]
		if len(l.Topics) == 0 {
			continue
		}
		switch {
		case l.Address == r.contract:
			e, err := r.event(l)
			if err != nil {
				return nil, badLog(l, "NodeSale event", err)
			}
			if e != nil {
				events = append(events, e)
			}
		case l.Address == r.licence && l.Topics[0] == transfer && r.licence != (common.Address{}):
			e, err := licenceTransfer(l)
			if err != nil {
				return nil, badLog(l, "Transfer of a licence", err)
			}
			events = append(events, e)
		}
	}
	return events, nil
}

func licenceTransfer(l *Log) (Event, error) {
	if len(l.Topics) != 4 {
		return nil, fmt.Errorf("it has %d topics, 4 are expected of an ERC-721", len(l.Topics))
	}
	return Transfer{
		logPlace(l), ledger.Wallet(common.BytesToAddress(l.Topics[1][:])), ledger.Wallet(common.BytesToAddress(l.Topics[2][:])),
		*new(uint256.Int).SetBytes32(l.Topics[3][:]),
	}, nil
}

// event reads one log of the sale contract; a log of another kind is nil.
func (r *nodeSale) event(l *Log) (Event, error) {
	at := logPlace(l)
	indexed := func(n int) (w uint256.Int, err error) {
		if len(l.Topics) <= n {
			return w, fmt.Errorf("it has %d topics, topic %d is missing", len(l.Topics), n)
		}
		return *w.SetBytes32(l.Topics[n][:]), nil
	}
	switch l.Topics[0] {
	case purchased:
		return r.purchase(l)
	case referralWithdrawn:
		wallet, err := indexed(1)
		if err != nil {
			return nil, err
		}
		amount, err := wordAmount(r.asset, l.Data, 1)
		return Withdrawal{at, wallet.Bytes20(), amount}, err
	case tierSet:
		tier, err := indexed(1)
		if err != nil {
			return nil, err
		}
		price, err := wordAmount(r.asset, l.Data, 0)
		if err != nil {
			return nil, err
		}
		size, err := wordCount(l.Data, 1)
		if err != nil {
			return nil, err
		}
		quota, err := wordCount(l.Data, 2)
		if !tier.IsUint64() || tier.Uint64() >= 1000 {
			return nil, fmt.Errorf("it sets tier %s", tier.Dec())
		}
		return TierSet{Place: at, Tier: int(tier.Uint64()) + 1, Price: price, Size: size, PerWallet: &quota}, err
	case modeSet:
		mode, err := wordCount(l.Data, 0)
		sequential := mode == 0
		return LimitSet{Place: at, Sequential: &sequential}, err
	case maxNodesSet:
		w, err := word(l.Data, 0)
		limit := ^uint64(0) // more than can be counted is no limit
		if w.IsUint64() {
			limit = w.Uint64()
		}
		return LimitSet{Place: at, Max: &limit}, err
	case treasurySet:
		wallet, err := indexed(1)
		return TreasurySet{at, wallet.Bytes20()}, err
	case discountSet:
		bps, err := basisPoints(l.Data)
		return TermsSet{Place: at, Discount: bps}, err
	case rewardSet:
		bps, err := basisPoints(l.Data)
		return TermsSet{Place: at, Reward: bps}, err
	case codeSet:
		wallet, err := indexed(1)
		if err != nil {
			return nil, err
		}
		active, err := wordCount(l.Data, 1)
		if err != nil {
			return nil, err
		}
		code, err := tail(l.Data, 0)
		return CodeSet{at, code, wallet.Bytes20(), active != 0}, err
	}
	return nil, nil
}

func (r *nodeSale) purchase(l *Log) (Event, error) {
	if len(l.Topics) != 4 {
		return nil, fmt.Errorf("it has %d topics, 4 are expected", len(l.Topics))
	}
	p := Payment{
		Place: logPlace(l), Buyer: ledger.Wallet(common.BytesToAddress(l.Topics[2][:])),
		Referrer: ledger.Wallet(common.BytesToAddress(l.Topics[3][:])),
	}
	var amounts [3]money.Amount // list, paid, referral
	var err error
	if p.Quantity, err = wordCount(l.Data, 0); err != nil {
		return nil, err
	}
	for i := range amounts {
		if amounts[i], err = wordAmount(r.asset, l.Data, i+1); err != nil {
			return nil, err
		}
	}
	if p.Code, err = tail(l.Data, 4); err != nil {
		return nil, err
	}
	p.List, p.Paid = &amounts[0], &amounts[1]
	if p.Referred = p.Referrer != (ledger.Wallet{}); p.Referred {
		p.Reward = &amounts[2]
	}
	return p, nil
}

func basisPoints(data []byte) (*money.Ratio, error) {
	bps, err := wordCount(data, 0)
	if err != nil {
		return nil, err
	}
	r, err := money.NewRatio(bps, 10_000)
	return &r, err
}
