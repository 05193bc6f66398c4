package payout

import (
	"fmt"
	"io"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/export/safe"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/payout/merkle"
	"github.com/nodeledger/nodeledger/problem"
)

// FileCheck is a file of a run that was compared with the books.
type FileCheck struct {
	Run         string
	Form        string // FormatSafe or FormatMerkle
	Part, Parts int    // which batch it is; 1 of 1 for a tree
	Lines       int    // transfers, or leaves of a tree
	Total       money.Amount
	Root        ledger.Hash  // of the file's tree; zero for a batch
	From        merkle.Books // that the file's tree came from; zero for a batch
	Difference  *Difference  // the first; nil: the file is what the books say
}

// CheckFile reads a file called name, a batch of transfers for a Safe or the dump of a Merkle tree, checks it by itself, and
// compares what it pays with what the books say of a run: of a batch the chain, the treasury and every transfer, of a tree every
// leaf, that its own proofs lead to the root that the books have, and the head of the books that it names. The order of lines is
// free: it moves no money. Nothing else of a file is compared, so the words that describe a batch may be others. Errors: what the
// run has not, or not yet; a file that is neither, that is damaged, or that does anything else than to pay.
func CheckFile(e *engine.Engine, run, name string, r io.Reader) (FileCheck, error) {
	s, err := snapshotOf(e, run)
	if err != nil {
		return FileCheck{}, err
	}
	form, r, err := formOf(&bounded{Reader: r, most: largestFile})
	if err != nil {
		return FileCheck{}, problem.Invalidf("%s: %w", name, err)
	}
	if err := s.may(form); err != nil {
		return FileCheck{}, err
	}
	if form == FormatMerkle {
		return s.checkTree(e, name, r)
	}
	return s.checkBatch(e, name, r)
}

func (s *snapshot) checkBatch(e *engine.Engine, name string, r io.Reader) (c FileCheck, err error) {
	file, err := safe.Read(r)
	if err != nil {
		return c, problem.Invalidf("%s: %w", name, err)
	}
	batches, token, err := s.batches(e)
	if err != nil {
		return c, err
	}
	pays := make([]checkLine, len(file.Payments))
	for i, p := range file.Payments {
		pays[i] = checkLine{p.Token, p.Wallet, money.FromUint256(s.asset, &p.Units)}
	}
	c = FileCheck{Run: s.head.Name, Form: FormatSafe, Part: 1, Parts: len(batches), Lines: len(pays)}
	if c.Total, err = totalOf(s.asset, pays); err != nil {
		return c, problem.Invalidf("%s: %w", name, err)
	}
	parts := make([][]checkLine, len(batches))
	partOf := map[ledger.Wallet]int{}
	for k := range batches {
		for _, t := range batches[k].Transfers() {
			parts[k] = append(parts[k], checkLine{token.Address, t.Wallet, t.Amount})
			partOf[t.Wallet] = k
		}
	}
	for _, p := range pays { // the first wallet of the run says which part the file is
		if k, ok := partOf[p.wallet]; ok {
			c.Part = k + 1
			break
		}
	}
	switch head := s.head; {
	case file.ChainID != head.ChainID:
		c.Difference = &Difference{What: DiffersChain, File: fmt.Sprint(file.ChainID), Books: fmt.Sprint(head.ChainID)}
	case file.Safe != head.Treasury:
		c.Difference = &Difference{What: DiffersTreasury, File: file.Safe.Hex(), Books: head.Treasury.Hex()}
	default:
		c.Difference = firstDifference(pays, parts[c.Part-1])
	}
	return c, nil
}

func (s *snapshot) checkTree(e *engine.Engine, name string, r io.Reader) (c FileCheck, err error) {
	file, err := merkle.Load(r)
	if err != nil {
		return c, problem.Invalidf("%s: %w", name, err)
	}
	books, err := treeOf(e, s.head.Name)
	if err != nil {
		return c, err
	}
	pays := s.leaves(file)
	c = FileCheck{Run: s.head.Name, Form: FormatMerkle, Part: 1, Parts: 1, Lines: len(pays), Root: ledger.Hash(file.Root()),
		From: file.Books()}
	if c.Total, err = totalOf(s.asset, pays); err != nil {
		return c, problem.Invalidf("%s: %w", name, err)
	}
	c.Difference = firstDifference(pays, s.leaves(books.merkle))
	var proof []merkle.Hash
	for i := 0; i < file.Len() && c.Difference == nil; i++ {
		proof = file.AppendProof(proof[:0], i)
		if !merkle.Verify(books.merkle.Root(), file.Leaf(i), proof) {
			c.Difference = &Difference{What: DiffersRoot, File: c.Root.String(), Books: books.Root().String()}
		}
	}
	if from := books.Books(); c.Difference == nil && file.Books() != from {
		c.Difference = &Difference{What: DiffersBooks, File: file.Books().String(), Books: from.String()}
	}
	return c, nil
}

func (s *snapshot) leaves(t *merkle.Tree) []checkLine {
	lines := make([]checkLine, t.Len())
	for i := range lines {
		leaf := t.Leaf(i)
		lines[i] = checkLine{common.Address{}, leaf.Wallet, money.FromUint256(s.asset, &leaf.Amount)}
	}
	return lines
}
