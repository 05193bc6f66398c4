// Package report makes what an accountant reads of the books: the balance sheet, the income statement, and the cash flow of a wallet.
//
// Guarantees:
//   - Of every asset, assets = liabilities + equity to the base unit, with what was earned so far, less what was spent, as a line of
//     equity; a cash flow's opening, with what came in and less what went out, is its closing. Where that does not hold there is an
//     error and no report.
//   - A line is a kind of account, see [view.KindOf]. Amounts are above zero on the normal side of the section's class, so that the
//     lines of a section sum to its totals: what is deducted in it, such as own tokens in equity, is below zero.
//   - Periods are half-open, by the time at which a transaction is in effect. Those of two periods that meet add up to the whole.
//   - The register is outside: licences, points and tokens that belong to others or to nobody are not money of the project.
//
// Assets are not converted into each other: a report says of each asset what it says of it. Lines that are zero are left out.
package report
