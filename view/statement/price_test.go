package statement_test

import (
	"encoding/binary"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"github.com/nodeledger/nodeledger/internal/samplebooks"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/view/statement"
)

func TestReadPrices(t *testing.T) {
	t.Parallel()
	p, err := program.Load("gpunet")
	if err != nil {
		t.Fatal(err)
	}
	prices, err := statement.ReadPrices(strings.NewReader("\ufeffdate,asset,usd\r\n2024-05-01,ETH,3012.5\n2024-05-02,ETH,0\n"+
		"2024-05-01,GPU,\"1\"\n"), p)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		asset, want string
		day         time.Time
	}{
		{"ETH", "3012.5", samplebooks.Day(31)}, {"ETH", "3012.5", samplebooks.Day(32).Add(-time.Second)}, {"ETH", "0", samplebooks.Day(32)},
		{"ETH", "", samplebooks.Day(33)},
		{"GPU", "1", samplebooks.Day(31)}, {"USDT", "", samplebooks.Day(31)},
		{"ETH", "3012.5", time.Date(2024, 5, 2, 3, 0, 0, 0, time.FixedZone("east", 6*3600))},
	} {
		if got, ok := prices(c.asset, c.day); got != c.want || ok != (c.want != "") {
			t.Errorf("%s on %s: %q, want %q", c.asset, c.day, got, c.want)
		}
	}
	bad := "date,asset,usd\n2024-05-01,ETH,1\n2024-5-1,ETH,1\n2024-05-02,eth,1\n2024-05-02,ETH,1e3\n2024-05-02,ETH\n2024-05-01,ETH,2\n" +
		"2024-05-03,ETH,-1\n2024-05-03,\"ET\"H,1\n2024-05-04,ETH,.5\n2024-05-05,DOGE,1\n"
	_, err = statement.ReadPrices(strings.NewReader(bad), p)
	if err == nil {
		t.Fatal("a bad list is taken")
	}
	rows := problem.Of(err).Details()
	for i, says := range []string{
		"row 2: \"2024-5-1\" is not a day", "row 3: \"eth\" is not an asset", "row 4: \"1e3\" is not a price", "row 5: it has 2 cells",
		"row 6: ETH on 2024-05-01 has a price above", "row 7: \"-1\"", "row 8: ", "row 9: \".5\"",
		"row 10: DOGE is not an asset of the program: it has ETH, USDT, GPOINT, GPU",
	} {
		if len(rows) != 9 || !strings.HasPrefix(rows[min(i, len(rows)-1)], says) {
			t.Errorf("%q does not say %q", rows, says)
		}
	}
	for _, none := range []string{"", "day,asset,usd\n", "date,asset\n", "\x00"} {
		if _, err := statement.ReadPrices(strings.NewReader(none), p); err == nil || !strings.Contains(err.Error(), "date,asset,usd") {
			t.Errorf("%q: %v", none, err)
		}
	}
}

// TestPriceListForms: what spreadsheets make of a price list is the same list.
func TestPriceListForms(t *testing.T) {
	t.Parallel()
	p, err := program.Load("gpunet")
	if err != nil {
		t.Fatal(err)
	}
	const plain = "date,asset,usd\n2024-05-01,ETH,3012.5\n2024-05-02,ETH,0.5\n"
	wide := func(order binary.AppendByteOrder, text string) string {
		var b []byte
		for _, unit := range utf16.Encode([]rune(text)) {
			b = order.AppendUint16(b, unit)
		}
		return string(b)
	}
	for name, text := range map[string]string{
		"plain": plain, "mark": "\ufeff" + plain, "CR LF": strings.ReplaceAll(plain, "\n", "\r\n"),
		"CR": strings.ReplaceAll(plain, "\n", "\r"), "semicolons": strings.ReplaceAll(plain, ",", ";"),
		"tabs": strings.ReplaceAll(plain, ",", "\t"), "capitals": strings.Replace(plain, "date,asset,usd", "Date,Asset,USD", 1),
		"sep=": "sep=,\n" + plain, "sep=;": "sep=;\r\n" + strings.ReplaceAll(plain, ",", ";"),
		"another order":   "usd,date,asset\n3012.5,2024-05-01,ETH\n0.5,2024-05-02,ETH\n",
		"UTF-16":          wide(binary.LittleEndian, plain),
		"UTF-16 BE":       wide(binary.BigEndian, plain),
		"UTF-16 and mark": wide(binary.LittleEndian, "\ufeff"+plain), "UTF-16 BE and mark": wide(binary.BigEndian, "\ufeff"+plain),
	} {
		prices, err := statement.ReadPrices(strings.NewReader(text), p)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		for i, want := range []string{"3012.5", "0.5"} {
			if got, ok := prices("ETH", samplebooks.Day(31+i)); got != want || !ok {
				t.Errorf("%s: day %d has %q, want %s", name, i, got, want)
			}
		}
	}
}
