package program

import (
	"fmt"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func day(text string) time.Time {
	t, err := time.Parse(time.DateOnly, text)
	if err != nil {
		panic(err)
	}
	return t
}

func TestAt(t *testing.T) {
	t.Parallel()
	list := Dated[string]{
		{Value: "A"},
		{From: From{Block: 100}, Value: "B"},
		{From: From{Time: day("2024-05-01")}, Value: "C"},
	}
	for _, row := range []struct {
		block uint64
		at    time.Time
		want  string
	}{
		{0, time.Time{}, "A"},
		{99, day("2024-04-01"), "A"},
		{100, day("2024-04-01"), "B"},
		{300, day("2024-05-01").Add(-time.Second), "B"},
		{300, day("2024-05-01"), "C"},
		{99, day("2024-05-01"), "C"},
	} {
		if got, ok := list.At(Moment{row.block, row.at}); got != row.want || !ok {
			t.Errorf("at block %d, %s: got %q, %v, want %q", row.block, row.at, got, ok, row.want)
		}
	}
	if _, ok := list[1:].At(Moment{Block: 99, Time: day("2024-04-30")}); ok {
		t.Error("a list has a value before its first entry begins")
	}
	if _, ok := (Dated[string]{}).At(Moment{}); ok {
		t.Error("an empty list has a value")
	}
	if v, ok := Always(7).At(Moment{}); v != 7 || !ok {
		t.Errorf("Always(7) is %d, %v", v, ok)
	}
}

// As history goes on a dated setting only moves forward in its list.
func TestAtOnlyMovesForward(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		var list Dated[int]
		block, second := uint64(0), int64(1_700_000_000)
		for i := range rapid.IntRange(0, 6).Draw(t, "entries") {
			from := From{}
			if rapid.Bool().Draw(t, "by block") {
				block += rapid.Uint64Range(1, 5).Draw(t, "blocks")
				from.Block = block
			} else {
				second += rapid.Int64Range(1, 50).Draw(t, "seconds")
				from.Time = time.Unix(second, 0).UTC()
			}
			list = append(list, Entry[int]{from, i})
		}
		last := -1
		m := Moment{Time: time.Unix(1_700_000_000, 0).UTC()}
		for range 40 {
			m.Block++
			m.Time = m.Time.Add(12 * time.Second)
			value, ok := list.At(m)
			if !ok {
				value = -1
			}
			if value < last {
				t.Fatalf("went from %d back to %d at %v", last, value, m)
			}
			last = value
		}
	})
}

func TestFromString(t *testing.T) {
	t.Parallel()
	for want, f := range map[string]From{
		"":                     {},
		"block 5":              {Block: 5},
		"2024-04-01":           {Time: day("2024-04-01")},
		"2024-04-01T00:00:01Z": {Time: day("2024-04-01").Add(time.Second)},
	} {
		if f.String() != want {
			t.Errorf("got %q, want %q", f, want)
		}
	}
}

func TestDuration(t *testing.T) {
	t.Parallel()
	for _, row := range []struct{ text, start, end, back string }{
		{"1mo", "2024-01-31", "2024-02-29", "1mo"},
		{"1mo", "2023-01-31", "2023-02-28", "1mo"},
		{"2mo", "2024-01-31", "2024-03-31", "2mo"},
		{"6mo", "2024-08-31", "2025-02-28", "6mo"},
		{"24mo", "2024-02-29", "2026-02-28", "2y"},
		{"2y", "2024-06-01", "2026-06-01", "2y"},
		{"1y", "2023-12-31", "2024-12-31", "1y"},
		{"90d", "2024-02-01", "2024-05-01", "90d"},
		{"24h", "2024-02-28", "2024-02-29", "1d"},
		{"86400s", "2023-02-28", "2023-03-01", "1d"},
		{"none", "2024-02-28", "2024-02-28", "none"},
	} {
		d, err := ParseDuration(row.text)
		if err != nil {
			t.Fatal(err)
		}
		if got := d.After(day(row.start)); !got.Equal(day(row.end)) {
			t.Errorf("%s after %s is %s, want %s", row.text, row.start, got, row.end)
		}
		if d.String() != row.back {
			t.Errorf("%s is written %s, want %s", row.text, d, row.back)
		}
		if again, err := ParseDuration(d.String()); again != d || err != nil {
			t.Errorf("%s re-reads as %v, %v", d, again, err)
		}
	}
	for _, text := range []string{"", "2", "y", "-1d", "0d", "1.5y", "2 y", "1w", "101y", "1201mo", "36526d", "99999999999d", "9999999999s"} {
		if d, err := ParseDuration(text); err == nil {
			t.Errorf("%q was read as %s", text, d)
		}
	}
	if most, err := ParseDuration("36525d"); err != nil || most.After(day("2000-01-01")) != day("2100-01-01") {
		t.Errorf("a hundred years are refused: %v", err)
	}
}

func TestDurationTimes(t *testing.T) {
	t.Parallel()
	month, _ := ParseDuration("1mo")
	for n, want := range map[int]string{0: "2024-01-31", 1: "2024-02-29", 3: "2024-04-30", 12: "2025-01-31"} {
		d, err := month.Times(n)
		if err != nil || !d.After(day("2024-01-31")).Equal(day(want)) {
			t.Errorf("%d months: %v, %v, want %s", n, d.After(day("2024-01-31")), err, want)
		}
	}
	century, _ := ParseDuration("100y")
	for _, n := range []int{-1, 2} {
		if d, err := century.Times(n); err == nil {
			t.Errorf("%d x 100y is %s", n, d)
		}
	}
	if fmt.Sprint(month.Months(), month.Exact(), century.IsZero()) != "1 0s false" {
		t.Error("the parts of a duration are wrong")
	}
}
