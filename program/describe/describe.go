package describe

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/program/canonical"
)

// phrase is the same words in both languages.
type phrase struct{ en, zh string }

// writer writes sentences in one language.
type writer struct {
	out     strings.Builder
	chinese bool
	indent  string
}

// Write writes the rules of a program in sentences that a person can read aloud: in Chinese for "zh", in English for any other
// language.
func Write(w io.Writer, p *program.Program, lang string) error {
	t := &writer{chinese: lang == "zh" || strings.HasPrefix(lang, "zh-")}
	title := p.Name
	if t.chinese && p.Title["zh"] != "" {
		title = p.Title["zh"]
	} else if !t.chinese && p.Title["en"] != "" {
		title = p.Title["en"]
	}
	t.line(title)
	t.writeNotes(p)
	t.writeSale(p)
	t.writeReferral(p)
	t.writeScore(p)
	t.writePoints(p.Points)
	t.writeToken(p.Token)
	t.writeStakes(p)
	t.writeRevenue(p.Revenue)
	t.writePayout(p)
	t.writeCampaigns(p.Campaigns)
	t.writeOperators(p.Recovery, p.RecoveryContracts)
	t.writeSources(p)
	t.heading("Identity", "标识")
	t.say("The whole file's digest is %s.", "整个文件的摘要是 %s。", canonical.Digest(p))
	_, err := io.WriteString(w, t.out.String())
	return err
}

func (t *writer) line(text string) { t.out.WriteString(t.indent + text + "\n") }

func (t *writer) heading(en, zh string) {
	t.out.WriteString("\n" + t.word(phrase{en, zh}) + "\n")
	t.indent = "  "
}

// say writes a sentence; both formats use %s only, and the arguments are put into words first.
func (t *writer) say(en, zh string, args ...any) { t.line(t.words(en, zh, args...)) }

func (t *writer) words(en, zh string, args ...any) string {
	said := make([]any, len(args))
	for i, arg := range args {
		said[i] = t.word(arg)
	}
	return fmt.Sprintf(t.word(phrase{en, zh}), said...)
}

// word puts a value into words of the language.
func (t *writer) word(value any) string {
	switch v := value.(type) {
	case phrase:
		if t.chinese {
			return v.zh
		}
		return v.en
	case string:
		return v
	case uint64:
		return grouped(strconv.FormatUint(v, 10))
	case money.Amount:
		return grouped(v.Decimal().String()) + " " + v.Asset().Symbol()
	case money.Ratio:
		return money.Percent(v.Rat())
	case money.Asset:
		return v.Symbol()
	case common.Address:
		return v.Hex()
	case time.Time:
		return t.instant(v)
	case program.Duration:
		return t.duration(v)
	default:
		return fmt.Sprint(v)
	}
}

// grouped puts a comma between every three digits before the point.
func grouped(digits string) string {
	whole, rest, _ := strings.Cut(digits, ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if rest != "" {
		return whole + "." + rest
	}
	return whole
}

func (t *writer) instant(at time.Time) string {
	midnight := at.Equal(at.Truncate(24 * time.Hour))
	switch {
	case t.chinese && midnight:
		return at.Format("2006年1月2日")
	case t.chinese:
		return at.Format("2006年1月2日 15:04:05（UTC）")
	case midnight:
		return at.Format("2 January 2006")
	default:
		return at.Format("2 January 2006, 15:04:05 UTC")
	}
}

func (t *writer) duration(d program.Duration) string {
	text := d.String()
	units := []struct {
		suffix  string
		one, zh string
	}{{"mo", "month", "个月"}, {"y", "year", "年"}, {"d", "day", "天"}, {"h", "hour", "小时"}, {"s", "second", "秒"}}
	for _, u := range units {
		count, ok := strings.CutSuffix(text, u.suffix)
		switch {
		case !ok:
		case t.chinese:
			return grouped(count) + u.zh
		case count == "1":
			return "1 " + u.one
		default:
			return grouped(count) + " " + u.one + "s"
		}
	}
	return t.word(phrase{"no time", "零时间"})
}

// since is the beginning of a sentence about a dated setting, empty for since ever.
func (t *writer) since(f program.From) string {
	switch {
	case f.Block != 0:
		return t.words("From block %s on: ", "自区块 %s 起：", f.Block)
	case !f.Time.IsZero():
		return t.words("From %s on: ", "自%s起：", f.Time)
	default:
		return ""
	}
}

// begun writes a sentence about a setting that began at some time: either with its beginning in front, or with a
// capital letter.
func (t *writer) begun(f program.From, sentence string) {
	if prefix := t.since(f); prefix != "" {
		t.line(prefix + sentence)
		return
	}
	t.line(capital(sentence))
}

func capital(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
}

// writeDated writes one sentence for each value of a dated setting.
func writeDated[T any](t *writer, d program.Dated[T], sentence func(T) string) {
	for _, entry := range d {
		t.begun(entry.From, sentence(entry.Value))
	}
}

// joined puts a list into one sentence part.
func (t *writer) joined(parts []string) string {
	return strings.Join(parts, t.word(phrase{"; ", "；"}))
}

func (t *writer) writeNotes(p *program.Program) {
	notes := notesOf(p)
	if len(notes) == 0 {
		return
	}
	t.heading("Beware", "注意")
	for _, n := range notes {
		t.say("%s.", "%s。", phrase{capital(n.en), n.zh})
	}
}
