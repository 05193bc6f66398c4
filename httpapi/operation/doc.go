// Package operation registers what the API can do and turns errors into answers; everything that serves stands on it.
//
// Guarantees:
//   - An operation is one value: id, path, who may use it, what it may cost, which refusals it has. The OpenAPI description, the
//     checks of a request and the bounds of its cost all come from that value.
//   - Every error is a problem document (RFC 9457) with a stable code. Status and code come from package problem; here are only
//     those that HTTP alone knows: 400 of what is not JSON, 405, 408, 413, 415.
//   - Texts of errors inside the server, stacks and paths go to the log and nowhere else.
//   - JSON goes out without markup (<, > and & are escapes) and comes in without a name twice, an unknown field, or a byte too many.
//
// Not guaranteed: that the caller may do it. Guarded operations ask the guard of package auth.
package operation
