package operators

import (
	"context"

	"github.com/nodeledger/nodeledger/httpapi/auth"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/wire"
)

type proposeTextRequest struct {
	Body struct {
		Referenced
		Why  string `json:"why" minLength:"1" maxLength:"1000" doc:"Why the rules change; everybody can read it"`
		Text string `json:"text" minLength:"1" maxLength:"500000" doc:"The program file, as YAML or as JSON"`
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
	receipt, err := a.Engine.ProposeProgram(ctx, who, in.Body.Reference, next, in.Body.Why)
	if err != nil {
		return out, err
	}
	return wire.ReceiptOf(receipt), nil
}

type consentToTextRequest struct {
	Body struct {
		SHA256 string `json:"sha256" minLength:"64" maxLength:"64" doc:"Of the text that waits, in list-program-texts"`
	}
}

func (a *handlers) consentToText(ctx context.Context, in *consentToTextRequest) (out wire.Receipt, err error) {
	who, err := auth.By(ctx)
	if err != nil {
		return out, err
	}
	receipt, err := a.Engine.ConsentToProgram(ctx, who, in.Body.SHA256)
	if err != nil {
		return out, err
	}
	return wire.ReceiptOf(receipt), nil
}
