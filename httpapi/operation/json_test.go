package operation

import (
	"bytes"
	"encoding/json"
	"testing"

	"pgregory.net/rapid"
)

func TestNamesThatComeTwice(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		`{"a":1,"a":2}`: false, `{"a":1,"A":2}`: false, `{"a":1,"\u0061":2}`: false, `[{"b":{"a":1,"a":1}}]`: false,
		`{"a":{"a":1},"a":{}}`: false, `{"a":[],"a":[]}`: false,
		`{"a":{"b":1},"b":{"a":1}}`: true, `[{"a":1},{"a":1}]`: true, `{"a":"a","b":"a"}`: true, `{"a":["a","a"]}`: true, `["a","a"]`: true,
		`"a"`: true, `{}`: true, ``: true,
		`{"a"`: true, `nonsense`: true, `{"a":{},"b":[{}],"c":null}`: true,
	} {
		if got := distinct([]byte(text)) == nil; got != want {
			t.Errorf("%s: %t", text, got)
		}
	}
}

// What Go writes never has a name twice, however deep.
func TestWhatIsWrittenIsTaken(t *testing.T) {
	t.Parallel()
	format := strictJSON()["application/json"]
	rapid.Check(t, func(t *rapid.T) {
		leaf := rapid.OneOf(rapid.Just[any](nil), rapid.Map(rapid.String(), func(s string) any { return s }),
			rapid.Map(rapid.Bool(), func(b bool) any { return b }))
		name := rapid.StringMatching(`[a-z]{1,3}`)
		node := rapid.MapOfN(name, rapid.OneOf(leaf,
			rapid.Map(rapid.SliceOfN(rapid.MapOfN(name, leaf, 0, 3), 0, 3), func(l []map[string]any) any { return l })), 0, 4)
		value := node.Draw(t, "value")
		var text bytes.Buffer
		if err := format.Marshal(&text, value); err != nil {
			t.Fatal(err)
		}
		if bytes.ContainsAny(text.Bytes(), "<>&") {
			t.Fatalf("%s has markup", text.Bytes())
		}
		var back any
		if err := format.Unmarshal(text.Bytes(), &back); err != nil {
			t.Fatal(err)
		}
		one, err := json.Marshal(value)
		if err != nil {
			t.Fatal(err)
		}
		two, err := json.Marshal(back)
		if err != nil || !bytes.Equal(one, two) {
			t.Fatalf("%s became %s, %v", one, two, err)
		}
	})
}
