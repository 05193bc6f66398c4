package describe

import (
	"slices"
	"strings"

	"github.com/nodeledger/nodeledger/program"
)

// Words are the sentences in which two texts of a program differ.
type Words struct {
	Gone []string // sentences of the one before that the later one does not have
	Come []string // sentences of the later one that the one before does not have
}

// Changes says in sentences what differs between two texts of a program: in Chinese for "zh", in English for any other language. What
// no sentence speaks of is not in it; package canonical's Compare has every setting.
func Changes(before, after *program.Program, lang string) Words {
	was, is := sentences(before, lang), sentences(after, lang)
	without := func(list, other []string) (out []string) {
		for _, s := range list {
			if !slices.Contains(other, s) {
				out = append(out, s)
			}
		}
		return out
	}
	return Words{Gone: without(was, is), Come: without(is, was)}
}

// sentences are those of the rules, without headings and without the digest.
func sentences(p *program.Program, lang string) (list []string) {
	var out strings.Builder
	_ = Write(&out, p, lang) // a Builder takes everything
	rules, _, _ := strings.Cut(out.String(), "\nIdentity\n")
	rules, _, _ = strings.Cut(rules, "\n标识\n")
	for line := range strings.Lines(rules) {
		if text, is := strings.CutPrefix(line, "  "); is {
			list = append(list, strings.TrimSpace(text))
		}
	}
	return list
}
