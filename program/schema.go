package program

import (
	"bytes"
	_ "embed"
)

//go:embed schema.json
var schemaFile []byte

// Schema is the JSON Schema (draft 2020-12) of the program file, for editors. It knows the same keys as Read; what it
// cannot say (sums of shares, order, checksums, what an event's parameters are) only Read checks.
func Schema() []byte { return bytes.Clone(schemaFile) }
