package operators

import (
	"context"
	"net/http"

	"github.com/nodeledger/nodeledger/httpapi/operation"
	"github.com/nodeledger/nodeledger/notice"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/wire"
)

// Notices is the log of webhooks and mails. Whoever has no such endpoint or delivery is refused with problem.NotFound.
type Notices interface {
	Endpoints(ctx context.Context) ([]notice.Status, error)
	// Deliveries are a page, the newest first. next is 0 after the last.
	Deliveries(ctx context.Context, p notice.Page) (list []notice.Delivery, next uint64, err error)
	// Resend sends a delivery again, with the same ID.
	Resend(ctx context.Context, number uint64) error
	// Test sends an endpoint a notice, and gives the number of the delivery.
	Test(ctx context.Context, endpoint string) (number uint64, err error)
}

// registerNotices adds what operators see of notices, and that they send again or try. Nothing of it is in the books.
func (a *handlers) registerNotices(h *operation.API) {
	missing := func(o operation.Operation) operation.Operation {
		o.Refusals = append(o.Refusals, operation.NotFound)
		return o
	}
	operation.Register(h, missing(private("list-notice-endpoints", "/notices", "Endpoints that are told what happens, and how they are",
		"Webhooks and mail addresses, as the server's configuration names them.")), a.noticeEndpoints)
	operation.Register(h, bounded(missing(private("list-notice-deliveries", "/notices/deliveries",
		"What was sent to endpoints, and what waits", "Each with its last attempts.")), paging), a.noticeDeliveries)
	changes := func(id, path, summary, description string) operation.Operation {
		o := missing(seen(id, path, summary, description))
		o.Method, o.Scope, o.Refusals = http.MethodPost, operator.Admin, append(o.Refusals, operation.Forbidden)
		return o
	}
	operation.Register(h, changes("resend-notice", "/notices/deliveries/{number}/resend", "Send a notice again, with the id that it had",
		"An endpoint that is left alone or gone is tried at once."), a.resendNotice)
	operation.Register(h, changes("test-notice-endpoint", "/notices/{endpoint}/test", "Send an endpoint a notice of the type notice.test",
		"It goes out after what waits for the endpoint already."), a.testNotices)
}

// noticeLog is the log, or the refusal where there is none.
func (a *handlers) noticeLog() (Notices, error) {
	if a.Notices == nil {
		return nil, problem.NotFoundf("this server sends no notices: start it with --notices FILE, see docs/notices.md")
	}
	return a.Notices, nil
}

func (a *handlers) noticeEndpoints(ctx context.Context, _ *nothing) (out wire.NoticeEndpoints, err error) {
	log, err := a.noticeLog()
	if err != nil {
		return out, err
	}
	list, err := log.Endpoints(ctx)
	return wire.NoticeEndpointsOf(list), err
}

type noticeDeliveriesRequest struct {
	Endpoint string `query:"endpoint" maxLength:"32" doc:"Only those of the endpoint with this name"`
	State    string `query:"state" enum:"waiting,delivered,dead" doc:"Only those in this state"`
	After    string `query:"after" maxLength:"20" doc:"The next of the page before"`
	Limit    int    `query:"limit" minimum:"1" maximum:"500" default:"50" doc:"How many, at most"`
}

func (a *handlers) noticeDeliveries(ctx context.Context, in *noticeDeliveriesRequest) (out wire.NoticeDeliveries, err error) {
	log, err := a.noticeLog()
	if err != nil {
		return out, err
	}
	before, err := view.ParseNumber(in.After)
	if err != nil {
		return out, err
	}
	list, next, err := log.Deliveries(ctx, notice.Page{Endpoint: in.Endpoint, State: notice.State(in.State), Before: uint64(before),
		Limit: in.Limit})
	if err != nil {
		return out, err
	}
	return wire.NoticeDeliveriesOf(list, next)
}

type resendRequest struct {
	Number uint64 `path:"number" maximum:"9007199254740991" doc:"Of the delivery, in list-notice-deliveries"`
}

func (a *handlers) resendNotice(ctx context.Context, in *resendRequest) (out wire.NoticeQueued, err error) {
	log, err := a.noticeLog()
	if err != nil {
		return out, err
	}
	return wire.NoticeQueued{Number: in.Number}, log.Resend(ctx, in.Number)
}

type testRequest struct {
	Endpoint string `path:"endpoint" maxLength:"32" doc:"Its name, in list-notice-endpoints"`
}

func (a *handlers) testNotices(ctx context.Context, in *testRequest) (out wire.NoticeQueued, err error) {
	log, err := a.noticeLog()
	if err != nil {
		return out, err
	}
	out.Number, err = log.Test(ctx, in.Endpoint)
	return out, err
}
