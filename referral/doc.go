// Package referral holds the rules of referring: which codes are live, which unknown code was probably a typing mistake,
// and the leaderboard.
//
// Guarantees:
//   - A code is compared byte by byte: "alpha" is not "ALPHA".
//   - A near miss is a hint for a person; it never changes what anybody is paid.
//   - The leaderboard's order is total: by reward earned, then nodes referred, then the earlier first referral, then
//     address. The same credits in any order give the same board.
//
// Everything is pure; what a reward is and when it becomes payable is decided where purchases are booked.
package referral
