package program

import (
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// dotted finds a key with its section in a document: `sale.tiers`, `payout.minimum.USDT`.
var dotted = regexp.MustCompile("`([a-z]+(?:\\.[A-Za-z0-9_]+)+)(?:`|:)")

// single finds a key with its value: `begins: accrue`.
var single = regexp.MustCompile("`([a-z_]+): [^`]+`")

// notKeys are endings of files' names whose first part is a section's only by chance.
var notKeys = []string{"md", "go", "json", "yaml", "csv"}

// strangeKeys names the keys of a text that a program file does not have: dotted ones whose first part is a section, and those
// that have a value.
func strangeKeys(schema keySchema, text string) (strange []string) {
	for _, m := range dotted.FindAllStringSubmatch(text, -1) {
		parts := strings.Split(m[1], ".")
		if slices.Contains(keysOf(root), parts[0]) && !slices.Contains(notKeys, parts[len(parts)-1]) && !schema.has(parts) {
			strange = append(strange, m[1])
		}
	}
	for _, m := range single.FindAllStringSubmatch(text, -1) {
		if !slices.ContainsFunc(shapes(), func(s shape) bool { return slices.Contains(keysOf(s), m[1]) }) {
			strange = append(strange, m[1])
		}
	}
	return strange
}

// keySchema is a JSON Schema, as far as it says which keys there are.
type keySchema struct {
	Ref        string                `json:"$ref"`
	Defs       map[string]*keySchema `json:"$defs"`
	Properties map[string]*keySchema `json:"properties"`
	Names      struct {
		Pattern string `json:"pattern"`
	} `json:"propertyNames"`
	Others json.RawMessage `json:"additionalProperties"` // false, or the schema of the keys that a file names itself
	Items  *keySchema      `json:"items"`
	AnyOf  []*keySchema    `json:"anyOf"`
}

func readKeySchema(t *testing.T) (s keySchema) {
	t.Helper()
	if err := json.Unmarshal(Schema(), &s); err != nil {
		t.Fatal(err)
	}
	return s
}

// has tells whether a file has a key of this name: from its top (campaigns.budget), or in a group of the table (sale.tier.size).
// Every part counts: a key with a plain value has none below it.
func (s keySchema) has(parts []string) bool {
	for n := range parts {
		if group := s.Defs[strings.Join(parts[:n+1], ".")]; group != nil && s.below(group, parts[n+1:]) {
			return true
		}
	}
	return s.below(&s, parts)
}

// below tells whether a place of the schema has a key. An entry of a list has those of the list.
func (s keySchema) below(at *keySchema, parts []string) bool {
	if at == nil {
		return false
	}
	if name, ok := strings.CutPrefix(at.Ref, "#/$defs/"); ok {
		return s.below(s.Defs[name], parts)
	}
	if len(parts) == 0 {
		return true
	}
	if s.below(at.Items, parts) || slices.ContainsFunc(at.AnyOf, func(other *keySchema) bool { return s.below(other, parts) }) {
		return true
	}
	if next := at.Properties[parts[0]]; next != nil {
		return s.below(next, parts[1:])
	}
	var others keySchema
	return strings.HasPrefix(string(at.Others), "{") && json.Unmarshal(at.Others, &others) == nil &&
		regexp.MustCompile(at.Names.Pattern).MatchString(parts[0]) && s.below(&others, parts[1:])
}

func TestDocumentsNameOnlyKeysThatExist(t *testing.T) {
	t.Parallel()
	schema, read := readKeySchema(t), 0
	err := filepath.WalkDir("..", func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && slices.Contains([]string{".git", "node_modules", "bin", ".tools"}, entry.Name()) {
			return fs.SkipDir
		}
		if !strings.HasSuffix(path, ".md") {
			return nil
		}
		read++
		page, err := os.ReadFile(path)
		for _, key := range strangeKeys(schema, string(page)) {
			t.Errorf("%s names the key %s, which a program file does not have", path, key)
		}
		return err
	})
	if err != nil || read < 30 {
		t.Errorf("%d documents were read: %v", read, err)
	}
}

func TestCheckOfKeysCanFail(t *testing.T) {
	t.Parallel()
	text := "`sale.phantom`, `campaigns.phantom`, `points.pools.phantom`, `chain.finality.phantom`, `sale.tier.size.phantom`, " +
		"`assets.USDT.phantom`, `payout.minimum.USDT.phantom`, `token.vesting.seed.phantom`, `sale.code.phantom`, `phantom: half`"
	want := []string{"sale.phantom", "campaigns.phantom", "points.pools.phantom", "chain.finality.phantom", "sale.tier.size.phantom",
		"assets.USDT.phantom", "payout.minimum.USDT.phantom", "token.vesting.seed.phantom", "sale.code.phantom", "phantom"}
	schema := readKeySchema(t)
	if got := strangeKeys(schema, text); !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	there := "`payout.minimum.USDT`, `token.tge`, `chain.proof: full`, `sale.tiers.size`, `sale.tier.size`, `assets.USDT.decimals`, " +
		"`token.vesting.seed.tranches.after`, `token.tranche.share`, `points.health.ratings.gains`, `campaigns.budget`, " +
		"`score.brackets.nodes`, `points.stake_score.bracket`, `begins: accrue`"
	if got := strangeKeys(schema, there); got != nil {
		t.Errorf("%v are keys", got)
	}
}
