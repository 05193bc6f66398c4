package sheet_test

import (
	"bytes"
	"encoding/binary"
	"strings"
	"testing"
	"unicode/utf16"

	"pgregory.net/rapid"

	"github.com/nodeledger/nodeledger/intake/sheet"
)

// TestFormsAreOneTable: whatever form a table is written in, the same cells come out.
func TestFormsAreOneTable(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringMatching(`[a-z0-9ß新. -]{0,8}`)
		rows := rapid.SliceOfN(rapid.SliceOfN(word, 2, 2), 0, 5).Draw(t, "rows")
		separator := rapid.SampledFrom([]string{",", ";", "\t"}).Draw(t, "separator")
		end := rapid.SampledFrom([]string{"\n", "\r\n", "\r"}).Draw(t, "end")
		text := rapid.SampledFrom([]string{"left", "Left", "LEFT"}).Draw(t, "name") + separator + "right" + end
		if rapid.Bool().Draw(t, "sep=") {
			text = "sep=" + separator + end + text
		}
		want := ""
		for _, row := range rows {
			text += `"` + row[0] + `"` + separator + `"` + row[1] + `"` + end
			want += strings.TrimSpace(row[0]) + "|" + strings.TrimSpace(row[1]) + "\n"
		}
		if rapid.Bool().Draw(t, "mark") {
			text = "\ufeff" + text
		}
		content := []byte(text)
		if order := rapid.SampledFrom([]binary.AppendByteOrder{nil, binary.LittleEndian, binary.BigEndian}).Draw(t, "order"); order != nil {
			content = nil
			for _, unit := range utf16.Encode([]rune(text)) {
				content = order.AppendUint16(content, unit)
			}
		}
		plain, err := sheet.Read(bytes.NewReader(content), "f")
		if err != nil {
			t.Fatal(err)
		}
		table, err := sheet.New(plain, "f")
		if err != nil {
			t.Fatal(err)
		}
		got, wrong := "", sheet.Wrong{}
		err = table.Each(&wrong, func(_ int, cell func(string) string) { got += cell("left") + "|" + cell("right") + "\n" })
		if err != nil || wrong.Err() != nil || got != want {
			t.Fatalf("%q is %q, want %q (%v, %v)", content, got, want, err, wrong)
		}
	})
}
