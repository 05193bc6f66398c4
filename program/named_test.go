package program

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// dotted finds a key with its section in a document: `sale.tiers`.
var dotted = regexp.MustCompile("`([a-z]+(?:\\.[a-z_]+)+)(?:`|:)")

// notKeys are dotted names in documents whose first part is a section's only by chance.
var notKeys = []string{"md", "go", "json", "yaml", "csv"}

// strangeKeys names the dotted keys of a text whose first part is a section of the program file, and which no group has.
func strangeKeys(text string) (strange []string) {
	for _, m := range dotted.FindAllStringSubmatch(text, -1) {
		parts := strings.Split(m[1], ".")
		if slices.Contains(keysOf(root), parts[0]) && !slices.Contains(notKeys, parts[len(parts)-1]) && !isKey(parts) {
			strange = append(strange, m[1])
		}
	}
	return strange
}

// isKey tells whether a name is a group's, or each part a key of the group before it. A group whose keys are free has any.
func isKey(parts []string) bool {
	if keysOf(shape(strings.Join(parts, "."))) != nil {
		return true
	}
	at := shape(parts[0])
	for _, key := range parts[1:] {
		keys := keysOf(at)
		if keys == nil {
			keys = keysOf(shape(strings.TrimSuffix(string(at), "s"))) // of a list: campaigns, sale.codes
		}
		if keys != nil && !slices.Contains(keys, key) {
			return false
		}
		at = shape(string(at) + "." + key)
	}
	return true
}

func TestDocumentsNameOnlyKeysThatExist(t *testing.T) {
	t.Parallel()
	read := 0
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
		for _, key := range strangeKeys(string(page)) {
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
	text := "`sale.phantom`, `payout.minimum.USDT`, `token.tge`, `campaigns.phantom`, `chain.proof: full`, `points.pools.phantom`"
	want := []string{"sale.phantom", "campaigns.phantom", "points.pools.phantom"}
	if got := strangeKeys(text); !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}
