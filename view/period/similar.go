package period

import (
	"context"
	"strings"
	"unicode"
)

// mostSimilar is how many facts are named at most.
const mostSimilar = 5

// plain is a reference without what people write differently: case, spaces, hyphens and other signs.
func plain(reference string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, reference)
}

// Similar are the facts of a kind whose reference differs from another one in case, spaces, hyphens and other signs alone, or not at all,
// the newest first, a few at most.
func (x *Facts) Similar(ctx context.Context, kind, reference string) (list []FactRecord, err error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if err := x.follow(ctx); err != nil {
		return nil, err
	}
	wanted := plain(reference)
	if wanted == "" {
		return nil, nil
	}
	for i := len(x.list) - 1; i >= 0 && len(list) < mostSimilar; i-- {
		r := x.list[i]
		if r.Kind != kind || plain(r.Reference) != wanted {
			continue
		}
		if r.Sequence, err = sequenceOf(ctx, x.inputs.engine.Reader(), r.key); err != nil {
			return nil, err
		}
		list = append(list, r)
	}
	return list, nil
}
