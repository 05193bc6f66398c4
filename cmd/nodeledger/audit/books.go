package audit

import (
	"context"
	"fmt"
	"iter"
	"time"

	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/store"
	"github.com/nodeledger/nodeledger/wire"
)

// source is published books as [engine.Rebuild] and the comparison read them, and of nothing else.
type source struct {
	engine.Reader
	engine.History

	*published

	identity engine.Identity
	cursor   engine.Cursor
}

// State is how far the books are, without the frontier of their tree.
func (s *source) State(context.Context) (engine.State, error) {
	return engine.State{Identity: s.identity, Ledger: ledger.Head{Sequence: s.head.Sequence, Inputs: s.head.Inputs},
		Position: engine.Position{Cursor: s.cursor, Inputs: s.head.Inputs}}, nil
}

// Window is empty: what is not final is compared as it was recorded.
func (s *source) Window(context.Context) ([]engine.Header, error) { return nil, nil }

// Coverage is empty: the auditor proves for themselves.
func (s *source) Coverage(context.Context) ([]engine.Span, error) { return nil, nil }

// Inputs are the inputs as everybody may see them.
func (s *source) Inputs(_ context.Context, from uint64) iter.Seq2[fold.Input, error] {
	return func(yield func(fold.Input, error) bool) {
		for n := max(from, 1); n <= s.inputs.count(); n++ {
			in, _, err := s.input(n)
			if !yield(in, err) || err != nil {
				return
			}
		}
	}
}

// input is one input, and the digest that was published with it.
func (p *published) input(sequence uint64) (in fold.Input, digest ledger.Hash, err error) {
	var row wire.Input
	if err := p.inputs.read(sequence-1, &row); err != nil {
		return in, digest, err
	}
	payload, err := hexutil.Decode(row.Payload)
	if err != nil {
		return in, digest, ledger.Differs("input", fmt.Sprintf("sequence %d", sequence), "its payload is not in hexadecimal digits: %v", err)
	}
	if digest, err = ledger.ParseHash(row.Digest); err != nil {
		return in, digest, ledger.Differs("input", fmt.Sprintf("sequence %d", sequence), "%v", err)
	}
	return fold.Input{Sequence: sequence, Kind: fold.InputKind(row.Kind), Payload: payload}, digest, nil
}

// Transactions are the published journal.
func (s *source) Transactions(_ context.Context, from uint64) iter.Seq2[*ledger.Transaction, error] {
	return func(yield func(*ledger.Transaction, error) bool) {
		for n := max(from, 1); n <= s.transactions.count(); n++ {
			t, err := s.transaction(n)
			if !yield(t, err) || err != nil {
				return
			}
		}
	}
}

func (p *published) transaction(sequence uint64) (*ledger.Transaction, error) {
	var row wire.Transaction
	if err := p.transactions.read(sequence-1, &row); err != nil {
		return nil, err
	}
	t, err := transactionOf(&row)
	if err != nil {
		return nil, ledger.Differs("journal", fmt.Sprintf("sequence %d", sequence), "what is published cannot be read: %v", err)
	}
	return t, nil
}

// booked are the transactions of an input.
func (p *published) booked(input uint64) (list []ledger.Draft, err error) {
	if input == 0 || input > uint64(len(p.before)) {
		return nil, ledger.Differs("input", fmt.Sprintf("sequence %d", input), "it was not published")
	}
	to := p.transactions.count()
	if input < uint64(len(p.before)) {
		to = min(to, p.before[input])
	}
	for n := min(p.before[input-1], to) + 1; n <= to; n++ {
		t, err := p.transaction(n)
		if err != nil {
			return nil, err
		}
		list = append(list, t.Draft)
	}
	return list, nil
}

// again is the books that are made of what was published.
type again struct {
	*store.Scratch

	published *published
	booked    uint64 // transactions so far
}

// Commit writes what was computed, and refuses an input before which there are other transactions than was published.
func (a *again) Commit(ctx context.Context, c engine.Commit) (ledger.Head, error) {
	for i := range c.Inputs {
		n := c.Seen.Inputs + uint64(i)
		if have := a.booked + uint64(c.Inputs[i].After); n < uint64(len(a.published.before)) && a.published.before[n] != have {
			return ledger.Head{}, ledger.Differs("input", fmt.Sprintf("sequence %d", n+1), "%d transactions come before it, and the published "+
				"number is %d", have, a.published.before[n])
		}
	}
	head, err := a.Scratch.Commit(ctx, c)
	if err == nil {
		a.booked = head.Sequence
	}
	return head, err //nolint:wrapcheck // as the port has it
}

// Booked implements fold.Publishing.
func (a *again) Booked(_ context.Context, input uint64) ([]ledger.Draft, error) {
	return a.published.booked(input)
}

func transactionOf(row *wire.Transaction) (*ledger.Transaction, error) {
	t := ledger.Transaction{Sequence: row.Sequence, Draft: ledger.Draft{Kind: ledger.Kind(row.Kind), Program: row.Program, Rule: row.Rule,
		Reverses: row.Reverses, Meta: ledger.Meta(row.Meta)}}
	s := &row.Source
	t.Source = ledger.Source{Origin: ledger.Origin(s.Origin), Chain: s.Chain, BlockNumber: s.BlockNumber, LogIndex: s.LogIndex, Leg: s.Leg,
		Generation: s.Generation, Name: s.Name, Reference: s.Reference, Reversal: s.Reversal}
	if t.Meta == nil {
		t.Meta = ledger.Meta{}
	}
	var err error
	for text, into := range map[*string]*ledger.Hash{&s.BlockHash: &t.Source.BlockHash, &s.TxHash: &t.Source.TxHash,
		&row.Previous: &t.Previous, &row.Hash: &t.Hash} {
		if *into, err = ledger.ParseHash(*text); err != nil {
			return nil, err
		}
	}
	for text, into := range map[*string]*time.Time{&row.Effective: &t.Effective, &row.Booked: &t.Booked} {
		if *into, err = time.Parse(time.RFC3339, *text); err != nil {
			return nil, err
		}
		*into = into.UTC()
	}
	for i := range row.Postings {
		p, err := postingOf(&row.Postings[i])
		if err != nil {
			return nil, err
		}
		t.Postings = append(t.Postings, p)
	}
	return &t, nil
}

func postingOf(row *wire.Posting) (p ledger.Posting, err error) {
	if p.From, err = ledger.ParseAccount(row.From); err != nil {
		return p, err
	}
	if p.To, err = ledger.ParseAccount(row.To); err != nil {
		return p, err
	}
	if row.Amount.Decimals < 0 || row.Amount.Decimals > 255 {
		return p, fmt.Errorf("%d decimal places", row.Amount.Decimals)
	}
	asset, err := money.NewAsset(row.Amount.Asset, uint8(row.Amount.Decimals))
	if err != nil {
		return p, err
	}
	p.Amount, err = money.ParseUnits(asset, row.Amount.Amount)
	return p, err
}
