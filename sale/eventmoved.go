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

// payer is whose money paid for purchases of a transaction. The transaction's value is one, whoever its purchases name.
type payer struct {
	tx    common.Hash
	buyer ledger.Wallet // zero: of the transaction's value
	asset money.Asset
}

func (x *reading) payer(d *draft) payer {
	if d.asset == x.assets.native {
		return payer{tx: d.TxHash, asset: d.asset}
	}
	return payer{d.TxHash, d.Buyer, d.asset}
}

// payments are the purchases with what moved for them.
func (x *reading) payments() ([]Payment, error) {
	list, err := x.grouped()
	if err != nil {
		return nil, err
	}
	shared := map[payer][]*draft{}
	var payers []payer
	for _, d := range list {
		p := x.payer(d)
		if shared[p] == nil {
			payers = append(payers, p)
		}
		shared[p] = append(shared[p], d)
	}
	for _, p := range payers {
		all := shared[p]
		moved, known, err := x.moved(all[0])
		if err != nil {
			return nil, fmt.Errorf("transaction %s: what %s paid cannot be added up: %w", p.tx, all[0].Buyer, err)
		}
		if !known {
			continue
		}
		for _, d := range all {
			if x.indirect(d, moved) {
				d.mark(PaidIndirectly)
			}
		}
		if err := divideMoved(all, moved); err != nil {
			return nil, fmt.Errorf("transaction %s: %w", p.tx, err)
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

// divideMoved says how much of what moved was for each of several purchases: what the logs say, and of what is left as the numbers of
// nodes are to each other, which is marked. Where the logs say of all of them, the last one carries what differs.
func divideMoved(all []*draft, moved money.Amount) (err error) {
	if len(all) == 1 {
		all[0].Value = &moved
		return nil
	}
	rest, nodes, last := moved, new(big.Int), all[len(all)-1]
	for _, d := range all {
		if d.said != nil {
			part, err := money.FromBig(moved.Asset(), d.said)
			if err != nil {
				return err
			}
			if part.Cmp(rest) > 0 {
				part = rest
			}
			if rest, err = rest.Sub(part); err != nil {
				return err
			}
			d.Value = &part
		} else {
			last = d
			nodes.Add(nodes, new(big.Int).SetUint64(d.Quantity))
		}
	}
	left := rest
	for _, d := range all {
		if d.said != nil {
			continue
		}
		d.mark(PaidTogether)
		part := rest
		if nodes.Sign() > 0 {
			share := new(big.Int).Mul(left.Big(), new(big.Int).SetUint64(d.Quantity))
			if part, err = money.FromBig(left.Asset(), share.Quo(share, nodes)); err != nil {
				return err
			}
		}
		if rest, err = rest.Sub(part); err != nil {
			return err
		}
		d.Value = &part
	}
	whole, err := last.Value.Add(rest)
	last.Value = &whole
	return err
}

// mark notes once what is odd about a purchase.
func (d *draft) mark(f Flag) {
	if !slices.Contains(d.Marks, f) {
		d.Marks = append(d.Marks, f)
	}
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

// chosen says what the purchases are paid in of which only what moved says it: the sale's asset where it is among what left the buyer, or
// where nothing did. Of several assets that left nobody knows which one paid, which is marked.
func (x *reading) chosen() {
	for _, d := range x.drafts {
		if !d.asset.IsZero() {
			continue
		}
		var moved []money.Asset
		if tx := x.block.Tx(d.TxHash); tx != nil && !tx.Value.IsZero() && !x.assets.native.IsZero() {
			moved = append(moved, x.assets.native)
		}
		for _, t := range x.transfers(d.TxHash) {
			if t.from == d.Buyer && !slices.Contains(moved, t.Asset()) {
				moved = append(moved, t.Asset())
			}
		}
		if d.asset = x.assets.sale; len(moved) > 0 && !slices.Contains(moved, d.asset) {
			d.asset = moved[0]
		}
		if len(moved) > 1 {
			d.mark(PaidIndirectly)
		}
	}
}

// moved is how much of its asset left the buyer in the transaction of a purchase. It is not known where the transaction cannot be read.
func (x *reading) moved(d *draft) (sum money.Amount, known bool, err error) {
	sum = money.Zero(d.asset)
	if d.asset == x.assets.native {
		tx := x.block.Tx(d.TxHash)
		if tx == nil {
			return sum, false, nil
		}
		return money.FromUint256(d.asset, &tx.Value), true, nil
	}
	for _, t := range x.transfers(d.TxHash) {
		if t.from != d.Buyer || t.Asset() != d.asset {
			continue
		}
		if sum, err = sum.Add(t.Amount); err != nil {
			return sum, false, err
		}
	}
	return sum, true, nil
}

// indirect says that what moved is perhaps not what was paid: ether that went to another contract than the sale's, which may have passed on
// less, and, where no field says what was paid, tokens of which some came back to the buyer, or went beside the sale, or that somebody
// else paid.
func (x *reading) indirect(d *draft, moved money.Amount) bool {
	if d.asset == x.assets.native {
		return ledger.Wallet(x.block.Tx(d.TxHash).To) != d.Contract
	}
	if d.from.Paid.Means != program.Moved {
		return false
	}
	others, back := false, false
	var to []ledger.Wallet // the wallets of the sale count as one
	for _, t := range x.transfers(d.TxHash) {
		if t.Asset() != d.asset {
			continue
		}
		back = back || t.to == d.Buyer
		if t.from != d.Buyer {
			others = true
			continue
		}
		if x.ofSale(d, t.to) {
			t.to = d.Contract
		}
		if !slices.Contains(to, t.to) {
			to = append(to, t.to)
		}
	}
	return back || len(to) > 1 || others && moved.IsZero()
}

// ofSale says that a wallet is one that a purchase is paid to: a contract of the sale, its treasury, or who earns of it by a log.
func (x *reading) ofSale(d *draft, w ledger.Wallet) bool {
	treasury, known := x.treasury.At(x.moment)
	return known && w == ledger.Wallet(treasury) || d.Referred && w == d.Referrer ||
		slices.ContainsFunc(x.contracts, func(c program.SaleContract) bool { return ledger.Wallet(c.Address) == w }) ||
		slices.ContainsFunc(x.commissions, func(c *commission) bool { return c.TxHash == d.TxHash && c.Named && c.Wallet == w })
}

// tokenMove is a transfer of one of the program's tokens.
type tokenMove struct {
	money.Amount

	from, to ledger.Wallet
}

// transfers are those of a transaction that move something from one wallet to another.
func (x *reading) transfers(tx common.Hash) (list []tokenMove) {
	for _, l := range x.logs[tx] {
		asset, known := x.assets.tokens[l.Address]
		if !known {
			continue
		}
		if from, to, amount, ok := tokenTransfer(l); ok && from != to && !amount.IsZero() {
			list = append(list, tokenMove{money.FromUint256(asset, &amount), from, to})
		}
	}
	return list
}

// tokenTransfer reads a transfer of an ERC-20 token; ok is false for every other log.
func tokenTransfer(l *evm.Log) (from, to ledger.Wallet, amount uint256.Int, ok bool) {
	if len(l.Topics) != 3 || l.Topics[0] != transfer || len(l.Data) != 32 {
		return from, to, amount, false
	}
	from, err := indexedWallet(l, 1)
	if err == nil {
		to, err = indexedWallet(l, 2)
	}
	amount.SetBytes(l.Data)
	return from, to, amount, err == nil
}
