package survey

import (
	"context"
	"fmt"
	"math/big"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/nodeledger/nodeledger/evm"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/sale/probe"
)

// Options say what to look at.
type Options struct {
	Contracts []common.Address // at least one
	From      *uint64          // the block to begin at; nil: the one in which the first contract was made, which is looked for
	Logs      int              // how many logs are kept: 50,000 when zero
	Each      int              // of how many transactions of a kind of event: 200 when zero
	Txs       int              // of how many in all: 1,000 when zero
}

func (o *Options) orDefault() {
	for n, otherwise := range map[*int]int{&o.Logs: 50_000, &o.Each: 200, &o.Txs: 1000} {
		if *n == 0 {
			*n = otherwise
		}
	}
}

// Look looks at a sale through the first of the endpoints that answers.
func Look(ctx context.Context, urls []string, o Options) (*probe.Seen, error) {
	o.orDefault()
	c, chainID, err := connect(ctx, urls)
	if err != nil {
		return nil, err
	}
	defer c.rpc.Close()
	s := &probe.Seen{Chain: chainID, Contracts: o.Contracts, Txs: map[common.Hash]*probe.Tx{}, Tokens: map[common.Address]probe.Token{}}
	if s.Head, s.Final, err = c.head(ctx); err != nil {
		return nil, err
	}
	if err := c.begin(ctx, s, o.From); err != nil {
		return nil, err
	}
	if err := c.logs(ctx, s, o.Logs); err != nil {
		return nil, err
	}
	if !s.Deployed && len(s.Logs) > 0 && o.From == nil {
		s.Start = s.Logs[0].Block
	}
	if err := c.transactions(ctx, s, probe.Plan(s.Logs, o.Each, o.Txs)); err != nil {
		return nil, err
	}
	if err := c.tokens(ctx, s); err != nil {
		return nil, err
	}
	return s, c.views(ctx, s)
}

// begin finds the block in which the first of the contracts was made.
func (c *client) begin(ctx context.Context, s *probe.Seen, from *uint64) error {
	for i, contract := range s.Contracts {
		there, err := c.hasCode(ctx, contract, s.Head)
		if err != nil {
			return err
		}
		if !there {
			return problem.New(problem.Conflict, "no-contract", "there is no contract at %s on chain %d at block %d: look at the address, and at "+
				"the chain of the endpoint", contract, s.Chain, s.Head)
		}
		if from != nil {
			s.Start = *from
			continue
		}
		made, err := c.made(ctx, contract, s.Head)
		if err != nil {
			return problem.Invalidf("the block in which %s was made cannot be found, since the endpoint does not tell old states (%w): look it up "+
				"on a block explorer, and say --from BLOCK", contract, err)
		}
		if i == 0 || made < s.Start {
			s.Start = made
		}
	}
	s.Deployed = from == nil && s.Start > 0
	return nil
}

// made is the first block that has the contract, by halves; 0 when all have it.
func (c *client) made(ctx context.Context, contract common.Address, head uint64) (uint64, error) {
	before, there := uint64(0), head
	if has, err := c.hasCode(ctx, contract, 0); err != nil || has {
		return 0, err
	}
	for before+1 < there {
		middle := before + (there-before)/2
		has, err := c.hasCode(ctx, contract, middle)
		switch {
		case err != nil:
			return 0, err
		case has:
			there = middle
		default:
			before = middle
		}
	}
	return there, nil
}

// widest is the widest range of blocks that is asked for at once.
const widest = 10_000

// logs fetches the logs of the contracts, range by range, and keeps the first of them.
func (c *client) logs(ctx context.Context, s *probe.Seen, most int) error {
	span := uint64(widest)
	for from := s.Start; from <= s.Head; {
		to := min(s.Head, from+span-1)
		var found []rpcLog
		err := c.call(ctx, &found, "eth_getLogs", map[string]any{"fromBlock": hexutil.EncodeUint64(from), "toBlock": hexutil.EncodeUint64(to),
			"address": s.Contracts})
		if err != nil {
			if ctx.Err() != nil || span == 1 {
				return unavailable("the logs of blocks %d to %d cannot be had: %w", from, to, err)
			}
			span = max(1, span/4)
			continue
		}
		for i := range found {
			l := &found[i]
			if uint64(l.BlockNumber) < from || uint64(l.BlockNumber) > to || !slices.Contains(s.Contracts, l.Address) {
				return unavailable("the endpoint answers logs that were not asked for, of block %d", uint64(l.BlockNumber))
			}
			if len(s.Logs) >= most {
				s.Left++
				continue
			}
			s.Logs = append(s.Logs, probe.Log{Log: l.log(), Block: uint64(l.BlockNumber)})
		}
		if from = to + 1; len(found) < 2000 {
			span = min(widest, span*2)
		}
	}
	return nil
}

// transactions fetches transactions and what they emitted.
func (c *client) transactions(ctx context.Context, s *probe.Seen, hashes []common.Hash) error {
	txs, receipts := make([]*rpcTx, len(hashes)), make([]*rpcReceipt, len(hashes))
	var asked []question
	for i, h := range hashes {
		asked = append(asked, question{"eth_getTransactionByHash", []any{h}, &txs[i]},
			question{"eth_getTransactionReceipt", []any{h}, &receipts[i]})
	}
	if err := c.all(ctx, asked, false); err != nil {
		return err
	}
	for i, h := range hashes {
		if txs[i] == nil || receipts[i] == nil {
			return unavailable("the endpoint does not have transaction %s, whose logs it told", h)
		}
		t, err := txs[i].transaction(h, receipts[i])
		if err != nil {
			return err
		}
		s.Txs[h] = t
	}
	return nil
}

// tokens asks the tokens that moved for their symbols and decimals. What does not answer as a token does is none.
func (c *client) tokens(ctx context.Context, s *probe.Seen) error {
	addresses := probe.PaymentTokens(s.Txs)
	symbols, decimals := make([]hexutil.Bytes, len(addresses)), make([]hexutil.Bytes, len(addresses))
	var asked []question
	for i, a := range addresses {
		asked = append(asked, view("symbol()", a, s.Head, &symbols[i]), view("decimals()", a, s.Head, &decimals[i]))
	}
	if err := c.all(ctx, asked, true); err != nil {
		return err
	}
	for i, a := range addresses {
		t := probe.Token{Symbol: text(symbols[i]), Decimals: 18}
		if n := number(decimals[i]); n != nil && n.IsUint64() && n.Uint64() <= 77 {
			t.Decimals = uint8(n.Uint64())
		}
		s.Tokens[a] = t
	}
	return nil
}

// views asks the contracts what they count and what nodes cost.
func (c *client) views(ctx context.Context, s *probe.Seen) error {
	s.Views = map[common.Address]map[string]*big.Int{}
	names := probe.Views()
	answers := make([]hexutil.Bytes, len(names)*len(s.Contracts))
	var asked []question
	for i, a := range s.Contracts {
		for j, name := range names {
			signature := name[:slices.Index([]byte(name), ' ')]
			asked = append(asked, view(signature, a, s.Head, &answers[i*len(names)+j]))
		}
	}
	if err := c.all(ctx, asked, true); err != nil {
		return err
	}
	for i, a := range s.Contracts {
		s.Views[a] = map[string]*big.Int{}
		for j, name := range names {
			if n := number(answers[i*len(names)+j]); n != nil {
				s.Views[a][name] = n
			}
		}
	}
	return nil
}

// view is a question for what a view without arguments answers at a block.
func view(signature string, contract common.Address, block uint64, into *hexutil.Bytes) question {
	selector := evm.Selector(signature)
	return question{"eth_call", []any{map[string]any{"to": contract, "data": hexutil.Encode(selector[:])}, hexutil.EncodeUint64(block)}, into}
}

// number is the number that a view answered; nil: none.
func number(answer []byte) *big.Int {
	if len(answer) != 32 {
		return nil
	}
	return new(big.Int).SetBytes(answer)
}

// text is the text that a view answered, as a string or as 32 bytes.
func text(answer []byte) string {
	out := answer
	if len(answer) > 32 {
		if bytes, err := evm.Words(answer).Bytes(0); err == nil {
			out = bytes
		}
	}
	for i, b := range out {
		if b == 0 {
			out = out[:i]
			break
		}
	}
	return fmt.Sprintf("%.32s", out)
}
