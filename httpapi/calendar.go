package httpapi

import (
	"context"
	"fmt"
	"io"
	"math/big"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"github.com/nodeledger/nodeledger/export/calendar"
	"github.com/nodeledger/nodeledger/sentence"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/view/holder"
	"github.com/nodeledger/nodeledger/view/statement"
)

type calendarRequest struct {
	Wallet   string `path:"wallet" maxLength:"64" doc:"0x and 40 hexadecimal digits"`
	Language string `query:"language" enum:"en,zh" default:"en" doc:"Of the texts"`
}

// fileResponses describe a file of a kind.
func fileResponses(media, what string) map[string]*huma.Response {
	return map[string]*huma.Response{"200": {
		Description: what, Content: map[string]*huma.MediaType{media: {Schema: &huma.Schema{Type: "string"}}},
	}}
}

// calendar has an event for every step of the curve by which tokens of a wallet unlock.
func (a *api) calendar(ctx context.Context, in *calendarRequest) (*huma.StreamResponse, error) {
	wallet, err := view.ParseWallet(in.Wallet)
	if err != nil {
		return nil, err
	}
	t, err := holder.OfTokens(ctx, a.engine, a.reading.sources, wallet)
	if err != nil {
		return nil, err
	}
	p := a.engine.Program()
	c := calendar.Calendar{Name: p.Name, Made: t.AsOf.Time}
	for i := 1; i < len(t.Curve); i++ {
		at, asset := t.Curve[i].At, t.Available.Asset()
		more := new(big.Int).Sub(t.Curve[i].Available.Big(), t.Curve[i-1].Available.Big())
		amount := statement.WholeUnits(asset, more) + " " + asset.Symbol()
		s := sentence.New(sentence.Unlocks, sentence.Params{"amount": amount, "program": p.Name})
		text := s.English()
		if in.Language == "zh" {
			text = s.Chinese()
		}
		c.Events = append(c.Events, calendar.Event{
			ID: fmt.Sprintf("unlock-%d-%s-%s", at.Unix(), asset.Symbol(), wallet), At: at, Summary: amount, Text: text,
		})
	}
	return a.stream("text/calendar; charset=utf-8", fmt.Sprintf("unlocks-%s.ics", wallet), c.Write), nil
}

// stream sends a file.
func (a *api) stream(media, name string, write func(io.Writer) error) *huma.StreamResponse {
	return &huma.StreamResponse{Body: func(out huma.Context) {
		out.SetHeader("Content-Type", media)
		out.SetHeader("Content-Disposition", fmt.Sprintf(`attachment; filename="%s"`, name))
		out.SetStatus(http.StatusOK)
		if err := write(out.BodyWriter()); err != nil { // whoever asked is gone
			a.log.Debug("a file was not sent whole", "name", name, "error", err)
		}
	}}
}
