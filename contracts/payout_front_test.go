package contracts_test

import (
	"context"
	"math/big"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"
)

// sending is a transaction that waits in the pool, with what it offers for being early.
type sending struct {
	from account
	to   common.Address
	data []byte
	tip  int64 // in gwei
}

// sameBlock has several transactions wait and mines them together: the dearest is first, whichever was sent first.
func (d *distributor) sameBlock(t *testing.T, all []sending) []*types.Receipt {
	t.Helper()
	ctx := context.Background()
	d.backend.Commit() // the pool forgets what was mined
	head, err := d.client.HeaderByNumber(ctx, nil)
	must(t, err)
	var hashes []common.Hash
	for _, s := range all {
		nonce, err := d.client.NonceAt(ctx, s.from.Address, nil)
		must(t, err)
		tip := new(big.Int).Mul(n(s.tip), n(params.GWei))
		tx, err := types.SignNewTx(s.from.key, types.LatestSignerForChainID(n(1337)), &types.DynamicFeeTx{
			ChainID: n(1337), Nonce: nonce, To: &s.to, Data: s.data, Gas: 1_000_000,
			GasTipCap: tip, GasFeeCap: new(big.Int).Add(tip, new(big.Int).Mul(head.BaseFee, n(2))),
		})
		must(t, err)
		must(t, d.client.SendTransaction(ctx, tx))
		hashes = append(hashes, tx.Hash())
	}
	for waits := 0; ; waits++ {
		count, err := d.client.PendingTransactionCount(ctx)
		must(t, err)
		if count == uint(len(all)) {
			break
		}
		if waits == 500 {
			t.Fatalf("%d transactions wait, want %d", count, len(all))
		}
		time.Sleep(20 * time.Millisecond)
	}
	d.backend.Commit()
	var receipts []*types.Receipt
	for _, hash := range hashes {
		receipt, err := d.client.TransactionReceipt(ctx, hash)
		must(t, err)
		receipts = append(receipts, receipt)
	}
	if a, b := receipts[0].BlockHash, receipts[len(receipts)-1].BlockHash; a != b {
		t.Fatalf("mined in %s and %s, want one block", a, b)
	}
	return receipts
}
