// Package period shows closed epochs and months, the facts that operators recorded for them, and how a wallet's part came about.
//
// Guarantees:
//   - A period that is shown again is computed again, from what the books held at its end.
package period
