package safe

import (
	"bytes"
	"cmp"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/crypto"
	"pgregory.net/rapid"
)

// The published example has an empty checksum in its meta, so it has two sums: with that key, and without it, which is what
// an import computes.
func TestPublishedChecksum(t *testing.T) {
	t.Parallel()
	given := os.Getenv("NODELEDGER_VECTORS")
	folder := cmp.Or(given, "../../../shared/data")
	var vectors struct {
		Safe struct {
			File    json.RawMessage `json:"file"`
			With    string          `json:"with_empty_checksum_key"`
			Without string          `json:"without_checksum_key"`
		} `json:"safe_checksum"`
	}
	text, err := os.ReadFile(filepath.Join(folder, "vectors.json"))
	switch {
	case os.IsNotExist(err) && given == "":
		t.Log("vectors.json is not on this machine: the published checksum was not checked")
	case err != nil:
		t.Fatal(err)
	default:
		if err := json.Unmarshal(text, &vectors); err != nil {
			t.Fatal(err)
		}
		if got, err := Checksum(bytes.NewReader(vectors.Safe.File)); err != nil || got != vectors.Safe.Without || got == "" {
			t.Errorf("without the key: %s, published is %s: %v", got, vectors.Safe.Without, err)
		}
		content, err := generic(bytes.NewReader(vectors.Safe.File))
		if err != nil {
			t.Fatal(err)
		}
		if got, err := digest(content); err != nil || got != vectors.Safe.With {
			t.Errorf("with an empty key: %s, published is %s: %v", got, vectors.Safe.With, err)
		}
	}
	// By hand: {["meta"]{["name"]null,},}
	want := crypto.Keccak256Hash([]byte(`{["meta"]{["name"]null,},}`)).Hex()
	for _, text := range []string{`{"meta":{}}`, `{"meta":{"name":"a"}}`, `{"meta":{"checksum":"0x12","name":"b"}}`} {
		if got, err := Checksum(strings.NewReader(text)); err != nil || got != want {
			t.Errorf("%s: %s, expected %s: %v", text, got, want, err)
		}
	}
}

// drawn is any JSON of what a batch can hold: strings of every character, whole numbers, null, nested lists and objects.
func drawn(depth int) *rapid.Generator[any] {
	leaves := []*rapid.Generator[any]{
		rapid.String().AsAny(), rapid.Bool().AsAny(), rapid.Int64Range(-1<<53, 1<<53).AsAny(), rapid.Just[any](nil),
		rapid.SampledFrom([]string{"\u2028", "\x00\x1f\x7f", `\"/`, "<&>", "\b\f\n\r\t", "\ufffd", "😀", "\uffff"}).AsAny(),
	}
	if depth > 0 {
		leaves = append(leaves,
			rapid.SliceOfN(drawn(depth-1), 0, 3).AsAny(),
			rapid.MapOfN(rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{"10", "9", "\uffff", "😀", "_"})), drawn(depth-1), 0, 4).AsAny())
	}
	return rapid.OneOf(leaves...)
}

func TestChecksumIsThatOfJavaScript(t *testing.T) {
	t.Parallel()
	var texts []string
	for seed := range 300 {
		text, err := json.Marshal(map[string]any{"meta": map[string]any{"checksum": "0x", "name": "a"}, "value": drawn(3).Example(seed)})
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, string(text))
	}
	input, err := json.Marshal(texts)
	if err != nil {
		t.Fatal(err)
	}
	node := exec.CommandContext(t.Context(), "node", "testdata/serialise.cjs")
	node.Stdin, node.Stderr = bytes.NewReader(input), os.Stderr
	output, err := node.Output()
	if err != nil {
		t.Fatal(err)
	}
	var serialised []string
	if err := json.Unmarshal(output, &serialised); err != nil || len(serialised) != len(texts) {
		t.Fatalf("%d answers: %v", len(serialised), err)
	}
	for i, text := range texts {
		want := crypto.Keccak256Hash([]byte(serialised[i])).Hex()
		if got, err := Checksum(strings.NewReader(text)); err != nil || got != want {
			t.Errorf("%s is hashed as %s, JavaScript's is %s of %s: %v", text, got, want, serialised[i], err)
		}
	}
}

func TestChecksumRefuses(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		``:                                   "not a JSON object",
		`[]`:                                 "not a JSON object",
		`null`:                               "no meta",
		`{"meta":[]}`:                        "no meta",
		`{"meta":{}} {}`:                     "something after",
		`{"meta":{},"a":1.5}`:                "write it as a string",
		`{"meta":{},"a":1e3}`:                "write it as a string",
		`{"meta":{},"a":-0}`:                 "write it as a string",
		`{"meta":{},"a":[9007199254740993]}`: "write it as a string",
	} {
		if _, err := Checksum(strings.NewReader(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, expected %q", text, err, want)
		}
	}
}
