package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/chain"
	"github.com/nodeledger/nodeledger/cmd/nodeledger/progress"
	"github.com/nodeledger/nodeledger/cmd/nodeledger/usage"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/store"
	"github.com/nodeledger/nodeledger/wire"
)

// tokenVariable holds an operator's token: secrets do not stand on a command line, where every user of the machine sees them.
const tokenVariable = "NODELEDGER_TOKEN"

// signer is who records something from the command line.
type signer struct {
	in                             *invocation
	operator, reference, signature string
	after                          uint64
	ask                            bool
}

// addFlags gives a command the flags that say who records and how they prove it. named says that the operator also chooses the
// reference.
func (s *signer) addFlags(named bool, commands ...*cobra.Command) {
	for _, c := range commands {
		f := c.Flags()
		f.StringVar(&s.operator, "operator", "",
			"`name` of the operator who records it; a token in "+tokenVariable+" is enough (NODELEDGER_OPERATOR)")
		f.StringVar(&s.signature, "signature", "", "`signature` of the operator's wallet, or Safe, over the text that --statement prints, in hex")
		f.Uint64Var(&s.after, "after", 0, "`number` of facts in the last line of the text that --signature is of")
		f.BoolVar(&s.ask, "statement", false, "dry run: print the text for the operator's wallet to sign (personal_sign), and record nothing")
		if named {
			f.StringVar(&s.reference, "reference", "", "`name` of the record: the same reference is recorded once")
			if err := c.MarkFlagRequired("reference"); err != nil {
				panic(err) // the flag is that of the line above
			}
		}
	}
}

// identify says who records, and with what proof.
func (s *signer) identify() (engine.By, error) {
	by := engine.By{Name: s.operator, Token: s.in.Env(tokenVariable), StatementOnly: s.ask}
	if s.signature != "" {
		var err error
		if by.Signature, err = operator.ParseSignature(s.signature); err != nil {
			return by, problem.Invalidf("--signature: %w", err)
		}
		by.Token, by.After = "", s.after
		if by.Name == "" {
			return by, usage.Errorf("--signature needs the name of its operator: --operator NAME")
		}
		if s.after == 0 {
			return by, usage.Errorf("--signature needs --after, the number of facts that the signed text names in its last line")
		}
	}
	if by.Name == "" && by.Token == "" {
		return by, usage.Errorf("%s needs an operator: --operator NAME, or a token in %s", usage.Name(s.in.command), tokenVariable)
	}
	return by, nil
}

// record records something, and tells whether it was new. With --statement it prints what is to be signed.
func (s *signer) record(c *cobra.Command, say func(*engine.Engine, engine.By) (engine.Receipt, error)) error {
	by, err := s.identify()
	if err != nil {
		return err
	}
	return s.printStatement(s.in.recordFact(c.Context(), func(e *engine.Engine) (engine.Receipt, error) { return say(e, by) }))
}

// printStatement prints the statement that is to be signed, where that is what came back.
func (s *signer) printStatement(err error) error {
	var unsigned *engine.Unsigned
	if !errors.As(err, &unsigned) {
		return err
	}
	return s.in.show(wire.ToSign{Statement: unsigned.Text, After: unsigned.After}, func(w io.Writer) {
		fmt.Fprintln(w, unsigned.Text)
	})
}

// recordAnd is record with another answer than the receipt.
func (s *signer) recordAnd(c *cobra.Command, say func(*engine.Engine, engine.By) (engine.Receipt, error),
	answer func(*engine.Engine, engine.Receipt) (any, error)) error {
	by, err := s.identify()
	if err != nil {
		return err
	}
	return s.printStatement(s.in.recordAnd(c.Context(), func(e *engine.Engine) (engine.Receipt, error) { return say(e, by) }, answer))
}

// proofOf is what a key is.
func proofOf(wallet string, contract bool) string {
	if contract {
		return wallet + " (contract)"
	}
	return cmp.Or(wallet, "token")
}

// sayContract says on standard error where a contract that became a key is.
func (in *invocation) sayContract(ctx context.Context, change *operator.Change) error {
	if in.json || !change.Contract {
		return nil
	}
	p, err := in.own(ctx)
	if err != nil || p == nil {
		return err
	}
	looked := "found there"
	if len(in.rpc) == 0 {
		looked = "no node was asked: name one with --rpc to look for it"
	}
	fmt.Fprintf(in.Stderr, "%s is a contract on chain %d, %s\n", change.Wallet, p.Chain.ID, looked)
	return nil
}

// contractSigner is a wallet that signs, of an operator or in recoveries.
type contractSigner struct {
	what, wallet string
	counts       bool // its own word, as a contract
}

// contractSigners are the wallets whose own word counts, and the recovery wallets.
func contractSigners(f *fold.Fold, list *wire.Operators) (signers []contractSigner) {
	for _, o := range list.Operators {
		for _, k := range o.Keys {
			if k.Contract && !k.Revoked {
				signers = append(signers, contractSigner{fmt.Sprintf("the key %s of %s", k.Label, o.Name), k.Wallet, true})
			}
		}
	}
	for _, w := range f.Recoverers() {
		signers = append(signers, contractSigner{"a recovery wallet", w.Wallet.String(), w.Contract})
	}
	return signers
}

// examineContracts says which wallets sign by their own word, whether they are contracts at the final block, and which recovery wallets
// are contracts whose word does not count.
func (in *invocation) examineContracts(ctx context.Context, f *fold.Fold, list *wire.Operators, r *diagnosis) {
	signers := contractSigners(f, list)
	at, code, err := in.codeOf(ctx, f.Program(), signers)
	for _, s := range signers {
		text := fmt.Sprintf("%s is the contract %s on chain %d, whose own word counts", s.what, s.wallet, f.Program().Chain.ID)
		switch {
		case s.counts && len(in.rpc) == 0:
			r.add("operators", green, "%s; no node was asked whether it is there: add --rpc URL", text)
		case s.counts && err != nil:
			r.add("operators", yellow, "%s; it cannot be looked for: %s", text, err)
		case s.counts && code[s.wallet]:
			r.add("operators", green, "%s; it is there at the final block %d", text, at.Number)
		case s.counts:
			r.add("operators", red, "%s; there is no contract there at the final block %d, so nothing counts as signed by it", text, at.Number)
		case code[s.wallet]:
			r.add("operators", yellow, "%s, %s, is a contract at the final block %d: if it is a Safe, its signature counts only once "+
				"operators.contracts of the program file names it", s.what, s.wallet, at.Number)
		}
	}
}

// codeOf says which of the wallets are contracts at the final block, as all nodes together say.
func (in *invocation) codeOf(ctx context.Context, p *program.Program, signers []contractSigner) (at engine.Header, code map[string]bool,
	err error) {
	if len(in.rpc) == 0 || len(signers) == 0 {
		return at, nil, nil
	}
	watcher, err := in.dialBriefly(ctx, p, in.rpc)
	if err != nil {
		return at, nil, err
	}
	defer watcher.Close()
	if at, err = watcher.Finalized(ctx); err != nil {
		return at, nil, err
	}
	code = map[string]bool{}
	for _, s := range signers {
		if code[s.wallet], err = watcher.IsContract(ctx, at, common.HexToAddress(s.wallet)); err != nil {
			return at, nil, err
		}
	}
	return at, code, nil
}

// asked is what nodes said of books.
type asked struct {
	words  []engine.ContractWord // that the books stand on
	again  bool                  // the contracts were asked again
	later  string                // the first final block of the books that is not final on the chain yet
	proven engine.Fetched        // how far the books were compared with the chain, block by block
}

// askNodes asks the nodes, where there are any: for the final blocks that the books stand on, what contracts said and, unless it is to be
// quick, for everything else that is said to come from the chain. An error that is no difference is of the books' database or of the
// nodes, and says nothing of either.
func (in *invocation) askNodes(ctx context.Context, quick bool) (a asked, err error) {
	s, err := in.openStore(ctx, in.db)
	if err != nil {
		return a, err
	}
	defer s.Close()
	a.words, err = engine.ContractWords(ctx, s)
	if err != nil || len(in.rpc) == 0 {
		return a, err
	}
	p, err := in.own(ctx)
	if err != nil {
		return a, err
	}
	watcher, err := in.dial(ctx, p, false)
	if err != nil {
		return a, err
	}
	defer watcher.Close()
	if a.later, err = askFinals(ctx, watcher, s, quick); err != nil {
		return a, err
	}
	unheld, later, err := engine.AskAgain(ctx, watcher, a.words)
	if err == nil && len(unheld) > 0 {
		err = ledger.Differs("input", "words of contracts", "%s", strings.Join(unheld, "; "))
	}
	a.again, a.later = len(a.words) > 0, cmp.Or(a.later, later)
	if err != nil || quick {
		return a, err
	}
	err = in.proveAgain(ctx, watcher, s, &a)
	return a, err
}

// askFinals asks nodes for all final blocks that books stand on, or for the last one only: the others are asked for when everything is
// compared.
func askFinals(ctx context.Context, watcher *chain.Watcher, s *store.Store, all bool) (later string, err error) {
	finals, err := engine.FinalHeaders(ctx, s)
	if err != nil {
		return "", err
	}
	if !all && len(finals) > 0 {
		finals = finals[len(finals)-1:]
	}
	differs, later, err := engine.AskFinals(ctx, watcher, finals)
	if err == nil && differs != "" {
		err = ledger.Differs("input", "final blocks", "%s", differs)
	}
	return later, err
}

// proveAgain compares books with the chain block by block, and keeps outside of them that it was done.
func (in *invocation) proveAgain(ctx context.Context, watcher *chain.Watcher, s *store.Store, a *asked) error {
	at, err := s.State(ctx)
	if err != nil {
		return err
	}
	bar := progress.New(in.barTo(), "blocks", 0)
	later, err := engine.ProveAgain(ctx, watcher, s, engine.Fetched{}, func(f engine.Fetched) {
		a.proven = f
		bar.Show(f.Block, at.Cursor.Final.Number, "blocks")
	})
	bar.End()
	if err != nil {
		return err
	}
	a.later = cmp.Or(a.later, later)
	return in.lastHead().Advance(ctx, s, a.proven, in.Clock.Now())
}

// writeWords says how many statements stand on what contracts said, and at which blocks.
func writeWords(w io.Writer, v *wire.Verification) {
	if len(v.Words) == 0 {
		return
	}
	statements, first, last := map[uint64]bool{}, v.Words[0].Block, v.Words[0].Block
	for _, word := range v.Words {
		statements[word.Input] = true
		first, last = min(first, word.Block), max(last, word.Block)
	}
	stand, blocks := "1 statement stands", fmt.Sprintf("block %d", first)
	if n := len(statements); n > 1 {
		stand = fmt.Sprintf("%d statements stand", n)
	}
	if first != last {
		blocks = fmt.Sprintf("blocks %d to %d", first, last)
	}
	again := "nobody asked again: --rpc does"
	if v.Asked {
		again = "asked again, and said again"
	}
	fmt.Fprintf(w, "%s on a contract's word, at %s; %s\n", stand, blocks, again)
}
