package httpapi

import (
	"bytes"
	"html"
	"maps"
	"net/url"
	"slices"
	"strconv"
)

// told are what the page's script is told in the document itself, about the program's chain: names of things, and what it needs for them.
type told map[string]url.Values

// in writes them into a document, which ends its head once.
func (t told) in(document []byte, chain uint64) []byte {
	var tags []byte
	for _, name := range slices.Sorted(maps.Keys(t)) {
		says := maps.Clone(t[name])
		if len(says) == 0 {
			continue
		}
		says.Set("chain", strconv.FormatUint(chain, 10))
		tags = append(tags, `<meta name="nodeledger:`+name+`" content="`+html.EscapeString(says.Encode())+"\">\n  "...)
	}
	return bytes.Replace(document, []byte("</head>"), append(tags, "</head>"...), 1)
}

// names are where names of addresses are registered; nil: where the page knows it by itself.
func names(registry string) url.Values {
	if registry == "" {
		return nil
	}
	return url.Values{"registry": {registry}}
}
