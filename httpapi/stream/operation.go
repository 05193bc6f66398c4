package httpapi

import (
	"context"
	"errors"
	"net/http"
	"strconv"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humaecho"
	"github.com/danielgtaylor/huma/v2/sse"
)

// retryStream is how long a browser waits before it comes back after a stream broke off.
const retryStream = 5 * time.Second

type eventsRequest struct {
	Last string `header:"Last-Event-ID" pattern:"^[0-9]{1,19}$" doc:"The id of the last event that was received: those after it follow. Browsers send it by themselves"`
}

// registerEvents adds the stream of what is booked.
func (a *api) registerEvents(h huma.API) {
	op := huma.Operation{
		OperationID: "events", Method: http.MethodGet, Path: eventsRoute, Summary: "What is booked, as it is booked (server-sent events)",
		Description: "The id of an event is the sequence of its transaction. Without Last-Event-ID it begins with what is booked from now on. Every 15 seconds without an event there is a comment.",
		Middlewares: huma.Middlewares{a.admitted},
		Responses:   problems(h, []int{http.StatusUnprocessableEntity, http.StatusTooManyRequests, http.StatusInternalServerError}),
	}
	a.bounds[op.Method+" "+op.Path] = bounds{answer: endless}
	sse.Register(h, op, map[string]any{"purchase": PurchaseEvent{}, "final": FinalEvent{}, "epoch": EpochEvent{}, "payout": PayoutEvent{}}, a.events)
}

// admitted bounds how many streams there are, and takes the server's deadlines off the ones that begin: every event has its
// own.
func (a *api) admitted(ctx huma.Context, next func(huma.Context)) {
	c := humaecho.UnwrapV4(ctx)
	of := a.limiter.clientOf(c.Request())
	if !a.ticker.enter(of) {
		a.refuse(ctx, tooMany(c.Response().Header(), retryStream, "there are too many streams of events: close some, or ask for /api/v1/ledger/transactions now and then"))
		return
	}
	defer a.ticker.leave(of)
	if err := http.NewResponseController(c.Response()).SetReadDeadline(time.Time{}); err != nil && !errors.Is(err, http.ErrNotSupported) {
		a.refuse(ctx, err)
		return
	}
	next(ctx)
}

// events sends what is new until the caller or the server goes.
func (a *api) events(ctx context.Context, in *eventsRequest, send sse.Sender) {
	after, head := uint64(0), a.ticker.head()
	if after = head; in.Last != "" {
		if last, err := strconv.ParseUint(in.Last, 10, 64); err == nil {
			after = min(last, head)
		}
	}
	if send(sse.Message{Comment: "as of " + strconv.FormatUint(after, 10), Retry: int(retryStream / time.Millisecond)}) != nil {
		return
	}
	poll, beat := time.NewTicker(a.ticker.poll), time.NewTicker(a.ticker.beat)
	defer poll.Stop()
	defer beat.Stop()
	for {
		list, upTo, err := a.ticker.since(ctx, after)
		if err != nil {
			if ctx.Err() == nil {
				a.log.WarnContext(ctx, "a stream of events ends", "request", requestID(ctx), "error", err)
			}
			return
		}
		for _, h := range list {
			if send(sse.Message{ID: int(h.sequence), Data: h.event}) != nil {
				return
			}
			beat.Reset(a.ticker.beat)
		}
		if after < upTo {
			after = upTo
			continue // there may be more
		}
		select {
		case <-ctx.Done():
			return
		case <-a.ticker.ended:
			return
		case <-beat.C:
			if send.Comment("nothing new") != nil {
				return
			}
		case <-poll.C:
		}
	}
}
