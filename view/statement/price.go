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
// 2024-05-01,ETH,3012.5. It is taken whole or not at all: every bad row is in the error, one a line.
func ReadPrices(r io.Reader) (Prices, error) {
	rows := csv.NewReader(r)
	rows.FieldsPerRecord, rows.ReuseRecord = -1, true
	header, err := rows.Read()
	if err != nil || !slices.Equal(header, []string{"date", "asset", "usd"}) {
		return nil, errors.New("the price list does not begin with the line date,asset,usd")
	}
	list := map[string]string{}
	var bad []string
	refused := func(text string) { bad = append(bad, text) }
	for {
		row, err := rows.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		var form *csv.ParseError
		switch {
		case errors.As(err, &form):
			refused(fmt.Sprintf("line %d: %v", form.Line, form.Err))
			continue
		case err != nil:
			return nil, err
		}
		line, _ := rows.FieldPos(0)
		switch key, err := priceKey(row); {
		case err != nil:
			refused(fmt.Sprintf("line %d: %v", line, err))
		case list[key] != "":
			refused(fmt.Sprintf("line %d: %s on %s has a price above already", line, row[1], row[0]))
		case len(list) == maxPrices:
			return nil, fmt.Errorf("the price list has more than %d rows: leave out what is not needed", maxPrices)
		default:
			list[key] = strings.Clone(row[2])
		}
	}
	if len(bad) > 0 {
		return nil, errors.New(strings.Join(bad, "\n"))
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
