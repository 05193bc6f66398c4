package delivery

import (
	"context"
	"regexp"
	"time"

	"github.com/nodeledger/nodeledger/delivery/mail"
	"github.com/nodeledger/nodeledger/delivery/webhook"
	"github.com/nodeledger/nodeledger/notice"
	"github.com/nodeledger/nodeledger/sentence"
	"github.com/nodeledger/nodeledger/wire"
)

var nameForm = regexp.MustCompile(`^[a-z0-9][a-z0-9_-]{0,31}$`)

// channel sends to one endpoint. The error says in a few words why a notice was not taken.
type channel interface {
	send(ctx context.Context, d *notice.Delivery, now time.Time) (webhook.Answer, error)
}

type hooked struct{ *webhook.Hook }

func (h hooked) send(ctx context.Context, d *notice.Delivery, now time.Time) (webhook.Answer, error) {
	return h.Send(ctx, d.Notice, d.Body, now)
}

type boxed struct{ *mail.Box }

func (b boxed) send(ctx context.Context, d *notice.Delivery, now time.Time) (webhook.Answer, error) {
	body, err := wire.ReadNoticeBody(d.Body)
	if err != nil {
		return webhook.Answer{}, err
	}
	text := mail.Text{ID: d.Notice, Type: string(d.Type), At: d.At, Said: said(&body.Data.Sentence)}
	if why := body.Data.Why; why != nil {
		text.Why = said(why)
	}
	status, err := b.Send(ctx, &text, now)
	return webhook.Answer{Status: status}, err
}

func said(s *wire.Sentence) sentence.Sentence { return sentence.New(sentence.Code(s.Code), s.Params) }
