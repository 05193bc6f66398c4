package stream

import (
	"context"
	"errors"
	"net/http"
	"strconv"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humaecho"
	"github.com/danielgtaylor/huma/v2/sse"

	"github.com/nodeledger/nodeledger/httpapi/limits"
	"github.com/nodeledger/nodeledger/httpapi/operation"
)

// retryStream is how long a browser waits before it comes back after a stream broke off.
const retryStream = 5 * time.Second

type eventsRequest struct {
	Last string `header:"Last-Event-ID" pattern:"^[0-9]{1,19}$" doc:"The id of the last event that was received: those after it follow. Browsers send it by themselves"`
}

// Route is where the stream is.
const Route = "/api/v1/events"

// Register adds the stream of what is booked.
func (b *Broadcaster) Register(api *operation.API) {
	op := api.Describe(operation.Operation{
		ID: "stream-events", Tag: "ledger", Path: Route, Summary: "What is booked, as it is booked (server-sent events)",
		Description: "The id of an event is the sequence of its transaction. Without Last-Event-ID it begins with what is booked from now on. " +
			"The first comment is \"as of\" and the last transaction before the stream. " +
			"Every 15 seconds without an event there is a comment.",
		Bounds: operation.Bounds{Answer: operation.Endless},
	})
	op.Middlewares = append(op.Middlewares, b.admit(api))
	sse.Register(api.Huma(), op, b.Events, b.send)
}

// admit bounds how many streams there are and shares them out. It takes the server's deadlines off the ones that begin: every event
// has its own.
func (b *Broadcaster) admit(api *operation.API) func(huma.Context, func(huma.Context)) {
	return func(ctx huma.Context, next func(huma.Context)) {
		c := humaecho.UnwrapV4(ctx)
		streaming, end := context.WithCancel(ctx.Context())
		defer end()
		mine, err := b.places.Enter(b.Client(c.Request()), false, end)
		if err != nil {
			api.Refuse(ctx, limits.TooMany(c.Response().Header(), retryStream,
				"there are too many streams of events: close some, or ask for /api/v1/ledger/transactions now and then"))
			return
		}
		defer b.places.Leave(mine)
		if err := http.NewResponseController(c.Response()).SetReadDeadline(time.Time{}); err != nil && !errors.Is(err, http.ErrNotSupported) {
			api.Refuse(ctx, err)
			return
		}
		next(huma.WithContext(ctx, streaming))
	}
}

// send sends what is new until the caller or the server goes.
func (b *Broadcaster) send(ctx context.Context, in *eventsRequest, send sse.Sender) {
	after, head := uint64(0), b.head()
	if after = head; in.Last != "" {
		if last, err := strconv.ParseUint(in.Last, 10, 64); err == nil {
			after = min(last, head)
		}
	}
	if send(sse.Message{Comment: "as of " + strconv.FormatUint(after, 10), Retry: int(retryStream / time.Millisecond)}) != nil {
		return
	}
	poll, heartbeat := time.NewTicker(b.Poll), time.NewTicker(b.Heartbeat)
	defer poll.Stop()
	defer heartbeat.Stop()
	for {
		list, upTo, err := b.since(ctx, after)
		if err != nil {
			if ctx.Err() == nil {
				b.Log.WarnContext(ctx, "a stream of events ends", "request", operation.RequestID(ctx), "error", err)
			}
			return
		}
		for _, h := range list {
			if send(sse.Message{ID: int(h.sequence), Data: h.event}) != nil {
				return
			}
			heartbeat.Reset(b.Heartbeat)
		}
		if after < upTo {
			after = upTo
			continue // there may be more
		}
		select {
		case <-ctx.Done():
			return
		case <-b.ended:
			return
		case <-heartbeat.C:
			if send.Comment("nothing new") != nil {
				return
			}
		case <-poll.C:
		}
	}
}
