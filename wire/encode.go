package wire

import (
	"encoding/json"
	"io"
)

// Encode writes a value as the API answers it and as the command line prints it: JSON on one line with a line end, <, > and &
// as escapes, since what buyers put into a referral code is no markup, whoever takes an answer for a page.
func Encode(w io.Writer, v any) error { return json.NewEncoder(w).Encode(v) }
