// Package nodeledger is a client of the HTTP API of nodeledger. It needs the standard library only.
//
// Guarantees:
//   - There is a method for each operation of the API's description, and a type for each object; both are generated from it, and a test
//     holds them to it.
//   - Amounts stay digits of base units in a string. Nothing makes a floating-point number of them.
//   - Lists are read to their end by the methods whose names begin with All.
//   - A refusal is a [*ProblemError] with the code of the problem document (RFC 9457).
//   - What only reads is sent again when it may succeed later. What records is sent again only with a reference, which the server
//     records once however often it comes.
//   - An answer that did not change is not sent again by the server (ETag).
//   - [Client.Events] goes on after a cut where it broke off: nothing is missed, and nothing is told twice.
//   - [Verify] compares the signature of a notice in constant time.
//
// Not guaranteed: that a field of a later version of the server is seen. It is left out.
package nodeledger

//go:generate go run ./generate
