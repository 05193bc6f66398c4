package main

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/cmd/nodeledger/usage"
)

// commands are all commands that do something, by their name without the program's.
func commands() map[string]*cobra.Command {
	all := map[string]*cobra.Command{}
	in := &invocation{App: &App{}}
	walk(in.root(), func(c *cobra.Command) {
		if c.HasParent() && c.Annotations != nil {
			all[usage.Name(c)] = c
		}
	})
	return all
}

func TestEveryCommandSaysWhatItDoesWithTheBooks(t *testing.T) {
	t.Parallel()
	var writing []string
	for name, c := range commands() {
		switch c.Annotations[booksAnnotation] {
		case booksWrite:
			writing = append(writing, name)
		case booksRead, booksNone:
		default:
			t.Errorf("%s says %q", name, c.Annotations[booksAnnotation])
		}
	}
	walk((&invocation{App: &App{}}).root(), func(c *cobra.Command) {
		if c.Annotations == nil && !c.HasSubCommands() {
			t.Errorf("%s does not say what it does with the books", c.CommandPath())
		}
	})
	slices.Sort(writing)
	if got := guaranteed(t); !slices.Equal(got, writing) {
		t.Errorf("main.go says that these may change books:\n%q\nthe commands say:\n%q", got, writing)
	}
}

// guaranteed are the commands that the comment of main.go says may change books. "a b, c; d" is a b, a c and d.
func guaranteed(t *testing.T) (names []string) {
	t.Helper()
	source, err := os.ReadFile("main.go")
	if err != nil {
		t.Fatal(err)
	}
	text := regexp.MustCompile(`\s*//\s*`).ReplaceAllString(string(source), " ")
	_, list, _ := strings.Cut(text, "These commands may change books: ")
	list, _, found := strings.Cut(list, ".")
	if !found {
		t.Fatal("main.go does not say which commands may change books")
	}
	for _, part := range strings.Split(list, "; ") {
		first, rest, _ := strings.Cut(part, ", ")
		names = append(names, first)
		for _, sub := range strings.Split(rest, ", ") {
			if sub == "" {
				continue
			}
			words := strings.Fields(first)
			if words[0] == "rewards" { // of "rewards epoch close" the group is rewards
				words = words[:1]
			} else {
				words = words[:len(words)-1]
			}
			names = append(names, strings.Join(append(words, sub), " "))
		}
	}
	slices.Sort(names)
	return names
}

func TestACommandCannotOpenBooksOtherwiseThanItSays(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		says, opens string
		may         bool
	}{
		{booksNone, booksRead, false},
		{booksNone, booksWrite, false},
		{booksRead, booksRead, true},
		{booksRead, booksWrite, false},
		{booksWrite, booksRead, true},
		{booksWrite, booksWrite, true},
		{"", booksRead, false},
	} {
		in := &invocation{App: &App{}, command: &cobra.Command{Use: "x", Annotations: map[string]string{booksAnnotation: c.says}}}
		if err := in.mayOpen(c.opens); (err == nil) != c.may {
			t.Errorf("says %q, opens to %s: %v", c.says, c.opens, err)
		}
	}
}
