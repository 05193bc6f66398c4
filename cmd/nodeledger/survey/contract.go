package survey

import (
	"context"
	"errors"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
)

// Contracts asks an endpoint what contracts are and say at one block, its newest.
type Contracts struct {
	client *client
	Chain  uint64 // id
	Block  uint64
	Time   uint64 // of the block, in seconds since 1970
}

// Ask begins to ask the first of the endpoints that answers. Close it.
func Ask(ctx context.Context, urls []string) (*Contracts, error) {
	c, chainID, err := connect(ctx, urls)
	if err != nil {
		return nil, err
	}
	var head *struct{ Number, Timestamp hexutil.Uint64 }
	err = c.call(ctx, &head, "eth_getBlockByNumber", "latest", false)
	if err == nil && head == nil {
		err = errors.New("it has none")
	}
	if err != nil {
		c.rpc.Close()
		return nil, unavailable("the endpoint does not say its newest block (%w): try again, or name another one", err)
	}
	return &Contracts{c, chainID, uint64(head.Number), uint64(head.Timestamp)}, nil
}

// Close ends the connection.
func (c *Contracts) Close() { c.client.rpc.Close() }

// Code is the code of an account; empty where there is no contract.
func (c *Contracts) Code(ctx context.Context, of common.Address) (code []byte, err error) {
	if err := c.client.call(ctx, (*hexutil.Bytes)(&code), "eth_getCode", of, hexutil.EncodeUint64(c.Block)); err != nil {
		return nil, unavailable("the endpoint does not say the code of %s (%w): try again, or name another one", of, err)
	}
	return code, nil
}

// Call is what a contract answers to a call.
func (c *Contracts) Call(ctx context.Context, to common.Address, data []byte) (answer []byte, err error) {
	call := map[string]any{"to": to, "data": hexutil.Bytes(data)}
	if err := c.client.call(ctx, (*hexutil.Bytes)(&answer), "eth_call", call, hexutil.EncodeUint64(c.Block)); err != nil {
		return nil, unavailable("%s does not answer (%w): try again, or name another endpoint", to, err)
	}
	return answer, nil
}
