package main

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/nodeledger/nodeledger/cmd/nodeledger/usage"
)

var update = flag.Bool("update", false, "write README's table of commands")

// What README's table of commands stands between.
const tableBegins, tableEnds = "<!-- commands: written by go test ./cmd/nodeledger -run TestREADME -update -->\n",
	"<!-- end of commands -->\n"

// commandTable is README's table of commands: what help says of each.
func commandTable() string {
	table := "| command | what it does | books |\n|---|---|---|\n"
	walk((&invocation{App: &App{}}).root(), func(c *cobra.Command) {
		if !c.HasParent() || c.Annotations == nil {
			return
		}
		books := map[string]string{booksNone: "", booksRead: "reads", booksWrite: "writes"}[c.Annotations[booksAnnotation]]
		line := strings.TrimPrefix(strings.TrimSuffix(c.UseLine(), " [flags]"), c.Root().Name()+" ")
		table += fmt.Sprintf("| `%s` | %s | %s |\n", line, strings.ReplaceAll(c.Short, "|", "\\|"), books)
	})
	return table
}

func TestREADMEHasEveryCommand(t *testing.T) {
	t.Parallel()
	path := filepath.Join("..", "..", "README.md")
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, begins := strings.Cut(string(content), tableBegins)
	table, after, ends := strings.Cut(rest, tableEnds)
	if !begins || !ends {
		t.Fatalf("README has no table of commands between %q and %q", tableBegins, tableEnds)
	}
	want := commandTable()
	if table == want {
		return
	}
	if *update {
		if err := os.WriteFile(path, []byte(before+tableBegins+want+tableEnds+after), 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	t.Errorf("README's table of commands is not what the commands say: go test ./cmd/nodeledger -run TestREADME -update writes this:\n"+
		"%s", want)
}

// foreign are flags in documents that are those of other programs, and arrows of the drawing in README.
var foreign = []string{"headers", "proven", "strict", "from-literal", "set", "set-file", "pre-vote"}

// written finds flags and commands in a document: inside of `code` and in indented blocks.
var (
	writtenFlag    = regexp.MustCompile("(?:^|[\\s`(])--([a-z][a-z-]*)")
	writtenCommand = regexp.MustCompile("`nodeledger ([a-z][a-z -]*)")
)

func TestDocumentsNameOnlyFlagsAndCommandsThatExist(t *testing.T) {
	t.Parallel()
	known := foreign
	root := (&invocation{App: &App{}}).root()
	walk(root, func(c *cobra.Command) {
		c.InitDefaultHelpFlag()
		add := func(f *pflag.Flag) { known = append(known, f.Name) }
		c.Flags().VisitAll(add)
		c.PersistentFlags().VisitAll(add)
	})
	for _, path := range everyDocument(t) {
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range strangers(root, known, string(content)) {
			t.Errorf("%s names %s, which does not exist", path, name)
		}
	}
	phantoms := "`nodeledger phantom` and `nodeledger sync --phantom`; `nodeledger sync --db`"
	if got := strangers(root, known, phantoms); !slices.Equal(got, []string{"--phantom", "nodeledger phantom"}) {
		t.Errorf("phantoms are found as %q", got)
	}
}

// strangers are the flags and commands of a document that there are not.
func strangers(root *cobra.Command, known []string, content string) (names []string) {
	for _, m := range writtenFlag.FindAllStringSubmatch(content, -1) {
		if !slices.Contains(known, m[1]) {
			names = append(names, "--"+m[1])
		}
	}
	for _, m := range writtenCommand.FindAllStringSubmatch(content, -1) {
		c, rest, err := root.Find(strings.Fields(m[1]))
		if err != nil || c == root || c.HasSubCommands() && len(rest) > 0 && usage.ArgumentsOf(c).Names == nil {
			names = append(names, "nodeledger "+m[1])
		}
	}
	return names
}

// everyDocument is every Markdown file of the tree.
func everyDocument(t *testing.T) (paths []string) {
	t.Helper()
	err := filepath.WalkDir(filepath.Join("..", ".."), func(path string, entry fs.DirEntry, err error) error {
		if err == nil && entry.IsDir() && slices.Contains([]string{".git", "node_modules", "bin", ".tools"}, entry.Name()) {
			return fs.SkipDir
		}
		if err == nil && strings.HasSuffix(path, ".md") {
			paths = append(paths, path)
		}
		return err
	})
	if err != nil || len(paths) < 30 {
		t.Fatalf("%d documents: %v", len(paths), err)
	}
	return paths
}
