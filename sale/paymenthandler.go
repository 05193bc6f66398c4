package sale

import (
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/evm"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
)

// GPU.net's sale contract, deployed in April 2024.
var (
	paymentReceived = evm.Topic("paymentReceived(address,uint256,uint256,string)")
	refer           = evm.Topic("Refer(address,address,uint256,uint256)")
)

// paymentHandler reads the contract behind paymentReceived and Refer. Of a purchase with a live code Refer comes first,
// and what it calls tokenId is the quantity. Tiers, codes and the treasury are set by calls without events. A wallet may
// take i nodes of tier i, and none of tier 5: that is in the contract's code.
type paymentHandler struct {
	contract common.Address
	asset    money.Asset
	meaning  program.AmountMeaning
	admin    program.Admin
	slot     *common.Hash // of the contract's count
	watching Watch
}

func newPaymentHandler(p *program.Program) *paymentHandler {
	return &paymentHandler{
		contract: p.Sale.Contract, asset: p.Sale.Asset, meaning: p.Sale.Amount, admin: p.Sale.Admin,
		slot: p.Sale.CounterSlot,
		watching: Watch{
			Addresses: []common.Address{p.Sale.Contract}, Topics: []common.Hash{paymentReceived, refer},
			Bodies: true, Scan: p.Sale.Admin.Scan, Admin: p.Sale.Admin.Txs,
		},
	}
}

func (r *paymentHandler) Watch() Watch { return r.watching }

func (r *paymentHandler) Counters() []Counter {
	return soldCounter("totalMinted()", r.contract, r.slot)
}

type referred struct {
	referrer, referee ledger.Wallet
	quantity          uint64
	reward            money.Amount
}

func (r *paymentHandler) Read(b *Block) ([]Event, error) {
	var events []Event
	var open []referred // of the present transaction, not yet joined
	payments := map[common.Hash]int{}
	emitted := map[common.Hash]bool{} // transactions with logs of the contract, where not every call is asked for
	var last common.Hash              // the latest of them; other contracts' logs may stand between
	for i := range b.Logs {
		l := &b.Logs[i]
		if l.Address != r.contract || len(l.Topics) == 0 {
			continue
		}
		if l.TxHash != last {
			open = open[:0]
		}
		if last = l.TxHash; !r.admin.Scan {
			emitted[last] = true
		}
		switch l.Topics[0] {
		case refer:
			ref, err := r.refer(l)
			if err != nil {
				return nil, badLog(l, "Refer", err)
			}
			open = append(open, ref)
		case paymentReceived:
			pay, err := r.payment(l)
			if err != nil {
				return nil, badLog(l, "paymentReceived", err)
			}
			// Its Refer is the last one before it, for the same buyer and quantity.
			if n := len(open); n > 0 && open[n-1].referee == pay.Buyer && open[n-1].quantity == pay.Quantity {
				ref := open[n-1]
				pay.Referred, pay.Referrer, pay.Reward = true, ref.referrer, &ref.reward
			}
			open = open[:0]
			payments[l.TxHash]++
			events = append(events, pay)
		}
	}
	for i := range events {
		pay := events[i].(Payment)
		// The contract takes the exact price, so a call that went straight to it and bought once carried the whole payment.
		if tx := b.Tx(pay.TxHash); tx != nil && tx.To == r.contract && payments[pay.TxHash] == 1 {
			value := money.FromUint256(r.asset, &tx.Value)
			pay.Value = &value
			events[i] = pay
		}
	}
	for i := range b.Txs {
		// Another contract's log can bring in a call that the program file did not ask for.
		if hash := b.Txs[i].Hash; !r.admin.Scan && !emitted[hash] && !slices.Contains(r.admin.Txs, hash) {
			continue
		}
		settings, err := r.setting(&b.Txs[i])
		if err != nil {
			return nil, fmt.Errorf("transaction %s calls the sale contract in a way that does not decode: %w", b.Txs[i].Hash, err)
		}
		events = append(events, settings...)
	}
	return inOrder(events), nil
}

func (r *paymentHandler) refer(l *evm.Log) (ref referred, err error) {
	if len(l.Topics) != 3 {
		return ref, fmt.Errorf("it has %d topics, 3 are expected", len(l.Topics))
	}
	if ref.referrer, err = indexedWallet(l, 1); err != nil {
		return ref, err
	}
	if ref.referee, err = indexedWallet(l, 2); err != nil {
		return ref, err
	}
	data := evm.Words(l.Data)
	if ref.quantity, err = data.Uint64(0); err != nil {
		return ref, err
	}
	ref.reward, err = data.Amount(r.asset, 1)
	return ref, err
}

func (r *paymentHandler) payment(l *evm.Log) (p Payment, err error) {
	if len(l.Topics) != 2 {
		return p, fmt.Errorf("it has %d topics, 2 are expected", len(l.Topics))
	}
	p.Place = l.Place()
	if p.Buyer, err = indexedWallet(l, 1); err != nil {
		return p, err
	}
	data := evm.Words(l.Data)
	amount, err := data.Amount(r.asset, 0)
	if err != nil {
		return p, err
	}
	if p.Quantity, err = data.Uint64(1); err != nil {
		return p, err
	}
	code, err := data.Bytes(2)
	if err != nil {
		return p, err
	}
	p.Code = string(code)
	if r.meaning == program.Gross {
		p.Paid = &amount
	} else {
		p.Net = &amount
	}
	return p, nil
}
