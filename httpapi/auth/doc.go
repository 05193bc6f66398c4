// Package auth knows who makes a request: somebody with a token, or who signed in with a wallet (ERC-4361).
//
// Guarantees:
//   - Who that is and what they may do is looked up for every request, before anything of its body is read. A key that was
//     revoked or has ended counts no more from that moment on.
//   - A request of a session that changes something comes from the page itself: its header Origin is the page's, and it knows
//     the session's token, which no page of another site can read.
//   - Of the secrets that callers hold only hashes are kept. A nonce opens one session, in the browser that it was given to.
//   - However many ask for nonces, nothing is stored; sessions are bounded for each wallet.
//   - Where several servers share a [Vault], a session that one of them opened is open at all, and one that was ended is ended at all. What
//     the vault keeps opens no session: it is sealed with the secret in the caller's cookie.
//
// Not guaranteed: that sessions last. Without a vault they live in memory; a restart ends them.
package auth
