// Package money holds amounts of assets as whole numbers of base units.
//
// Guarantees:
//   - An amount is an integer from 0 to 2^256-1 of one asset's base unit (wei for ETH, millionths for USDT). No value
//     in this package is ever a binary floating-point number.
//   - Arithmetic never wraps, never mixes assets and never rounds unless a Rounding is named: it returns an error.
//   - Split conserves: the shares and the carry sum to the pool exactly, and equal weights get equal shares.
//   - Amounts, assets and ratios are values: comparable with ==, safe to copy and to share between goroutines.
//
// Not guaranteed: an Asset says nothing about a price. Signed numbers live in Balance, as what came in and what went out.
package money
