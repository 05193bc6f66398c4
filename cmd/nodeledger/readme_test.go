package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/nodeledger/nodeledger/cmd/nodeledger/usage"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
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
var foreign = []string{"headers", "proven"}

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
	for _, path := range documents(t) {
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range writtenFlag.FindAllStringSubmatch(string(content), -1) {
			if !slices.Contains(known, m[1]) {
				t.Errorf("%s names --%s, which no command has", path, m[1])
			}
		}
		for _, m := range writtenCommand.FindAllStringSubmatch(string(content), -1) {
			words := strings.Fields(m[1])
			c, rest, err := root.Find(words)
			if err != nil || c == root || c.HasSubCommands() && len(rest) > 0 && usage.ArgumentsOf(c).Names == nil {
				t.Errorf("%s names `nodeledger %s`, which does not exist", path, m[1])
			}
		}
	}
}

// documents are README and the pages of docs.
func documents(t *testing.T) []string {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join("..", "..", "docs", "*.md"))
	if err != nil || len(paths) < 5 {
		t.Fatalf("%d documents: %v", len(paths), err)
	}
	return append(paths, filepath.Join("..", "..", "README.md"))
}
