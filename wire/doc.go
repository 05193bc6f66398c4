// Package wire is every JSON shape of the product, once: what the HTTP API answers, and what the command line prints with --json.
//
// Guarantees:
//   - A thing has one shape. An amount is always [Amount], how fresh an answer is always [AsOf], a list is never null.
//   - A value is made of one that package view or the engine gave, by the function XOf that stands beside its type; nothing here
//     asks the books.
//   - [Encode] writes the same bytes for the command line and for the API.
//
// Not guaranteed: that a new field comes at the end of its object. Programs look at names.
package wire
