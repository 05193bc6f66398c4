package operation

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"github.com/nodeledger/nodeledger/wire"
)

// strictJSON is JSON as it goes in and out. Going out, <, > and & are escapes: what buyers put into a referral code is no
// markup, whoever takes an answer for a page. Coming in, no object has a name twice.
func strictJSON() map[string]huma.Format {
	f := huma.Format{
		Marshal: wire.Encode,
		Unmarshal: func(data []byte, v any) error {
			// The framework reads twice: first into anything, to compare it with the schema.
			if _, first := v.(*any); first {
				if err := distinct(data); err != nil {
					return err
				}
			}
			return json.Unmarshal(data, v)
		},
	}
	return map[string]huma.Format{"application/json": f, "json": f}
}

// distinct refuses objects in which a name comes twice, in capitals or not: of two values one would be dropped, and who looks
// at the text may take the other one for what was meant. What is no JSON at all it leaves to others.
func distinct(data []byte) error {
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	type level struct {
		names map[string]bool // nil: an array
		value bool            // what comes next belongs to a name
	}
	var open []level
	for token, err := d.Token(); err == nil; token, err = d.Token() {
		at := len(open) - 1
		if name, text := token.(string); text && at >= 0 && open[at].names != nil && !open[at].value {
			if name = strings.ToLower(name); open[at].names[name] {
				return fmt.Errorf("the name %.40q is there twice", name)
			}
			open[at].names[name], open[at].value = true, true
			continue
		}
		switch token {
		case json.Delim('{'):
			open = append(open, level{names: map[string]bool{}})
			continue
		case json.Delim('['):
			open = append(open, level{})
			continue
		case json.Delim('}'), json.Delim(']'):
			open = open[:at]
		}
		if at = len(open) - 1; at >= 0 {
			open[at].value = false
		}
	}
	return nil
}
