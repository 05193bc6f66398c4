// Package estimate says what nodes would earn: points, tokens, the share of revenue, their value, the break-even and the
// implied valuation, under assumptions that it lists.
//
// Guarantees:
//   - [Project] is a pure function of its [Assumptions], and every one of them is in the result with where it comes from.
//   - Everything is computed in exact fractions with the curves, scores and locks of package rewards; a number is cut off after
//     18 places only when it is written.
//   - What needs an assumption that was not given is empty, never a guess.
//
// Not guaranteed: that it happens.
package estimate
