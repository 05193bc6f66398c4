// Package notice says what the books tell people: that something can be claimed, was paid or unlocked, that a run waits for approval, that
// a payment needs an explanation, that a period is closed, or that the books are behind, frozen or not sound.
//
//	journal, payout book ──> Maker ──> Notice{ID, Type, At, Said, ...} ──> outbox ──> webhooks, e-mail
//	health, episodes ──────> Maker ──┘                              └───> feed
//
// Guarantees:
//   - The ID of a notice follows from the books and what it is about: the same books give the same notices with the same IDs, on every
//     machine and after every restart or rebuild. Notices of health are about an episode, which begins once.
//   - Health is told when it changes, not as long as it lasts, and it changes back only when it is clearly better.
//   - Nothing private is in a notice: no hold, no sanction, no reason that an operator gave.
//
// Not guaranteed: that everything in the books has a notice. A month of nothing is passed over and has none; a quarter that ends with one
// is told with the month that is closed next.
package notice
