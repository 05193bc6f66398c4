package survey

import (
	"context"
	"errors"
	"io"
	"net/http"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/rpc"
	"github.com/holiman/uint256"

	"github.com/nodeledger/nodeledger/evm"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/sale/probe"
)

// The bounds of a call.
const (
	mostBytes = 64 << 20
	patience  = 60 * time.Second
	attempts  = 4
	perBatch  = 20
)

// client asks an endpoint.
type client struct{ rpc *rpc.Client }

// bounded reads no more than mostBytes of an answer.
type bounded struct{ http.RoundTripper }

// RoundTrip makes one request.
func (b bounded) RoundTrip(r *http.Request) (*http.Response, error) {
	answer, err := b.RoundTripper.RoundTrip(r)
	if err == nil {
		answer.Body = struct {
			io.Reader
			io.Closer
		}{io.LimitReader(answer.Body, mostBytes), answer.Body}
	}
	return answer, err
}

// connect finds the first endpoint that says its chain.
func connect(ctx context.Context, urls []string) (*client, uint64, error) {
	last := problem.New(problem.Invalid, "no-endpoint", "name an endpoint: --rpc URL")
	for _, url := range urls {
		r, err := rpc.DialOptions(ctx, url, rpc.WithHTTPClient(&http.Client{Timeout: patience, Transport: bounded{http.DefaultTransport}}))
		if err != nil {
			last = unavailable("the endpoint cannot be reached: %w", err)
			continue
		}
		c, id := &client{r}, hexutil.Uint64(0)
		if err := c.call(ctx, &id, "eth_chainId"); err != nil {
			last = unavailable("the endpoint does not answer: %w", err)
			r.Close()
			continue
		}
		return c, uint64(id), nil
	}
	return nil, 0, last
}

// call asks, again after a pause where the endpoint is busy.
func (c *client) call(ctx context.Context, into any, method string, params ...any) error {
	for n := 1; ; n++ {
		err := c.rpc.CallContext(ctx, into, method, params...)
		if err == nil || !busy(err) || n == attempts {
			return err
		}
		if err := pause(ctx, n); err != nil {
			return err
		}
	}
}

// busy says whether an endpoint asks for slower questions.
func busy(err error) bool {
	var status rpc.HTTPError
	return errors.As(err, &status) && (status.StatusCode == http.StatusTooManyRequests || status.StatusCode >= http.StatusInternalServerError)
}

func pause(ctx context.Context, n int) error {
	select {
	case <-ctx.Done():
		return context.Cause(ctx)
	case <-time.After(time.Duration(n) * time.Second):
		return nil
	}
}

// question is a call of a batch.
type question struct {
	method string
	params []any
	into   any
}

// all asks many questions. With mayFail a refused one is left without an answer. Where an endpoint takes no batches they are asked one by
// one.
func (c *client) all(ctx context.Context, list []question, mayFail bool) error {
	alone := false
	for len(list) > 0 {
		n := min(perBatch, len(list))
		if alone {
			n = 1
		}
		batch := make([]rpc.BatchElem, n)
		for i, q := range list[:n] {
			batch[i] = rpc.BatchElem{Method: q.method, Args: q.params, Result: q.into}
		}
		var err error
		if alone {
			batch[0].Error = c.call(ctx, batch[0].Result, batch[0].Method, batch[0].Args...)
		} else {
			err = c.batch(ctx, batch)
		}
		switch {
		case ctx.Err() != nil:
			return context.Cause(ctx)
		case err != nil:
			alone = true
			continue
		}
		for _, one := range batch {
			var refused rpc.Error
			if one.Error != nil && (!mayFail || !errors.As(one.Error, &refused)) {
				return unavailable("%s: %w", one.Method, one.Error)
			}
		}
		list = list[n:]
	}
	return nil
}

func (c *client) batch(ctx context.Context, batch []rpc.BatchElem) error {
	for n := 1; ; n++ {
		err := c.rpc.BatchCallContext(ctx, batch)
		if err == nil || !busy(err) || n == attempts {
			return err
		}
		if err := pause(ctx, n); err != nil {
			return err
		}
	}
}

// head is the newest final block, or the newest where the chain calls none final.
func (c *client) head(ctx context.Context) (head uint64, final bool, err error) {
	var block *struct{ Number hexutil.Uint64 }
	if err := c.call(ctx, &block, "eth_getBlockByNumber", "finalized", false); err == nil && block != nil && block.Number > 0 {
		return uint64(block.Number), true, nil
	}
	var number hexutil.Uint64
	if err := c.call(ctx, &number, "eth_blockNumber"); err != nil {
		return 0, false, unavailable("the endpoint does not say its newest block: %w", err)
	}
	return uint64(number), false, nil
}

func (c *client) hasCode(ctx context.Context, contract common.Address, block uint64) (bool, error) {
	var code hexutil.Bytes
	err := c.call(ctx, &code, "eth_getCode", contract, hexutil.EncodeUint64(block))
	return len(code) > 0, err
}

// rpcLog is a log as endpoints write it.
type rpcLog struct {
	Address          common.Address
	Topics           []common.Hash
	Data             hexutil.Bytes
	TransactionHash  common.Hash
	TransactionIndex hexutil.Uint64
	LogIndex         hexutil.Uint64
	BlockNumber      hexutil.Uint64
}

func (l *rpcLog) log() evm.Log {
	return evm.Log{Address: l.Address, Topics: l.Topics, Data: l.Data, TxHash: l.TransactionHash,
		TxIndex: uint32(l.TransactionIndex), Index: uint32(l.LogIndex)}
}

type rpcTx struct {
	From        common.Address
	To          *common.Address
	Value       *hexutil.Big
	Input       hexutil.Bytes
	BlockNumber hexutil.Uint64
}

type rpcReceipt struct{ Logs []rpcLog }

func (t *rpcTx) transaction(hash common.Hash, receipt *rpcReceipt) (*probe.Tx, error) {
	out := &probe.Tx{Hash: hash, From: t.From, Block: uint64(t.BlockNumber), Input: t.Input}
	if t.To != nil {
		out.To = *t.To
	}
	if t.Value != nil {
		value, over := uint256.FromBig(t.Value.ToInt())
		if over {
			return nil, unavailable("transaction %s has a value beyond 256 bits", hash)
		}
		out.Value = *value
	}
	for i := range receipt.Logs {
		out.Logs = append(out.Logs, receipt.Logs[i].log())
	}
	return out, nil
}

func unavailable(format string, args ...any) *problem.Error {
	return problem.New(problem.Unavailable, problem.NoNode, format, args...)
}
