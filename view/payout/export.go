package payout

import (
	"context"
	"crypto/sha256"
	"fmt"
	"hash"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/export"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/view"
)

// The forms in which a payout run is written.
const (
	FormatSafe     = "safe"     // Safe Transaction Builder: the transfers or, of a run for claims, what fills the distributor
	FormatPropose  = "propose"  // Safe Transaction Builder, of a run for claims: the call that proposes its tree
	FormatActivate = "activate" // the same for whoever activates the tree: it names all that was proposed
	FormatAirdrop  = "airdrop"  // Safe CSV Airdrop
	FormatCSV      = "csv"      // for a spreadsheet
	FormatHledger  = "hledger"  // a journal of pending entries
	FormatMerkle   = "merkle"   // OpenZeppelin's dump of the tree, of a run for claims
	FormatFile     = "file"     // the run's file, whose hash is in the journal; it names the wallets that are held back
)

// ExportResult says what was written.
type ExportResult struct {
	ContentType string
	Name        string      // for a file
	Parts       int         // how many batches there are; 1 for what has none
	Root        ledger.Hash // of a tree for claims; zero for every other run
	File        ledger.Hash // SHA-256 of what was written
}

// snapshot is a run as it is taken out of the book: nothing in it changes afterwards.
type snapshot struct {
	head   export.Run
	payer  payout.Payer
	asset  money.Asset
	method payout.Method
	state  payout.State
	total  money.Amount
	lines  []export.Line
}

func snapshotOf(e *engine.Engine, name string) (s snapshot, err error) {
	p := e.Program()
	e.Payouts(func(b *payout.Book) {
		r := b.Run(name)
		if r == nil {
			err = noRun(name)
			return
		}
		s = snapshot{
			head: export.Run{Name: r.Name, Program: p.Name, ChainID: p.Chain.ID, Treasury: common.Address(r.Payer.Treasury), CreatedAt: r.At,
				Approval: approvalOf(r), Batch: r.Batch},
			payer: r.Payer, asset: r.Asset, method: r.Method, state: r.State, total: r.Total,
		}
		for _, w := range r.Wallets() {
			total, _, parts, _ := r.Line(w)
			line := export.Line{Transfer: export.Transfer{Wallet: w, Amount: total}}
			for _, part := range parts {
				line.Parts = append(line.Parts, s.part(r.Method, w, part))
			}
			s.lines = append(s.lines, line)
		}
	})
	return s, err
}

// approvalOf is who prepared, proposed and approved which bytes of a run, with which keys and when; empty before somebody approved, and
// where the approval does not name the bytes.
func approvalOf(r *payout.Progress) string {
	a := r.By(payout.Approved)
	if a == nil || a.File == (ledger.Hash{}) {
		return ""
	}
	var who []string
	for _, state := range []payout.State{payout.Draft, payout.Proposed, payout.Approved} {
		if s := r.By(state); s != nil {
			who = append(who, fmt.Sprintf("%s by %s (%s) at %s", steps[state], s.Operator, s.Key, s.At.UTC().Format(time.RFC3339)))
		}
	}
	return fmt.Sprintf("%s: file %s, total %s", strings.Join(who, ", "), a.File, r.Total)
}

// steps are what was done to a run that came into a state.
var steps = map[payout.State]string{payout.Draft: "prepared", payout.Proposed: "proposed", payout.Approved: "approved"}

// part is a part of a wallet's line as files have it: with the payment that it will be.
func (s *snapshot) part(method payout.Method, w ledger.Wallet, part payout.Part) export.Part {
	payer := ledger.WalletFunds(s.payer.Treasury)
	if method == payout.Claim {
		payer = ledger.DistributorFunds(s.payer.Distributor)
	}
	out := export.Part{Why: part.Why(), Owed: part.From, From: payer, To: part.From, Amount: part.Amount}
	if part.From.Class() == ledger.Register {
		out.From, out.To = part.From, ledger.HolderToken(w, s.asset, ledger.Released)
	}
	return out
}

// Export writes a run in one of the forms above. part counts from 1 and says which batch is meant where there are several;
// 0 is the first. The same run gives the same bytes at any time: a tree is fixed when its run is exported. Only a run that
// two people have let out gives what money is moved with, and only while its amounts follow from the postings of its accounts.
func Export(ctx context.Context, e *engine.Engine, run, format string, part int, w io.Writer) (out ExportResult, err error) {
	s, err := snapshotOf(e, run)
	if err != nil {
		return out, err
	}
	if err := s.may(format); err != nil {
		return out, err
	}
	if part < 0 || (part > 1 && format != FormatSafe && format != FormatAirdrop) {
		return out, problem.NotFoundf("run %s has no part %d as %s: leave part out", run, part, format)
	}
	if err := e.CheckRun(ctx, run); err != nil {
		return out, err
	}
	sum := summed{w, sha256.New()}
	out = ExportResult{Parts: 1}
	switch format {
	case FormatSafe, FormatAirdrop:
		out, err = s.batch(e, format, max(part, 1), sum)
	case FormatPropose, FormatActivate:
		out, err = s.treeCall(e, format, sum)
	case FormatCSV:
		out.ContentType, out.Name = "text/csv; charset=utf-8", run+".csv"
		err = export.WriteCSV(sum, s.head, s.lines)
	case FormatHledger:
		out.ContentType, out.Name = "text/plain; charset=utf-8", run+".journal"
		err = export.WriteJournal(sum, s.head, s.lines)
	case FormatMerkle:
		var t *Tree
		if t, err = treeOf(e, run); err == nil {
			out.ContentType, out.Name, out.Root = "application/json", run+"-tree.json", t.Root()
			if err = t.merkle.Dump(sum); err == nil {
				err = t.same(ledger.Hash(sum.hash.Sum(nil)))
			}
		}
	case FormatFile:
		out.ContentType, out.Name = "application/json", "payout-"+run+".json"
		_, err = e.RunFile(ctx, run, sum)
	}
	out.File = ledger.Hash(sum.hash.Sum(nil))
	return out, err
}

// summed hashes what it passes on.
type summed struct {
	io.Writer
	hash hash.Hash
}

func (s summed) Write(b []byte) (int, error) {
	n, err := s.Writer.Write(b)
	s.hash.Write(b[:n])
	return n, err
}

// may says in one line why a run cannot be written in a form; nil when it can.
func (s *snapshot) may(format string) error {
	name := s.head.Name
	switch format {
	case FormatFile:
		return nil
	case FormatCSV, FormatHledger:
		if s.state == payout.Cancelled {
			return problem.New(problem.Conflict, problem.NotApproved, "run %s was cancelled: prepare another one", name)
		}
		return nil
	case FormatSafe, FormatAirdrop, FormatPropose, FormatActivate, FormatMerkle:
	default:
		err := problem.CheckWord(view.Truncate(format), FormatSafe, FormatPropose, FormatActivate, FormatAirdrop, FormatCSV, FormatHledger,
			FormatMerkle)
		return fmt.Errorf("format: %w", err)
	}
	switch claims := s.method == payout.Claim; {
	case s.state == payout.Draft:
		return problem.New(problem.Conflict, problem.NotApproved,
			"run %s is a draft: one person must propose it and another must approve it first", name)
	case s.state == payout.Proposed:
		return problem.New(problem.Conflict, problem.NotApproved,
			"run %s is proposed: another person than the proposer must approve it first", name)
	case s.state == payout.Cancelled:
		return problem.New(problem.Conflict, problem.NotApproved, "run %s was cancelled: prepare another one", name)
	case claims && format == FormatAirdrop:
		return problem.NotFoundf("run %s is claimed from the distributor: take %s to fill it, %s for its tree", name, FormatSafe, FormatMerkle)
	case !claims && (format == FormatMerkle || format == FormatPropose || format == FormatActivate):
		return problem.NotFoundf("run %s is paid by transfers and has no tree: take %s or %s", name, FormatSafe, FormatAirdrop)
	}
	return nil
}

// Moves says of a form that money is moved with it: giving it out is a step of the run, which is recorded.
func Moves(format string) bool {
	return slices.Contains([]string{FormatSafe, FormatAirdrop, FormatPropose, FormatActivate, FormatMerkle}, format)
}

// Released says whether the run was exported. Before that one person can cancel it, so what money is moved with is not for everybody, and
// the tree of a run for claims is not fixed: it contains what was exported before it.
func (r *Run) Released() bool {
	return slices.ContainsFunc(r.Steps, func(s payout.Step) bool { return s.State == payout.Exported })
}

// Published are the forms that everybody may have now: of those in Formats, what money is moved with is left out until the run is
// exported.
func (r *Run) Published() []string {
	return slices.DeleteFunc(r.Formats(), func(format string) bool { return Moves(format) && !r.Released() })
}

// Formats are the forms that a run can be written in now, without FormatFile.
func (r *Run) Formats() []string {
	s := snapshot{head: export.Run{Name: r.Name}, method: r.Method, state: r.State}
	list := []string{}
	for _, format := range []string{FormatSafe, FormatPropose, FormatActivate, FormatAirdrop, FormatCSV, FormatHledger, FormatMerkle} {
		if s.may(format) == nil {
			list = append(list, format)
		}
	}
	return list
}
