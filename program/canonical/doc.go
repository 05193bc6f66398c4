// Package canonical writes a program's rules in one fixed form, whose hash is the version that every transaction of the
// books carries.
//
// Guarantees:
//   - The canonical content of a program is itself a legal program file of the same digest.
//   - A version changes only where a rule changes: appending a setting for later changes no version of an earlier moment,
//     and settings that only say how the program is run change none at all.
//   - The form never changes: a test compares digests and versions that are in books.
package canonical
