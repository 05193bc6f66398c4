package statement

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/nodeledger/nodeledger/problem"
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
// 2024-05-01,ETH,3012.5. It is taken whole or not at all: the refusal names every row that is wrong, counted from 1 without the
// header.
func ReadPrices(r io.Reader) (Prices, error) {
	rows := csv.NewReader(r)
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
