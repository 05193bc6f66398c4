// Package fold makes the journal out of the inputs: a pure step from one [Input] to the transactions that it leads to, and the
// state that the inputs so far add up to.
//
//	block, pending ──> sale.Reader ──> purchases, refunds, withdrawals, payments ─┐
//	final, drop ─────> pending blocks become payable, or are reversed ────────────┤
//	incident ────────> nothing follows but the fact that thaws the books ─────────┤
//	fact ────────────> kinds[fact.Kind]: check, draft, apply ─────────────────────┼──> []ledger.Draft
//	job ─────────────> schedule ──> Closing: epoch of points or token, drop, ... ─┘
//
// Guarantees:
//   - The drafts of an input are a function of the program file, the inputs before it, and the books that those inputs made.
//     Nothing here asks a clock, a network or a database other than through [Books].
//   - A kind of fact is one entry of one table: who may record it, whose reference it has, when it may be recorded, what it
//     moves, what it changes in the fold.
//   - A closed epoch or month has one way of being computed, [Closing], for the books, the commands and the API.
//   - What [Fold.Propose] refuses is a *problem.Error and leaves the fold as it was; every other error of it is a failure of the
//     books' store.
//
// Not guaranteed: that a fold is of use after [Fold.Apply] or [Fold.Take] failed, or after an InputDrop. Make it anew with
// [Restore].
package fold
