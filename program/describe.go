package program

import (
	"fmt"
	"io"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/money"
)

// phrase is the same words in both languages.
type phrase struct{ en, zh string }

// telling writes sentences in one language.
type telling struct {
	out     strings.Builder
	chinese bool
	indent  string
}

// Describe writes the rules in sentences that a person can read aloud: in Chinese for "zh", in English for any other
// language. Errors of the writer are its owner's to notice.
func (p *Program) Describe(w io.Writer, lang string) {
	t := &telling{chinese: lang == "zh" || strings.HasPrefix(lang, "zh-")}
	title := p.Name
	if t.chinese && p.Title["zh"] != "" {
		title = p.Title["zh"]
	} else if !t.chinese && p.Title["en"] != "" {
		title = p.Title["en"]
	}
	t.line(title)
	t.tellNotes(p)
	t.tellSale(p)
	t.tellReferral(p)
	t.tellScore(p)
	t.tellPoints(p.Points)
	t.tellToken(p.Token)
	t.tellRevenue(p.Income)
	t.tellPayout(p)
	t.tellCampaigns(p.Campaigns)
	t.heading("Identity", "标识")
	t.say("The whole file's digest is %s.", "整个文件的摘要是 %s。", p.Digest())
	_, _ = io.WriteString(w, t.out.String()) // a writer that fails is its owner's to notice
}

func (t *telling) line(text string) { t.out.WriteString(t.indent + text + "\n") }

func (t *telling) heading(en, zh string) {
	t.out.WriteString("\n" + t.word(phrase{en, zh}) + "\n")
	t.indent = "  "
}

// say writes a sentence; both formats use %s only, and the arguments are put into words first.
func (t *telling) say(en, zh string, args ...any) { t.line(t.words(en, zh, args...)) }

func (t *telling) words(en, zh string, args ...any) string {
	said := make([]any, len(args))
	for i, arg := range args {
		said[i] = t.word(arg)
	}
	return fmt.Sprintf(t.word(phrase{en, zh}), said...)
}

// word puts a value into words of the language.
func (t *telling) word(value any) string {
	switch v := value.(type) {
	case phrase:
		if t.chinese {
			return v.zh
		}
		return v.en
	case string:
		return v
	case uint64:
		return grouped(number(v))
	case money.Amount:
		return grouped(v.Decimal().String()) + " " + v.Asset().Symbol()
	case money.Ratio:
		return percent(v)
	case money.Asset:
		return v.Symbol()
	case common.Address:
		return v.Hex()
	case time.Time:
		return t.instant(v)
	case Duration:
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

// percent is "10%", or a fraction such as "1/3" where no percentage is exact.
func percent(r money.Ratio) string {
	sum := new(wholeSum)
	sum.add(r)
	return sum.String()
}

func (t *telling) instant(at time.Time) string {
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

func (t *telling) duration(d Duration) string {
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
func (t *telling) since(f From) string {
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
func (t *telling) begun(f From, sentence string) {
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

// tellDated writes one sentence for each value of a dated setting.
func tellDated[T any](t *telling, d Dated[T], sentence func(T) string) {
	for _, entry := range d {
		t.begun(entry.From, sentence(entry.Value))
	}
}

// joined puts a list into one sentence part.
func (t *telling) joined(parts []string) string {
	return strings.Join(parts, t.word(phrase{"; ", "；"}))
}

func (t *telling) tellNotes(p *Program) {
	if len(p.notes) == 0 {
		return
	}
	t.heading("Beware", "注意")
	for _, n := range p.notes {
		t.say("%s.", "%s。", phrase{capital(n.en), n.zh})
	}
}
