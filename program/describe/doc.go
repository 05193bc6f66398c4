// Package describe writes the rules of a program in sentences, in English and in Chinese: what `program show` prints, to be read
// aloud to somebody who knows the sale.
//
// Guarantees:
//   - Every setting that decides a number is said, for the adapter that the program has.
//   - Both languages are written side by side in one call, so that neither can be forgotten.
//   - Its terms are those of docs/glossary.md; a test compares.
//
// Not guaranteed: that the rules are those of the contract.
package describe
