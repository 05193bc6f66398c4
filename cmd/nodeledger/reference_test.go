package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// What the generated part of docs/commands.md stands between.
const referenceBegins, referenceEnds = "<!-- commands: written by go test ./cmd/nodeledger -run TestReference -update -->\n",
	"<!-- end of commands -->\n"

// TestReferenceHasEveryCommandAndFlag holds docs/commands.md to the program: every command and every flag, and no other.
func TestReferenceHasEveryCommandAndFlag(t *testing.T) {
	t.Parallel()
	path := filepath.Join("..", "..", "docs", "commands.md")
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, begins := strings.Cut(string(content), referenceBegins)
	reference, after, ends := strings.Cut(rest, referenceEnds)
	if !begins || !ends {
		t.Fatalf("%s has no place between %q and %q", path, referenceBegins, referenceEnds)
	}
	want := commandReference() + codeReference()
	if reference == want {
		return
	}
	if *update {
		if err := os.WriteFile(path, []byte(before+referenceBegins+want+referenceEnds+after), 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	t.Errorf("%s does not say what help says: go test ./cmd/nodeledger -run TestReference -update writes this:\n%s", path, want)
}

// commandReference is the flags that every command has, then each command as its help shows it.
func commandReference() string {
	root := (&invocation{App: &App{}}).root()
	out := "\n## Flags of every command\n\n" + flagTable(root.PersistentFlags())
	walk(root, func(c *cobra.Command) {
		if !c.HasParent() || c.Annotations == nil {
			return
		}
		out += fmt.Sprintf("\n## %s\n\n%s.\n", strings.TrimPrefix(c.CommandPath(), root.Name()+" "), c.Short)
		if long := strings.TrimPrefix(c.Long, c.Short+".\n\n"); long != "" && long != c.Short {
			out += "\n" + plain(strings.TrimSpace(long)) + "\n"
		}
		out += "\n```text\n" + strings.TrimSuffix(c.UseLine(), " [flags]") + "\n```\n"
		if table := flagTable(c.LocalNonPersistentFlags()); table != "" {
			out += "\n" + table
		}
		if len(examples(c)) > 0 {
			out += "\nFor example:\n\n```text\n" + strings.Join(examples(c), "\n") + "\n```\n"
		}
	})
	return out
}

// flagTable is the flags of a set; nothing when there are none.
func flagTable(flags *pflag.FlagSet) (out string) {
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Name == "help" {
			return
		}
		value, usage := pflag.UnquoteUsage(f)
		name, preset := "--"+f.Name, ""
		if f.Shorthand != "" {
			name = "-" + f.Shorthand + ", " + name
		}
		if value != "" {
			name += " " + strings.ToUpper(value)
		}
		if f.DefValue != "" && f.DefValue != "false" && f.DefValue != "[]" && f.DefValue != "0s" {
			preset = "`" + f.DefValue + "`"
		}
		if f.Annotations[cobra.BashCompOneRequiredFlag] != nil {
			preset = "required"
		}
		out += fmt.Sprintf("| `%s` | %s | %s |\n", name, plain(usage), preset)
	})
	if out == "" {
		return ""
	}
	return "| flag | what it is | without it |\n|---|---|---|\n" + out
}

// plain keeps Markdown from reading signs in a text of help.
func plain(text string) string { return strings.NewReplacer("|", "\\|", "<", "\\<").Replace(text) }
