package statement

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/view"
)

// Prices tells what a whole unit of an asset cost on a UTC day: US dollars as an exact decimal. ok is false when that is
// not known. It is safe for concurrent use.
type Prices func(asset string, day time.Time) (usd string, ok bool)

// maxPrices is the most rows of a price list: an asset's days of 270 years.
const maxPrices = 100_000

var (
	priceForm  = regexp.MustCompile(`^(0|[1-9][0-9]{0,17})(\.[0-9]{1,18})?$`)
	symbolForm = regexp.MustCompile(`^[A-Z][A-Z0-9]{0,15}$`)
)

// ReadPrices reads a price list: CSV with the header date,asset,usd and a row for each asset and day, such as
// 2024-05-01,ETH,3012.5; the mark that spreadsheets begin UTF-8 with does not matter. It is taken whole or not at all: the refusal
// names every row that is wrong, counted from 1 without the header. A price of an asset that is not one of the program is wrong.
func ReadPrices(r io.Reader, p *program.Program) (Prices, error) {
	text := bufio.NewReader(r)
	if mark, err := text.Peek(3); err == nil && string(mark) == "\xef\xbb\xbf" {
		_, _ = text.Discard(3)
	}
	var symbols []string
	for _, use := range p.Assets {
		symbols = append(symbols, use.Asset.Symbol())
	}
	rows := csv.NewReader(text)
	rows.FieldsPerRecord, rows.ReuseRecord = -1, true
	header, err := rows.Read()
	if err != nil || !slices.Equal(header, []string{"date", "asset", "usd"}) {
		return nil, errors.New("the price list does not begin with the line date,asset,usd")
	}
	list := map[string]string{}
	var wrong []problem.Row
	for n := 1; ; n++ {
		refused := func(text string) { wrong = append(wrong, problem.Row{Number: n, Text: text}) }
		row, err := rows.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		var form *csv.ParseError
		switch {
		case errors.As(err, &form):
			refused(form.Err.Error())
			continue
		case err != nil:
			return nil, err
		}
		switch key, err := priceKey(row); {
		case err != nil:
			refused(err.Error())
		case !slices.Contains(symbols, row[1]):
			refused(fmt.Sprintf("%s is not an asset of the program: it has %s", row[1], strings.Join(symbols, ", ")))
		case list[key] != "":
			refused(fmt.Sprintf("%s on %s has a price above already", row[1], row[0]))
		case len(list) == maxPrices:
			return nil, fmt.Errorf("the price list has more than %d rows: leave out what is not needed", maxPrices)
		default:
			list[key] = strings.Clone(row[2])
		}
	}
	if len(wrong) > 0 {
		err := problem.Invalidf("%d rows of the price list are invalid", len(wrong))
		err.Rows = wrong
		return nil, err
	}
	return func(asset string, day time.Time) (string, bool) {
		usd, ok := list[day.UTC().Format(time.DateOnly)+" "+asset]
		return usd, ok
	}, nil
}

// withPoints adds the program's own dated price of its points, where the list has none.
func withPoints(p *program.Program, list Prices) Prices {
	if p.Points == nil || len(p.Points.Price) == 0 {
		return list
	}
	symbol := p.Points.Asset.Symbol()
	return func(asset string, day time.Time) (string, bool) {
		if list != nil {
			if usd, ok := list(asset, day); ok {
				return usd, true
			}
		}
		if asset != symbol {
			return "", false
		}
		price, ok := p.Points.Price.At(program.Moment{Block: math.MaxUint64, Time: day.UTC()})
		if !ok {
			return "", false
		}
		usd := money.Exact(price.Rat())
		return usd, !strings.Contains(usd, "/") // a price that is no decimal cannot be written
	}
}

func priceKey(row []string) (string, error) {
	if len(row) != 3 {
		return "", fmt.Errorf("it has %d cells instead of 3", len(row))
	}
	if _, err := time.Parse(time.DateOnly, row[0]); err != nil {
		return "", fmt.Errorf("%q is not a day: write 2024-05-01", view.Truncate(row[0]))
	}
	if !symbolForm.MatchString(row[1]) {
		return "", fmt.Errorf("%q is not an asset: write its symbol, such as ETH", view.Truncate(row[1]))
	}
	if !priceForm.MatchString(row[2]) {
		return "", fmt.Errorf("%q is not a price in US dollars: write a decimal such as 3012.5, of 18 places at most", view.Truncate(row[2]))
	}
	return row[0] + " " + row[1], nil
}
