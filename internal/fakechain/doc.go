// Package fakechain is a chain in memory for tests of everything above the engine's ports: a sale of our own contract at
// 1,000 wei a node, and payments, in blocks that a test mines, finalises and cuts off again.
//
//	c := fakechain.New(3)                                  // block 0, and block 1 with the price and the codes of wallets 1 to 3
//	c.Mine(c.Buy(10, 1, 5), c.Withdraw(2, 90))             // block 2: a purchase with CODE1, and a referrer that takes rewards
//	c.Until(time.Date(2024, 5, 1, 0, 0, 0, 0, time.UTC))   // empty blocks, all final
//	engine.Open(ctx, p, books, c, c, log)                  // it is the chain, and the clock
//
// Guarantees:
//   - It fulfils [engine.Chain]. A block comes every two hours from 13 April 2024 on, and no two blocks that were ever mined
//     have the same hash, also at the same height.
//   - A log has a transaction of its own. Mined once more, in another block, it is the same transaction.
//
// Not guaranteed: any proof. What it answers is taken as proven; package synth makes chains that prove themselves.
package fakechain
