package consensus_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/nodeledger/nodeledger/beacon/message"
	"github.com/nodeledger/nodeledger/consensus"
)

// leaf is a text somewhere in a message: a number, or bytes in hexadecimal.
type leaf struct {
	path string
	text string
	set  func(string)
}

// leaves are the texts in a message, in an order that is always the same.
func leaves(at any, path string) (list []leaf) {
	member := func(name string, value any, set func(any)) {
		if text, ok := value.(string); ok {
			list = append(list, leaf{path + "." + name, text, func(s string) { set(s) }})
			return
		}
		list = append(list, leaves(value, path+"."+name)...)
	}
	switch at := at.(type) {
	case map[string]any:
		for name, value := range at {
			member(name, value, func(v any) { at[name] = v })
		}
	case []any:
		for i, value := range at {
			member(strconv.Itoa(i), value, func(v any) { at[i] = v })
		}
	}
	slices.SortFunc(list, func(a, b leaf) int { return strings.Compare(a.path, b.path) })
	return list
}

// altered is a text with one byte, or one digit, that is another one.
func altered(random *rand.Rand, text string) string {
	if digits, ok := strings.CutPrefix(text, "0x"); ok {
		at := random.IntN(len(digits)/2) * 2
		b, _ := strconv.ParseUint(digits[at:at+2], 16, 8)
		return fmt.Sprintf("0x%s%02x%s", digits[:at], b^uint64(1+random.IntN(255)), digits[at+2:])
	}
	at := random.IntN(len(text))
	digit := (int(text[at]-'0')+1+random.IntN(9))%10 + '0'
	return text[:at] + string(rune(digit)) + text[at+1:]
}

// take says how a chain that stands before a recorded message takes it. The chain is the same for every alteration: a refusal leaves it as
// it was.
func take(t *testing.T) map[string]func(raw []byte) error {
	t.Helper()
	begun, followed := mainnet(t, 0), mainnet(t, 6)
	return map[string]func(raw []byte) error{
		"bootstrap.json": func(raw []byte) error {
			b, err := message.ReadBootstrap(raw)
			if err != nil {
				return &consensus.Refusal{Text: err.Error()}
			}
			_, err = consensus.Start(mainRules, checkpoint, b, recordedNow)
			return err
		},
		"updates.json": func(raw []byte) error {
			list, err := message.ReadUpdates([]byte("[" + string(raw) + "]"))
			if err != nil {
				return &consensus.Refusal{Text: err.Error()}
			}
			return begun.Follow(list[0], recordedNow)
		},
		"finality.json": func(raw []byte) error {
			u, err := message.ReadFinality(raw)
			if err != nil {
				return &consensus.Refusal{Text: err.Error()}
			}
			return followed.Follow(u, recordedNow)
		},
	}
}

// Every byte of what was recorded counts: with any one of them altered, the message is refused, in words. The version of the form is not
// looked at, and the slot of the signature is signed by nobody, see TestSlotOfTheSignature.
func TestEveryAlteredByteIsRefused(t *testing.T) {
	t.Parallel()
	const alterations = 500
	files, take := []string{"bootstrap.json", "updates.json", "finality.json"}, take(t)
	random := rand.New(rand.NewPCG(17, 500))
	rules := map[consensus.Rule]int{}
	for n := range alterations {
		file := files[n%len(files)]
		var whole any
		if err := json.Unmarshal(recordedFile(t, file), &whole); err != nil {
			t.Fatal(err)
		}
		if list, ok := whole.([]any); ok {
			whole = list[0]
		}
		list := slices.DeleteFunc(leaves(whole, file), func(l leaf) bool {
			return strings.HasSuffix(l.path, ".signature_slot") || strings.HasSuffix(l.path, ".version")
		})
		kinds := map[string][]leaf{} // a committee has 512 keys: each part of a message is altered as often as any other
		for _, l := range list {
			kinds[strings.TrimRight(l.path, "0123456789")] = append(kinds[strings.TrimRight(l.path, "0123456789")], l)
		}
		names := slices.Sorted(maps.Keys(kinds))
		of := kinds[names[random.IntN(len(names))]]
		chosen := of[random.IntN(len(of))]
		other := altered(random, chosen.text)
		chosen.set(other)
		raw, err := json.Marshal(whole)
		if err != nil {
			t.Fatal(err)
		}
		var r *consensus.Refusal
		if err := take[file](raw); !errors.As(err, &r) || r.Text == "" {
			t.Errorf("%d: %s with %.40s in place of %.40s: %v", n, chosen.path, other, chosen.text, err)
			continue
		}
		rules[r.Rule]++
	}
	for _, rule := range []consensus.Rule{consensus.BadCheckpoint, consensus.BadCommittee, consensus.BadExecution, consensus.NotFinal,
		consensus.BadSignature, consensus.BadOrder} {
		if rules[rule] == 0 {
			t.Errorf("no alteration was refused by the rule %q: %v", rule, rules)
		}
	}
}
