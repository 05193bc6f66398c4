package arch

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
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
			for phrase := range strings.SplitSeq(strings.ReplaceAll(row[1], "；", ";"), ";") {
				phrases = append(phrases, strings.TrimSpace(phrase))
			}
		}
	}
	return phrases
}

// saying names each forbidden phrase that a text has. A Latin phrase counts as whole words only; where it is written in small
// letters, their size does not matter.
func saying(path, text string, phrases []string) (faults []string) {
	for _, phrase := range phrases {
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
	searched := 0
	walk(t, root, func(path string, _ fs.DirEntry) {
		name := filepath.ToSlash(strings.TrimPrefix(path, root+"/"))
		in := strings.HasPrefix(name, "dashboard/web/src/i18n/") || strings.HasPrefix(name, "program/describe/") ||
			strings.HasPrefix(name, "sentence/") || strings.HasPrefix(name, "docs/") && strings.HasSuffix(name, ".md")
		if !in || name == glossary {
			return
		}
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		searched++
		for _, fault := range saying(name, string(content), phrases) {
			// Queens is a good English word; in Chinese texts it is not.
			if !strings.Contains(fault, " says Queens:") || strings.Contains(name, "/zh") {
				t.Error(fault)
			}
		}
	})
	if searched < 40 {
		t.Errorf("%d files were searched only", searched)
	}
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
	if faults := saying("a.md", "for every one; 金库", []string{"for ever", "国库"}); faults != nil {
		t.Error(faults)
	}
}
