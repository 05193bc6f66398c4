package engine

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/rewards"
)

// The kinds of facts about payouts.
const (
	PayoutFact    = "payout"
	StepFact      = "payout-step"
	HoldFact      = "hold"
	SanctionsFact = "sanctions"
	ResolveFact   = "payout-resolve"
)

const (
	stepPropose = payout.Propose
	stepApprove = payout.Approve
)

type payoutBody struct {
	Run    string        `json:"run"`
	Asset  string        `json:"asset"`
	Method payout.Method `json:"method"`
}

type stepBody struct {
	Run    string      `json:"run"`
	Step   string      `json:"step"`
	Reason string      `json:"reason,omitempty"`
	Root   ledger.Hash `json:"root,omitzero"` // of an export for claims
	File   ledger.Hash `json:"file,omitzero"` // SHA-256 of the published tree
}

type holdBody struct {
	Wallet string `json:"wallet"`
	Reason string `json:"reason"` // empty: the wallet is paid again
}

type sanctionsBody struct {
	Wallets []string `json:"wallets"`
}

type resolveBody struct {
	Exception string `json:"exception"`
	Reason    string `json:"reason"`
}

// PreparePayout gathers everything payable in an asset into a run. What it gathers is fixed from then on; cancel it to have
// it gathered anew.
func (e *Engine) PreparePayout(ctx context.Context, by By, run, asset string, method payout.Method) (again bool, err error) {
	body := payoutBody{run, asset, method}
	if err := payout.CheckName(run); err != nil {
		return false, content(err)
	}
	return e.record(ctx, by, runReference(run), PayoutFact, "", body, func(f *Fold) error {
		if err := f.payouts.CanPrepare(run); err != nil {
			return state(err)
		}
		_, err := f.gather(ctx, &body, e.clock.Now().UTC().Truncate(time.Second), e.store)
		return err
	})
}

// StepPayout takes a step with a run: payout.Propose, Approve, or Cancel with a reason. Who proposed cannot approve.
func (e *Engine) StepPayout(ctx context.Context, by By, run, step, reason string) (again bool, err error) {
	if step == payout.Cancel && reason == "" {
		return false, content(errors.New("say why the run is cancelled: --reason"))
	}
	if step == payout.Export {
		return false, content(errors.New("a run is exported with its files"))
	}
	return e.recordStep(ctx, by, stepBody{Run: run, Step: step, Reason: reason})
}

// ExportPayout takes note that a run's files were given out. root and file are those of the tree of a run for claims, and
// zero for any other; any other root is refused.
func (e *Engine) ExportPayout(ctx context.Context, by By, run string, root, file ledger.Hash) (again bool, err error) {
	return e.recordStep(ctx, by, stepBody{Run: run, Step: payout.Export, Root: root, File: file})
}

func (e *Engine) recordStep(ctx context.Context, by By, body stepBody) (again bool, err error) {
	e.writing.Lock()
	defer e.writing.Unlock()
	if err := e.catchUp(ctx); err != nil {
		return false, err
	}
	reference := stepReference(body.Run, body.Step)
	e.mu.RLock()
	_, who, err := e.say(by, reference, StepFact, body.Step, body)
	e.mu.RUnlock()
	if err != nil {
		return false, err
	}
	return e.recordLocked(ctx, by, reference, StepFact, body.Step, body, func(f *Fold) error {
		if err := f.payouts.Can(body.Step, body.Run, who.Name()); err != nil {
			return state(err)
		}
		if body.Step == payout.Export {
			return f.checkRoot(body.Run, body.Root)
		}
		return nil
	})
}

// Hold keeps a wallet out of the next runs for a reason; an empty reason lets it in again.
func (e *Engine) Hold(ctx context.Context, by By, reference, wallet, reason string) (again bool, err error) {
	return e.record(ctx, by, reference, HoldFact, "", holdBody{wallet, reason}, func(*Fold) error {
		_, err := ledger.ParseWallet(wallet)
		return err
	})
}

// RecordSanctions replaces the list of wallets that are never paid. Every one that is wrong is in the error.
func (e *Engine) RecordSanctions(ctx context.Context, by By, reference string, wallets []string) (again bool, err error) {
	return e.record(ctx, by, reference, SanctionsFact, "", sanctionsBody{wallets}, func(*Fold) error {
		var bad []string
		for i, w := range wallets {
			if _, err := ledger.ParseWallet(w); err != nil {
				bad = append(bad, fmt.Sprintf("row %d: %v", i+1, err))
			}
		}
		if len(bad) > 0 {
			return errors.New(strings.Join(bad, "\n"))
		}
		return nil
	})
}

// ResolvePayment closes an exception with the reason why it is none.
func (e *Engine) ResolvePayment(ctx context.Context, by By, exception, reason string) (again bool, err error) {
	if reason == "" {
		return false, content(errors.New("say why the payment is all right: --reason"))
	}
	return e.record(ctx, by, resolveReference(exception), ResolveFact, "", resolveBody{exception, reason}, func(f *Fold) error {
		return state(f.payouts.CanResolve(exception))
	})
}

// Payouts calls see with the book of payouts as it is after the last commit; see must not keep or change it.
func (e *Engine) Payouts(see func(*payout.Book)) {
	e.mu.RLock()
	defer e.mu.RUnlock()
	see(&e.fold.payouts)
}

// RunFile writes a run's file as it was when the run was prepared. Those who wait are computed anew from what the books held
// then, so the file is the one whose hash stands in the ledger, or an error.
func (e *Engine) RunFile(ctx context.Context, run string, w io.Writer) (ledger.Hash, error) {
	e.writing.Lock()
	defer e.writing.Unlock()
	p := e.fold.payouts.Run(run)
	if p == nil {
		return ledger.Hash{}, fmt.Errorf("there is no run %s", run)
	}
	tx, err := e.store.Keyed(ctx, p.Prepared.Key())
	if err != nil || tx == nil {
		return ledger.Hash{}, errors.Join(err, fmt.Errorf("run %s is not in the journal", run))
	}
	r, err := payout.Read(&tx.Draft)
	if err != nil {
		return ledger.Hash{}, err
	}
	if r.Waiting, err = readWaiting(r.Asset, tx.Meta["held"]); err != nil {
		return ledger.Hash{}, err
	}
	var file bytes.Buffer
	hash, err := r.WriteFile(&file)
	if err != nil {
		return hash, err
	}
	if hash.String() != tx.Meta["file"] {
		return hash, fmt.Errorf("the file of run %s has the hash %s, the ledger says %s", run, hash, tx.Meta["file"])
	}
	_, err = file.WriteTo(w)
	return hash, err
}

// payoutFact takes a fact about payouts into the fold.
func (f *Fold) payoutFact(ctx context.Context, fact *Fact, b rewards.Booking, s Store, recall bool) ([]ledger.Draft, error) {
	switch fact.Kind {
	case PayoutFact:
		var body payoutBody
		if err := json.Unmarshal(fact.Body, &body); err != nil {
			return nil, err
		}
		return f.prepare(ctx, fact, &body, b, s, recall)
	case StepFact:
		var body stepBody
		if err := json.Unmarshal(fact.Body, &body); err != nil {
			return nil, err
		}
		return f.step(ctx, fact, &body, b, s, recall)
	case HoldFact:
		var body holdBody
		if err := json.Unmarshal(fact.Body, &body); err != nil {
			return nil, err
		}
		w, err := ledger.ParseWallet(body.Wallet)
		if err != nil {
			return nil, err
		}
		f.payouts.Hold(w, body.Reason)
		return nil, nil
	case SanctionsFact:
		var body sanctionsBody
		if err := json.Unmarshal(fact.Body, &body); err != nil {
			return nil, err
		}
		list := make([]ledger.Wallet, len(body.Wallets))
		for i, text := range body.Wallets {
			var err error
			if list[i], err = ledger.ParseWallet(text); err != nil {
				return nil, err
			}
		}
		f.payouts.Sanction(list)
		return nil, nil
	default:
		var body resolveBody
		if err := json.Unmarshal(fact.Body, &body); err != nil {
			return nil, err
		}
		return nil, f.payouts.Resolve(body.Exception, fact.Operator, body.Reason)
	}
}

func (f *Fold) prepare(ctx context.Context, fact *Fact, body *payoutBody, b rewards.Booking, s Store, recall bool) ([]ledger.Draft, error) {
	if recall {
		tx, err := s.Keyed(ctx, fact.key())
		if err != nil {
			return nil, err
		}
		if tx == nil {
			return nil, fmt.Errorf("run %s is not in the journal", body.Run)
		}
		r, err := payout.Read(&tx.Draft)
		if err != nil {
			return nil, err
		}
		return nil, f.payouts.Prepare(r, fact.source(), fact.Operator)
	}
	r, err := f.gather(ctx, body, b.At, s)
	if err != nil {
		return nil, err
	}
	hash, err := f.keepFile("payout-"+r.Name+".json", r.WriteFile)
	if err != nil {
		return nil, err
	}
	d, err := r.Draft(b.Rule, b.At, b.Source, hash)
	if err != nil {
		return nil, err
	}
	if d.Meta["held"], err = writeWaiting(r.Waiting); err != nil {
		return nil, err
	}
	return []ledger.Draft{d}, f.payouts.Prepare(r, fact.source(), fact.Operator)
}

// step takes a step of a run; a cancelled run's transaction is reversed.
func (f *Fold) step(ctx context.Context, fact *Fact, body *stepBody, b rewards.Booking, s Store, recall bool) ([]ledger.Draft, error) {
	if err := f.payouts.Take(body.Step, body.Run, fact.Operator, b.At, body.Reason, body.Root); err != nil {
		return nil, err
	}
	if body.Step != payout.Cancel || recall {
		return nil, nil
	}
	tx, err := s.Keyed(ctx, f.payouts.Run(body.Run).Prepared.Key())
	if err != nil {
		return nil, err
	}
	if tx == nil {
		return nil, fmt.Errorf("run %s is not in the journal", body.Run)
	}
	return []ledger.Draft{ledger.Reverse(tx, b.At, fmt.Sprintf("run %s was cancelled: %s", body.Run, body.Reason))}, nil
}

// waitingRow keeps who waits in the meta of a run's transaction, so that its file can be written again at any time. The journal
// is for everybody, so the reason of a hold-back is not in it.
type waitingRow struct {
	Wallet string        `json:"w"`
	Amount string        `json:"a"`
	Why    payout.Reason `json:"y"`
	Text   string        `json:"t,omitempty"`
}

func writeWaiting(list []payout.Waiting) (string, error) {
	rows := make([]waitingRow, len(list))
	for i, w := range list {
		rows[i] = waitingRow{w.Wallet.String(), w.Amount.Digits(), w.Why, w.Public()}
	}
	raw, err := json.Marshal(rows)
	return string(raw), err
}

func readWaiting(asset money.Asset, text string) ([]payout.Waiting, error) {
	var rows []waitingRow
	if err := json.Unmarshal([]byte(text), &rows); err != nil {
		return nil, fmt.Errorf("who waits does not decode: %w", err)
	}
	var list []payout.Waiting
	for _, r := range rows {
		w, err := ledger.ParseWallet(r.Wallet)
		if err != nil {
			return nil, err
		}
		amount, err := money.ParseUnits(asset, r.Amount)
		if err != nil {
			return nil, err
		}
		list = append(list, payout.Waiting{Wallet: w, Amount: amount, Why: r.Why, Text: r.Text})
	}
	return list, nil
}
