// Package fairness counts how a sale went: how nodes are spread over wallets, how many were bought in the first minutes, what wallets
// bought with each other's codes, and who used up a quota. They are facts of the purchases, and no verdicts.
//
//	t := New(asset)
//	t.Add(&purchase, blockTime, usedOfTiers, reward) // each purchase, in the order of the chain
//	r, err := t.Report(state)
//
// Guarantees:
//   - Every number follows from the purchases and refunds alone. The same ones give the same report; in which order wallets bought changes
//     nothing but the first minutes.
//   - Parts of a whole are exact numbers, never floating point.
//   - Making the report costs the same however many wallets there are: what grows is only the number of different sizes of wallets and of
//     pairs that deal with each other. Adding a purchase is a search among wallets, and now and then all of them are brought into order.
//
// Not guaranteed: who stands behind a wallet. Two wallets of one person are seen only where each bought with the other's code, and two
// people who did that for each other look the same. Transfers between wallets are not counted here.
package fairness
