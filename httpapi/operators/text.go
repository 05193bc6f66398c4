package operators

import (
	"context"

	"github.com/nodeledger/nodeledger/httpapi/auth"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/wire"
)

type proposeTextRequest struct {
	Body struct {
		Referenced
		Why    string `json:"why" minLength:"1" maxLength:"1000" doc:"Why the rules change; everybody can read it"`
		Amends bool   `json:"amends,omitempty" doc:"It corrects a mistake: it may change rules of periods that are closed, which are corrected when it comes into force"`
		Text   string `json:"text" minLength:"1" maxLength:"500000" doc:"The program file, as YAML or as JSON"`
	}
}

func (a *handlers) proposeText(ctx context.Context, in *proposeTextRequest) (out wire.Receipt, err error) {
	who, err := auth.By(ctx)
	if err != nil {
		return out, err
	}
	next, err := program.Read("text", []byte(in.Body.Text))
	if err != nil {
		return out, err
	}
	receipt, err := a.Engine.ProposeProgram(ctx, who, in.Body.Reference, next, in.Body.Why, in.Body.Amends)
	if err != nil {
		return out, err
	}
	return wire.ReceiptOf(receipt), nil
}

type consentToTextRequest struct {
	Amendment string `header:"If-Match" maxLength:"80" doc:"Of a text that amends: the field amendment of preview-amendment, in quotes"`
	Body      struct {
		SHA256 string `json:"sha256" minLength:"64" maxLength:"64" doc:"Of the text that waits, in list-program-texts"`
	}
}

func (a *handlers) consentToText(ctx context.Context, in *consentToTextRequest) (out wire.Receipt, err error) {
	who, err := auth.By(ctx)
	if err != nil {
		return out, err
	}
	amendment, err := ifMatch(in.Amendment)
	if err != nil {
		return out, err
	}
	receipt, err := a.Engine.ConsentToProgram(ctx, who, in.Body.SHA256, amendment)
	if err != nil {
		return out, err
	}
	return wire.ReceiptOf(receipt), nil
}

func (a *handlers) previewAmendment(ctx context.Context, _ *struct{}) (out wire.Amendment, err error) {
	text, amendment, err := a.Engine.Amendment(ctx)
	if err != nil {
		return out, err
	}
	of, err := view.Now(ctx, a.Engine)
	return wire.AmendmentOf(text, amendment, of), err
}
