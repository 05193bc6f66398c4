package arch

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/program/describe"
	catalogue "github.com/nodeledger/nodeledger/sentence"
)

const glossary = "docs/glossary.md"

// cellsOf are the rows of the tables under a heading of the glossary, without their heads.
func cellsOf(page, heading string) (rows [][]string) {
	_, section, _ := strings.Cut(page, heading)
	section, _, _ = strings.Cut(section, "\n## ")
	for line := range strings.Lines(section) {
		line = strings.TrimSpace(line)
		if !strings.HasPrefix(line, "| ") {
			continue
		}
		cells := strings.Split(strings.Trim(line, "|"), "|")
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		rows = append(rows, cells)
	}
	if len(rows) == 0 {
		return nil
	}
	return rows[1:]
}

// forbidden are the phrases of the columns "not".
func forbidden(page string) (phrases []string) {
	for _, heading := range []string{"\n## Say this\n", "\n## 用词\n"} {
		for _, row := range cellsOf(page, heading) {
			not, _, _ := strings.Cut(row[1], " (but: ")
			for phrase := range strings.SplitSeq(strings.ReplaceAll(not, "；", ";"), ";") {
				phrases = append(phrases, strings.TrimSpace(phrase))
			}
		}
	}
	return phrases
}

// goodEnglish are the uses of "is no" that are plain.
var goodEnglish = regexp.MustCompile(`(?i)\bthere (is|are) no\b|\b(is|are) no (longer|more|such)\b`)

// saying names each forbidden phrase that a text has. A Latin phrase counts as whole words only; where it is written in small
// letters, their size does not matter.
func saying(path, text string, phrases []string) (faults []string) {
	text = goodEnglish.ReplaceAllString(text, "")
	small := strings.ToLower(text)
	for _, phrase := range phrases {
		if !strings.Contains(small, strings.ToLower(phrase)) {
			continue
		}
		form := regexp.QuoteMeta(phrase)
		if phrase[0] < 0x80 {
			form = `\b` + form + `\b`
			if phrase == strings.ToLower(phrase) {
				form = `(?i)` + form
			}
		}
		if regexp.MustCompile(form).MatchString(text) {
			faults = append(faults, path+" says "+phrase+": see "+glossary)
		}
	}
	return faults
}

func TestTextsHaveTheWordsOfTheGlossary(t *testing.T) {
	page, err := os.ReadFile(filepath.Join(root, glossary))
	if err != nil {
		t.Fatal(err)
	}
	phrases := forbidden(string(page))
	if len(phrases) < 30 {
		t.Errorf("%s forbids %d phrases only: are its tables still found?", glossary, len(phrases))
	}
	searched, excused := 0, map[string]bool{}
	walk(t, root, func(path string, _ fs.DirEntry) {
		name := filepath.ToSlash(strings.TrimPrefix(path, root+"/"))
		if !shown(name) {
			return
		}
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		searched++
		text := string(content)
		if strings.HasSuffix(name, ".go") && !wholly(name) {
			text = textsOf(t, name, text)
		}
		for _, fault := range saying(name, text, phrases) {
			where, _, _ := strings.Cut(fault, ": see ")
			if journalSays[where] != "" {
				excused[where] = true
			} else if !strings.Contains(fault, " says Queens:") || strings.Contains(name, "/zh") {
				// Queens is a good English word; in Chinese texts it is not.
				t.Error(fault)
			}
		}
	})
	if searched < 400 {
		t.Errorf("%d files were searched only", searched)
	}
	for where := range journalSays {
		if !excused[where] {
			t.Errorf("nothing needs the exception %q any more", where)
		}
	}
}

// journalSays are the phrases that are bytes of the journal, or must be read there, with the reason; they are translated where
// they are shown.
var journalSays = map[string]string{
	"payout/evidence/evidence.go says is no":  "why a transfer was not read is in the exception's transaction",
	"payout/evidence/execution.go says is no": "why an execution was not read is in the exception's transaction",
}

// wholly tells whether all of a file is read, its comments too: it is nothing but texts.
func wholly(name string) bool {
	return strings.HasPrefix(name, "dashboard/web/src/i18n/") || strings.HasPrefix(name, "program/describe/") ||
		strings.HasPrefix(name, "sentence/")
}

// shown tells whether a file has texts that somebody is shown.
func shown(name string) bool {
	program := strings.HasSuffix(name, ".go") && !strings.HasSuffix(name, "_test.go")
	return wholly(name) || program || strings.HasSuffix(name, ".md") && name != glossary
}

// textsOf are the texts of a Go file, each on its own lines: strings and the tags of structs. Texts that are added up are one, so
// that a phrase is found which two lines share.
func textsOf(t *testing.T, name, content string) string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), name, content, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ImportSpec:
			return false
		case *ast.BinaryExpr:
			text, ok := sum(n)
			if ok {
				out.WriteString(text + "\n")
			}
			return !ok
		case *ast.BasicLit:
			if text, ok := sum(n); ok {
				out.WriteString(text + "\n")
			}
		}
		return true
	})
	return out.String()
}

// sum is the text of a literal or of literals that are added.
func sum(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		if e.Kind != token.STRING {
			return "", false
		}
		text, err := strconv.Unquote(e.Value)
		return text, err == nil
	case *ast.BinaryExpr:
		left, ok := sum(e.X)
		right, too := sum(e.Y)
		return left + right, ok && too && e.Op == token.ADD
	}
	return "", false
}

// TestTermsAreInTheGlossary: the headings of `program show` and the names of pools stand in it in both languages.
func TestTermsAreInTheGlossary(t *testing.T) {
	page, err := os.ReadFile(filepath.Join(root, glossary))
	if err != nil {
		t.Fatal(err)
	}
	chinese := map[string]string{}
	for _, row := range cellsOf(string(page), "# Glossary\n") {
		if len(row) != 3 || row[0] == "" || row[1] == "" || row[2] == "" {
			t.Errorf("%s: a term has English, Chinese and a meaning: %v", glossary, row)
			continue
		}
		chinese[strings.ToLower(row[0])] = row[1]
	}
	p, err := program.Load(filepath.Join(root, "program/testdata/everything.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	en, zh := headings(t, p, "en"), headings(t, p, "zh")
	if len(en) != len(zh) || len(en) < 10 {
		t.Fatalf("headings %v and %v", en, zh)
	}
	terms := map[string]string{}
	for i := range en {
		terms[strings.ToLower(en[i])] = zh[i]
	}
	for _, pool := range catalogue.Pools() {
		terms[strings.ToLower(pool.English)] = pool.Chinese
	}
	for term, want := range terms {
		if got := chinese[term]; got != want {
			t.Errorf("%s is %q where it is shown and %q in %s", term, want, got, glossary)
		}
	}
}

// headings are the lines of `program show` that are not indented, without the title.
func headings(t *testing.T, p *program.Program, language string) (list []string) {
	var out strings.Builder
	if err := describe.Write(&out, p, language); err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(out.String()) {
		if line = strings.TrimRight(line, "\n"); line != "" && line[0] != ' ' {
			list = append(list, line)
		}
	}
	return list[1:]
}

func TestChecksOfWordsCanFail(t *testing.T) {
	phrases := forbidden("\n## Say this\n\n| say | not |\n|---|---|\n| must | has to; whole units |\n\n" +
		"## 用词\n\n| 用 | 不用 |\n|---|---|\n| 金库 | 国库 |\n")
	one(t, "a phrase", saying("a.md", "It Has to work", phrases), "has to")
	one(t, "the other of a row", saying("a.md", "in whole units", phrases), "whole units")
	one(t, "Chinese", saying("a.md", "付给国库", phrases), "国库")
	is := forbidden("\n## Say this\n\n| say | not |\n|---|---|\n| is not | is no (but: there is no, is no longer) |\n")
	one(t, "is no", saying("a.go", "0x1 is no address", is), "is no")
	if faults := saying("a.go", "There is no run; it is no longer open", is); faults != nil {
		t.Error(faults)
	}
	one(t, "texts that are added", saying("a.go", textsOf(t, "a.go", "package a\nvar x = \"it has \" +\n\"to work\"\n"), phrases), "has to")
	one(t, "a tag", saying("a.go", textsOf(t, "a.go", "package a\ntype x struct { y int `doc:\"Whole units\"` }\n"), phrases),
		"whole units")
	if text := textsOf(t, "a.go", "package a // has to\n"); text != "" {
		t.Errorf("a comment is no text of the program: %q", text)
	}
	if faults := saying("a.md", "for every one; 金库", []string{"for ever", "国库"}); faults != nil {
		t.Error(faults)
	}
}
