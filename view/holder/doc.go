// Package holder shows what a wallet has: nodes, tokens by stage, referral credits and codes, and the list of all holders.
//
// Guarantees:
//   - A holder's numbers are of one state of the books.
//   - The list of holders is in the order of their wallets, so that a page follows the one before without gaps.
//
// Not guaranteed: in books with more than 20,000 holders or referrers their lists may be those of the state before the last;
// they say which.
package holder
