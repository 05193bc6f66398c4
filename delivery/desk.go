package delivery

import (
	"context"

	"github.com/nodeledger/nodeledger/delivery/outbox"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/notice"
)

// Desk shows operators the endpoints and the log, and sends again or tries. It sends nothing itself: whoever has the turn does.
type Desk struct {
	Outbox *outbox.Outbox
	Books  engine.Identity
	Clock  engine.Clock
}

// Endpoints are those that are configured, by name.
func (d *Desk) Endpoints(ctx context.Context) ([]notice.Status, error) {
	return d.Outbox.Endpoints(ctx)
}

// Deliveries are a page of the log, the newest first. next is 0 after the last.
func (d *Desk) Deliveries(ctx context.Context, p notice.Page) (list []notice.Delivery, next uint64, err error) {
	return d.Outbox.Deliveries(ctx, p)
}

// Resend sends a delivery again, with the same ID.
func (d *Desk) Resend(ctx context.Context, number uint64) error {
	return d.Outbox.Resend(ctx, number, d.Clock.Now())
}

// Test sends an endpoint a notice of the type notice.test.
func (d *Desk) Test(ctx context.Context, endpoint string) (number uint64, err error) {
	now := d.Clock.Now()
	n := notice.Maker{Books: d.Books}.Test(endpoint, now)
	l, err := letter(&n, d.Books.Program)
	if err != nil {
		return 0, err
	}
	return d.Outbox.Try(ctx, endpoint, l, now)
}
