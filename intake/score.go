package intake

import (
	"bytes"
	"encoding/json"
	"io"
	"strings"
	"time"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/intake/sheet"
	"github.com/nodeledger/nodeledger/problem"
)

// Scores reads a score file: a JSON list of {wallet, what, value, at}, or CSV with the columns wallet, what, value and at.
// What the rows mean stands at fold.ScoreRow; the engine checks it. name is the file's, for errors.
func Scores(r io.Reader, name string) ([]fold.ScoreRow, error) {
	text, err := sheet.Read(r, name)
	if err != nil {
		return nil, err
	}
	if trimmed := bytes.TrimSpace(text); bytes.HasPrefix(trimmed, []byte("[")) {
		return scoresOfJSON(trimmed, name)
	}
	t, err := sheet.New(text, name)
	if err != nil {
		return nil, err
	}
	if err := t.Need([]string{"wallet", "what", "value", "at"}, true); err != nil {
		return nil, err
	}
	var rows []fold.ScoreRow
	var bad sheet.Wrong
	err = t.Each(&bad, func(row int, cell func(string) string) {
		at, err := instant(cell("at"))
		if err != nil {
			bad.Add(row, "%v", err)
		}
		rows = append(rows, fold.ScoreRow{
			Wallet: strings.Clone(cell("wallet")), What: strings.Clone(cell("what")), Value: strings.Clone(cell("value")), At: at,
		})
	})
	if err == nil {
		err = bad.Err()
	}
	if err != nil {
		return nil, err
	}
	return rows, nil
}

func scoresOfJSON(text []byte, name string) ([]fold.ScoreRow, error) {
	var list []json.RawMessage
	if err := json.Unmarshal(text, &list); err != nil {
		return nil, problem.Invalidf("%s is not a list of {wallet, what, value, at}: %w", name, err)
	}
	if len(list) > sheet.MaxRows {
		return nil, problem.Invalidf("%s has more than %d rows: split it", name, sheet.MaxRows)
	}
	rows := make([]fold.ScoreRow, len(list))
	var bad sheet.Wrong
	for i, raw := range list {
		d := json.NewDecoder(bytes.NewReader(raw))
		d.DisallowUnknownFields()
		if err := d.Decode(&rows[i]); err != nil {
			bad.Add(i+1, "it is not a {wallet, what, value, at}: %v", err)
		}
	}
	if err := bad.Err(); err != nil {
		return nil, err
	}
	return rows, nil
}

// instant reads a point in time.
func instant(text string) (time.Time, error) {
	at, err := time.Parse(time.RFC3339, text)
	if err != nil {
		return at, problem.Invalidf("%q is not a timestamp (RFC 3339): write it as 2024-06-01T00:00:00Z", sheet.Clip(text))
	}
	return at.UTC(), nil
}
