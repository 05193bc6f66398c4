// Package export writes a payout run for people: as a table (CSV) for a spreadsheet and as a journal that hledger reads.
// What a Safe reads is written by export/safe, from the same Run and Transfers.
//
// Guarantees:
//   - Amounts are exact: base units as digits, or whole units with every decimal place; never rounded.
//   - The same run gives the same bytes. Lines stand in the order given, and no clock is asked.
//   - A run is written as a whole or refused: no wallet twice, one asset, no amount of zero, and parts that sum to their line.
//   - No text in the table is taken for a formula by a spreadsheet, and none in the journal for anything but a comment.
//
// Not guaranteed: that a spreadsheet keeps all digits of an amount (most keep 15; import the column as text), and that the
// payments happened: the journal's entries are marked as pending.
package export
