// Package operator says who may record facts, prepare payouts and approve them: operators, the keys that they prove
// themselves with (a wallet's signature or a token), and what each key may do.
//
// Guarantees:
//   - A registry is the sum of the changes that were applied to it, in order. A copy of a registry never changes, so it can be
//     handed out and asked while others are applied to the original.
//   - A key (a wallet, or the public key of a token) belongs to one operator permanently, also after it was revoked: whoever proves a
//     key is the person of that name and nobody else. A token that was revoked never comes back.
//   - Secrets of tokens are not kept, only their public keys. A secret's is compared with every one in the same time, and whether
//     it is unknown, has ended or was revoked cannot be told from the answer.
//   - A signature has one form that is accepted: 65 bytes, s in the lower half, so that it cannot be turned into another one
//     of the same text. What a contract takes for a signature (ERC-1271) is its own matter: it has 65 to 4,096 bytes, counts by the
//     contract's [Word] about this text, and for a key that was given as a contract only.
//   - An Actor with a verified identity comes from a registry and from nowhere else.
//
// Not guaranteed: that a signature or a token is used once. Whoever asks for a signature puts what is signed for into the
// text (Statement), and books it once by its reference. Nor that a [Word] was said: whoever hands it in has asked for it.
//
// Everything is pure: no clock, no network; random bytes are handed in.
package operator
