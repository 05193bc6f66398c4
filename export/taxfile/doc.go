// Package taxfile writes what a wallet earned and paid in the layouts that tax programs import: Koinly's universal template and
// CoinTracking's CSV.
//
// Guarantees:
//   - Amounts are exact, in whole units with every decimal place that is not zero, a point before the decimals and nothing between
//     thousands. Times are UTC.
//   - A file has the header that its program documents and a line for each entry, and nothing else: what is not an entry, such as a
//     count of what was left out, has to be told elsewhere.
//   - No text is taken for a formula by a spreadsheet. Lines end as RFC 4180 says, with a carriage return and a line feed.
//
// Not guaranteed: that the program knows the token by its symbol. Koinly and CoinTracking tell coins apart by symbol alone, so a new
// token has to be chosen there at the import.
package taxfile
