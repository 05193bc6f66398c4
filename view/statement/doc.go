// Package statement shows what moved on a wallet's accounts in a period, and what each entry is in the words of a bookkeeper.
//
// Guarantees:
//   - A statement's opening balance and its entries make its closing balance, to the base unit, for every account; otherwise
//     there is no statement.
//   - Income, what came back of a payment, and what only moved are never mixed.
//   - Rewards are income once: when they are earned, or when they can be claimed; see [Recognition]. What the second counts over periods
//     one after another, with what is [Unrecognised] at their end, is what the first counts, points taken as the tokens they became.
//   - What a tax program is told is what the totals say of every coin; see [Period.TaxEntries].
//
// Not guaranteed: that a tax office sees an entry's nature as it is written here.
package statement
