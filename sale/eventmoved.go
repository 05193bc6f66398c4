package sale

import (
	"errors"
	"fmt"
	"math/big"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/nodeledger/nodeledger/evm"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
)

// payments are the purchases with what moved for them.
func (x *reading) payments() ([]Payment, error) {
	list, err := x.grouped()
	if err != nil {
		return nil, err
	}
	type payer struct {
		tx    common.Hash
		buyer ledger.Wallet
		asset money.Asset
	}
	shared := map[payer][]*draft{}
	var payers []payer
	for _, d := range list {
		if d.asset.IsZero() {
			d.asset = x.movedAsset(d)
		}
		p := payer{d.TxHash, d.Buyer, d.asset}
		if shared[p] == nil {
			payers = append(payers, p)
		}
		shared[p] = append(shared[p], d)
	}
	for _, p := range payers {
		all := shared[p]
		moved, known, err := x.moved(all[0])
		if err != nil {
			return nil, fmt.Errorf("transaction %s: what %s paid cannot be added up: %w", p.tx, p.buyer, err)
		}
		if known {
			if err := divideMoved(all, moved); err != nil {
				return nil, fmt.Errorf("transaction %s: %w", p.tx, err)
			}
		}
	}
	out := make([]Payment, len(list))
	for i, d := range list {
		if err := d.pay(); err != nil {
			return nil, fmt.Errorf("transaction %s, log %d: %w", d.TxHash, d.Index, err)
		}
		out[i] = d.Payment
	}
	return out, nil
}

// divideMoved says how much of what a buyer paid in a transaction was for each of its purchases: what the logs say where that is all of
// it, and otherwise as the numbers of nodes are to each other, which is marked.
func divideMoved(all []*draft, moved money.Amount) (err error) {
	if len(all) == 1 {
		all[0].Value = &moved
		return nil
	}
	rest, nodes := moved, uint64(0)
	for _, d := range all {
		nodes += d.Quantity
	}
	for i, d := range all {
		part := rest
		switch {
		case i == len(all)-1:
		case d.said != nil:
			if part, err = money.FromBig(moved.Asset(), d.said); err == nil && part.Cmp(rest) > 0 {
				part = rest
			}
		case nodes > 0:
			var share money.Ratio
			if share, err = money.NewRatio(d.Quantity, nodes); err == nil {
				part, err = moved.Times(share, money.Floor)
			}
		}
		if err != nil {
			return err
		}
		if rest, err = rest.Sub(part); err != nil {
			return err
		}
		if d.said == nil {
			d.Marks = append(d.Marks, PaidTogether)
		}
		d.Value = &part
	}
	return nil
}

// pay says what was paid, as far as the logs and what moved tell.
func (d *draft) pay() error {
	d.Asset = d.asset
	means := d.from.Paid.Means
	var said *money.Amount
	if d.said != nil {
		a, err := money.FromBig(d.asset, d.said)
		if err != nil {
			return err
		}
		said = &a
	}
	switch means {
	case program.Gross:
		d.Paid = said
	case program.Net:
		d.Net = said
	case program.List:
		d.List = said
	case program.Moved:
		d.Paid = d.Value
	}
	if d.Price != nil && d.Price.Asset() != d.asset {
		d.Price = nil // the file's prices are in the sale's asset
	}
	if d.from.Quantity.PaidOver {
		return d.paidOver()
	}
	return nil
}

// paidOver is how many nodes what was paid buys. What is left over is marked.
func (d *draft) paidOver() error {
	if d.Paid == nil || d.Price == nil || d.Price.IsZero() {
		return errors.New("how many nodes it sold is what was paid over the price, and one of the two is not known")
	}
	paid, price := d.Paid.Big(), d.Price.Big()
	n, rest := new(big.Int).QuoRem(paid, price, new(big.Int))
	if !n.IsUint64() {
		return fmt.Errorf("%s over %s is too large for a quantity", d.Paid, d.Price)
	}
	if d.Quantity = n.Uint64(); rest.Sign() != 0 {
		d.Marks = append(d.Marks, OffLadder)
	}
	return nil
}

// mayBeNative says whether purchases may be paid in the chain's own coin.
func (a *assets) mayBeNative(of *program.AssetOf) bool {
	return !a.native.IsZero() && a.may(of, func(asset money.Asset) bool { return asset == a.native })
}

// mayBeToken says whether purchases may be paid in a token.
func (a *assets) mayBeToken(of *program.AssetOf) bool {
	return a.may(of, func(asset money.Asset) bool { return asset != a.native })
}

func (a *assets) may(of *program.AssetOf, fits func(money.Asset) bool) bool {
	switch {
	case of.Moved:
		return true
	case of.Field != "":
		for _, asset := range of.Is {
			if fits(asset) {
				return true
			}
		}
		return false
	case !of.Fixed.IsZero():
		return fits(of.Fixed)
	}
	return fits(a.sale)
}

// movedAsset is what left the buyer in the transaction: the sale's asset if it is among it, or if nothing did.
func (x *reading) movedAsset(d *draft) money.Asset {
	var moved []money.Asset
	if tx := x.block.Tx(d.TxHash); tx != nil && !tx.Value.IsZero() && !x.assets.native.IsZero() {
		moved = append(moved, x.assets.native)
	}
	for _, l := range x.logs[d.TxHash] {
		if from, _, ok := tokenTransfer(l); ok && from == d.Buyer {
			if asset, known := x.assets.tokens[l.Address]; known {
				moved = append(moved, asset)
			}
		}
	}
	if len(moved) == 0 || slices.Contains(moved, x.assets.sale) {
		return x.assets.sale
	}
	return moved[0]
}

// moved is how much of its asset left the buyer in the transaction of a purchase. It is not known where the transaction cannot be read.
// Ether that went to another contract than the sale's is marked: what that passed on is in no log.
func (x *reading) moved(d *draft) (sum money.Amount, known bool, err error) {
	sum = money.Zero(d.asset)
	if d.asset == x.assets.native {
		tx := x.block.Tx(d.TxHash)
		if tx == nil {
			return sum, false, nil
		}
		if ledger.Wallet(tx.To) != d.Contract {
			d.Marks = append(d.Marks, PaidIndirectly)
		}
		return money.FromUint256(d.asset, &tx.Value), true, nil
	}
	for _, l := range x.logs[d.TxHash] {
		from, amount, ok := tokenTransfer(l)
		if !ok || from != d.Buyer || x.assets.tokens[l.Address] != d.asset {
			continue
		}
		if sum, err = sum.Add(money.FromUint256(d.asset, &amount)); err != nil {
			return sum, false, err
		}
	}
	return sum, true, nil
}

// tokenTransfer reads a transfer of an ERC-20 token; ok is false for every other log.
func tokenTransfer(l *evm.Log) (from ledger.Wallet, amount uint256.Int, ok bool) {
	if len(l.Topics) != 3 || l.Topics[0] != transfer || len(l.Data) != 32 {
		return from, amount, false
	}
	from, err := indexedWallet(l, 1)
	amount.SetBytes(l.Data)
	return from, amount, err == nil
}
