// Package intake reads the files that operators bring: scores, revenue, a payment provider's report, sanctions lists.
//
// Guarantees:
//   - Readers are pure: the same bytes give the same rows, and no clock, network or book is asked.
//   - A file is taken whole or not at all. The refusal is of kind invalid and names every row that is wrong;
//     rows count from 1 and the header is none.
//   - A file that is larger than its bound is refused before it is read to its end.
//   - Nothing is guessed: what is neither surely revenue nor surely none is a row that is wrong.
//
// Not guaranteed: that rows fit the books. Whether an instant is in a closed month, a source is known or an asset has that
// many decimals is for the engine to say.
package intake
