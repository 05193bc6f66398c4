package engine

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/problem"
)

// wordTimeout is how long a contract is waited for, and wordsAsked how many are asked at once in a process.
const (
	wordTimeout = 5 * time.Second
	wordsAsked  = 4
)

// ErrAsksNode says that a contract has to be asked whether it signed, and that there is no node to ask.
var ErrAsksNode error = problem.New(problem.Unavailable, problem.NoNode,
	"the wallet is a contract, and a node must be asked whether it signed "+
		"this (ERC-1271): name one with --rpc")

// vouched is what contracts said of a signature: at most one of them said yes.
type vouched struct {
	signed ledger.Hash
	word   operator.Word // zero: none of them says that it is its own
}

// unasked is the refusal of a step that records what a contract may have signed, before the contract was asked. Nothing was written.
type unasked struct {
	text      string
	contracts []ledger.Wallet
}

// Error is what it comes to where nobody can be asked.
func (u *unasked) Error() string { return ErrAsksNode.Error() }
func (u *unasked) Unwrap() error { return ErrAsksNode }

// writeBy is write of a step that records something of somebody. Where a contract may have signed it the contract is asked between two
// tries, while nobody is kept from writing: the second one compares what was asked with what would be recorded by then.
func (e *Engine) writeBy(ctx context.Context, by By, step func(By) error) error {
	const tries = 3
	for n := 1; ; n++ {
		err := e.write(ctx, func() error { return step(by) })
		var ask *unasked
		if !errors.As(err, &ask) {
			return err
		}
		if n == tries {
			return problem.New(problem.Busy, "", "what is signed changed again and again while the contract was asked: print its text once more")
		}
		if by.vouched, err = e.askContracts(ctx, ask, by.Signature); err != nil {
			return err
		}
	}
}

// askContracts asks one contract after the other whether a signature of a text is its own.
func (e *Engine) askContracts(ctx context.Context, ask *unasked, signature []byte) (*vouched, error) {
	said := &vouched{signed: operator.SignedHash(ask.text)}
	if err := operator.CheckSignatureLength(signature); err != nil {
		return nil, err
	}
	for _, wallet := range ask.contracts {
		word, err := e.AskContract(ctx, wallet, ask.text, signature)
		if err == nil {
			said.word = word
			return said, nil
		}
		if problem.KindOf(err) != problem.NotAuthenticated {
			return nil, err
		}
	}
	return said, nil
}

// AskContract asks a contract whether a signature of a text is its own, at the newest final block. It waits for seconds at most, and keeps
// nobody from writing. A contract that does not say so is a refusal of the kind NotAuthenticated, a node that does not answer one of
// the kind Unavailable.
func (e *Engine) AskContract(ctx context.Context, wallet ledger.Wallet, text string, signature []byte) (operator.Word, error) {
	if e.chain == nil {
		return operator.Word{}, ErrAsksNode
	}
	if err := operator.CheckSignatureLength(signature); err != nil {
		return operator.Word{}, err
	}
	ctx, cancel := context.WithTimeout(ctx, wordTimeout)
	defer cancel()
	select {
	case e.asking <- struct{}{}:
		defer func() { <-e.asking }()
	case <-ctx.Done():
		return operator.Word{}, unanswered(wallet)
	}
	at, err := e.chain.Finalized(ctx)
	if err != nil {
		return operator.Word{}, e.noWord(wallet, err)
	}
	signed := operator.SignedHash(text)
	yes, err := e.chain.ContractSigned(ctx, at, common.Address(wallet), common.Hash(signed), signature)
	if err != nil {
		return operator.Word{}, e.noWord(wallet, err)
	}
	if !yes {
		return operator.Word{}, problem.New(problem.NotAuthenticated, "", "the contract %s does not say, at block %d, that it signed this text: "+
			"its owners sign the text as it is now, all of it", wallet, at.Number)
	}
	return operator.Word{Wallet: wallet, Signed: signed, Block: at.Number, Hash: ledger.Hash(at.Hash)}, nil
}

// noWord is what anybody may be told of a node that did not answer; the log has the rest.
func (e *Engine) noWord(wallet ledger.Wallet, err error) error {
	e.log.Warn("a contract cannot be asked whether it signed something", "contract", wallet, "error", err)
	var apart *Disagreement
	if errors.As(err, &apart) {
		return problem.New(problem.Unavailable, problem.NoNode,
			"the nodes disagree about what the contract %s says of its signature: nothing is "+
				"taken from it; the log has who says what", wallet)
	}
	return unanswered(wallet)
}

func unanswered(wallet ledger.Wallet) error {
	return problem.New(problem.Unavailable, problem.NoNode, "no node answers whether the contract %s signed this: try again in a moment",
		wallet)
}

// CheckContract refuses a wallet that is given as a contract and is none at the newest final block. Where there is no node it is taken as
// it is said, and at is zero.
func (e *Engine) CheckContract(ctx context.Context, wallet ledger.Wallet) (at Header, err error) {
	if e.chain == nil {
		return at, nil
	}
	ctx, cancel := context.WithTimeout(ctx, wordTimeout)
	defer cancel()
	if at, err = e.chain.Finalized(ctx); err != nil {
		return at, e.noWord(wallet, err)
	}
	is, err := e.chain.IsContract(ctx, at, common.Address(wallet))
	switch {
	case err != nil:
		return at, e.noWord(wallet, err)
	case !is:
		return at, problem.Invalidf("there is no contract at %s on chain %d at the final block %d: give its address there, wait until it is "+
			"final, or give a wallet that is none", wallet, e.Program().Chain.ID, at.Number)
	}
	return at, nil
}

// ContractWord is a word of a contract that books stand on.
type ContractWord struct {
	Input     uint64 // the sequence of the fact's input
	Fact      string // its key in the journal
	Word      operator.Word
	Signature []byte
}

// String says where it is in the books and what it is.
func (c *ContractWord) String() string {
	return fmt.Sprintf("input %d, %s: contract %s at block %d", c.Input, c.Fact, c.Word.Wallet, c.Word.Block)
}

// ContractWords are the words of contracts that books stand on, in order of the inputs.
func ContractWords(ctx context.Context, books fold.Books) (words []ContractWord, err error) {
	for in, err := range books.Inputs(ctx, 1) {
		if err != nil {
			return nil, err
		}
		said, err := WordsOf(&in)
		if err != nil {
			return nil, err
		}
		words = append(words, said...)
	}
	return words, nil
}

// WordsOf are the words of contracts that an input has.
func WordsOf(in *fold.Input) (words []ContractWord, err error) {
	fact, err := in.Fact()
	if err == nil && fact == nil {
		return nil, nil
	}
	var said []operator.Signed
	if err == nil {
		said, err = fact.Words()
	}
	if err != nil {
		return nil, ledger.Differs("input", fmt.Sprintf("sequence %d", in.Sequence), "%v", err)
	}
	for _, s := range said {
		words = append(words, ContractWord{in.Sequence, fact.Key(), s.Word, s.Signature})
	}
	return words, nil
}

// AskAgain asks a chain whether words of contracts were said: each at its own block, which must be on the chain. unheld says what was not,
// and later which is the first whose block the chain does not have yet.
// The error is one of a chain that does not answer, such as a node that has thrown the state of an old block away.
func AskAgain(ctx context.Context, chain Chain, words []ContractWord) (unheld []string, later string, err error) {
	for i := range words {
		c := &words[i]
		at, err := chain.FinalAt(ctx, c.Word.Block)
		if errors.Is(err, ErrNoBlock) {
			if later == "" {
				later = fmt.Sprintf("%s is past the last block of the node", c)
			}
			continue
		}
		if err != nil {
			return unheld, later, fmt.Errorf("%s cannot be asked again: %w", c, err)
		}
		if ledger.Hash(at.Hash) != c.Word.Hash {
			unheld = append(unheld, fmt.Sprintf("%s, which is not the block %s on the chain", c, c.Word.Hash))
			continue
		}
		yes, err := chain.ContractSigned(ctx, at, common.Address(c.Word.Wallet), common.Hash(c.Word.Signed), c.Signature)
		if err != nil {
			return unheld, later, fmt.Errorf("%s cannot be asked again: %w", c, err)
		}
		if !yes {
			unheld = append(unheld, fmt.Sprintf("%s, where it does not say so", c))
		}
	}
	return unheld, later, nil
}
