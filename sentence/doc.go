// Package sentence is everything that the books say about an entry or a computation, as a code with parameters, and the one
// catalogue that puts each code into English and Chinese.
//
//	view, rules   --> Sentence{Code, Params} --> API {code, params, text}
//	                        |                          |
//	                   English, Chinese          the page, in its own language,
//	                   (command line, files)     from the catalogue in TypeScript
//
// Guarantees:
//   - Every [Code] has one [Form]: its parameters with their types, an English and a Chinese template, and both templates use
//     exactly these parameters.
//   - Every kind of transactions and of facts has a name in both languages ([Kinds], [Facts]); a test compares them with the kinds
//     that the product books.
//   - The page's catalogue (dashboard/web/src/i18n/sentence.gen.ts) is written from this one by go generate; a test compares.
//   - Rendering depends on the code and the parameters only. Numbers are rendered as they are given: no rounding, no
//     grouping.
//
// Not guaranteed: that a text stays as it is. Programs look at the code and the parameters.
package sentence

//go:generate go run ./typescript ../dashboard/web/src/i18n/sentence.gen.ts
