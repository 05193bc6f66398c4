package engine

import (
	"context"
	"errors"
	"log/slog"
	"sync"
	"time"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
)

// Watch verifies books beside whoever keeps them: wholly when it begins and every so often, and what is new in between. Nothing waits
// for it. What it finds is told to the engine, see [Engine.Found] and [Engine.KeepFindings].
type Watch struct {
	Engine  *Engine
	Books   Store
	Scratch Scratches
	Every   time.Duration   // between two whole verifications
	Poll    time.Duration   // between two looks for what is new
	Wake    <-chan struct{} // looks at once; may be nil
	// Keep is called with states of the books that were verified, and what of them was fetched from the chain. That they do not go on from
	// what it kept before is a difference. It may be nil.
	Keep func(ctx context.Context, at *State, fetched Fetched) error
	Log  *slog.Logger

	journal ledger.Verifier // fed with the journal so far
	touched map[ledger.Place]bool
	kept    uint64 // size of the last mark
}

// afterDifference is the longest pause before books are verified wholly again that had a difference.
const afterDifference = time.Hour

// Run ends with the context, without an error.
func (w *Watch) Run(ctx context.Context) error {
	var beside sync.WaitGroup
	defer beside.Wait()
	if w.Engine.chain != nil {
		beside.Go(func() { w.compareWithChain(ctx) })
	}
	var whole time.Time
	for {
		f := w.Engine.Finding()
		pause := w.Every
		if f != nil && f.Difference != "" {
			pause = min(pause, afterDifference)
		}
		now := w.Engine.clock.Now()
		switch {
		case whole.IsZero() || now.Sub(whole) >= pause:
			if w.look(ctx, true) {
				whole = now
			}
		case f == nil || f.Difference == "":
			w.look(ctx, false)
		}
		select {
		case <-ctx.Done():
			return nil
		case <-w.Wake:
		case <-time.After(w.Poll):
		}
	}
}

// compareWithChain compares with the chain what others said to come from it, see [Engine.FromChain].
func (w *Watch) compareWithChain(ctx context.Context) {
	for {
		var err error
		if !w.Engine.knowsAll() || w.Engine.ofChain.Load().differs() {
			err = w.Engine.FromChain(ctx)
		}
		var difference *chainDiffers
		switch {
		case ctx.Err() != nil:
			return
		case errors.As(err, &difference):
			w.Log.Error("the books are not what the chain says", "difference", differenceOf(err))
		case err != nil:
			w.Log.Warn("what was fetched by others cannot be compared with the chain", "error", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-time.After(w.Poll):
		}
	}
}

// look verifies and takes note of what it finds. It says false where nothing could be verified now, as when the database is away: that is
// tried again.
func (w *Watch) look(ctx context.Context, whole bool) bool {
	verify := w.news
	if whole {
		verify = w.whole
	}
	begun := time.Now()
	err := verify(ctx)
	if err == nil && whole {
		err = w.Engine.checkBegun(ctx)
	}
	if err == nil {
		if err = w.keep(ctx, whole); differenceOf(err) == "" && err != nil {
			w.Log.Warn("what was verified could not be kept outside of the books", "error", err)
			err = nil
		}
	}
	f := Finding{Time: w.Engine.clock.Now().UTC(), Difference: differenceOf(err), Whole: whole && err == nil}
	switch {
	case ctx.Err() != nil:
		return false
	case f.Difference != "":
		w.Log.Error("the books are not sound", "difference", f.Difference)
	case err != nil:
		w.Log.Warn("the books could not be verified", "error", err)
		return false
	}
	if whole && err == nil {
		w.Log.Info("the books are sound", "transactions", w.Engine.transactions(), "took", time.Since(begun).Round(time.Millisecond).String())
	}
	before := w.Engine.Finding()
	if before == nil || whole || f.Difference != "" {
		w.Engine.Found(f)
	}
	return true
}

// keep passes on how far the books are that were verified, when that is more than before.
func (w *Watch) keep(ctx context.Context, whole bool) error {
	if w.Keep == nil {
		return nil
	}
	fetched := w.Engine.Fetched() // before the books are read: they go on
	at, err := w.Books.State(ctx)
	if err != nil || at.Ledger.Sequence != w.journal.Head().Sequence || at.Ledger.Size() == w.kept && !whole {
		return err // a writer was there since: next time
	}
	w.kept = at.Ledger.Size()
	return w.Keep(ctx, &at, fetched)
}

// whole verifies everything.
func (w *Watch) whole(ctx context.Context) error {
	if err := w.Engine.stillSeen(ctx); err != nil {
		return err
	}
	if err := w.Engine.verifyWholly(ctx, w.Scratch); err != nil {
		return err
	}
	w.journal, w.touched = ledger.Verifier{}, map[ledger.Place]bool{}
	return w.read(ctx, false)
}

// read feeds what is new in the journal to its verifier.
func (w *Watch) read(ctx context.Context, note bool) error {
	for t, err := range w.Books.Transactions(ctx, w.journal.Head().Sequence+1) {
		if err != nil {
			return err
		}
		if err := w.journal.Transaction(t); err != nil {
			return err
		}
		for i := range t.Postings {
			if p := &t.Postings[i]; note {
				w.touched[ledger.Place{Account: p.From, Asset: p.Amount.Asset()}] = true
				w.touched[ledger.Place{Account: p.To, Asset: p.Amount.Asset()}] = true
			}
		}
	}
	return nil
}

// few is up to how many places are asked for one by one.
const few = 200

// news verifies what was booked since: hashes, order, and what the accounts hold that it moved. When a writer commits meanwhile, those
// are compared the next time.
func (w *Watch) news(ctx context.Context) error {
	if err := w.Engine.stillSeen(ctx); err != nil {
		return err
	}
	if err := w.read(ctx, true); err != nil {
		return err
	}
	var found error
	truth := w.journal.Balances().Now
	check := func(p ledger.PlaceBalance) {
		if want := truth[p.Place]; found == nil && (want == nil || want.Balance != p.Balance) {
			found = ledger.Differs("balance", p.Account.String()+" in "+p.Asset.String(), "stored is %s, the journal says otherwise", held(p))
		}
	}
	if len(w.touched) > few {
		for p, err := range w.Books.Balances(ctx, "") {
			if err != nil {
				return err
			}
			check(p)
		}
	} else {
		for place := range w.touched {
			b, err := fold.BalanceNow(ctx, w.Books, place)
			if err != nil {
				return err
			}
			check(ledger.PlaceBalance{Place: place, Balance: b})
		}
	}
	at, err := w.Books.State(ctx)
	if err != nil || at.Ledger.Sequence != w.journal.Head().Sequence {
		return err
	}
	w.touched = map[ledger.Place]bool{}
	if at.Ledger.Hash != w.journal.Head().Hash {
		return ledger.Differs("head", "its only row", "it says %s, the journal ends at %s", at.Ledger, w.journal.Head())
	}
	return found
}

// transactions is how many the engine knows of.
func (e *Engine) transactions() (n uint64) {
	e.View(func(_ *fold.Fold, s State) { n = s.Ledger.Sequence })
	return n
}
