// Package imprint writes a value with everything that it holds as bytes, and makes it anew from them: fields that are not exported,
// and what several pointers point to once, too.
//
// Guaranteed: values that hold the same have the same bytes, whatever the order of their maps and the room of their slices; what is read
// holds what was written; a type that cannot be written so is refused by [New], before any value is; bytes that were not written by a
// codec of the same [Codec.Shape] are refused or read as some value of the type, and never end the program.
// Not guaranteed: that bytes are understood by another build of the program. Whoever keeps them keeps their shape beside them, and makes
// the value by other means where it differs.
package imprint
