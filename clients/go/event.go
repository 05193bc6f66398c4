package nodeledger

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"io"
	"iter"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// BookEvent is something that was booked. Type is purchase, final, epoch or payout; what it is not about is empty.
type BookEvent struct {
	ID   int64 // the sequence of its transaction in the journal
	Type string
	Data PurchaseEvent // the fields of all types are the same
}

// EventsParams say where a stream begins, and how it is kept up.
type EventsParams struct {
	// After is the ID of the last event that you know: those after it follow. FromNow: what is booked from now on. 0: all of the journal.
	After int64
	// Silence is how long a connection may be silent before it is made again; 45 s when zero. The server says something every 15 s.
	Silence time.Duration
	// Pause is how long is waited before a broken connection is made again; what the server says when zero. It grows while nothing answers.
	Pause time.Duration
}

// FromNow is After of a stream that begins with what is booked from now on.
const FromNow = -1

const (
	firstPause   = 5 * time.Second
	longestPause = time.Minute
	maxLine      = 1 << 20 // bytes of a line of the stream
)

// Events tells what is booked, as it is booked, until the context ends or the loop is left. Connections that break are made again. An
// error is a refusal, and ends it.
func (c *Client) Events(ctx context.Context, p EventsParams) iter.Seq2[BookEvent, error] {
	return func(yield func(BookEvent, error) bool) {
		s := stream{client: c, params: p, last: p.After, pause: firstPause, yield: yield}
		if p.Silence == 0 {
			s.params.Silence = 45 * time.Second
		}
		for failures := 0; ctx.Err() == nil; failures++ {
			heard, err := s.connect(ctx)
			if s.left || ctx.Err() != nil {
				return
			}
			var refusal *ProblemError
			wait := time.Duration(0)
			if errors.As(err, &refusal) {
				if !refusal.Transient() {
					yield(BookEvent{}, err)
					return
				}
				wait = refusal.RetryAfter
			}
			if heard {
				failures = 0
			}
			between := s.pause
			if p.Pause > 0 {
				between = p.Pause
			}
			if pause(ctx, max(wait, min(between<<min(failures, 10), longestPause))) != nil {
				return
			}
		}
	}
}

// stream is a stream over all its connections.
type stream struct {
	client *Client
	params EventsParams
	last   int64 // the last event that was told, or after which the stream begins; FromNow while that is not known
	pause  time.Duration
	yield  func(BookEvent, error) bool
	left   bool // nobody wants more
}

// connect tells what comes over one connection; heard says whether anything did.
func (s *stream) connect(ctx context.Context) (heard bool, err error) {
	ctx, end := context.WithCancel(ctx)
	defer end()
	r := newRequest(http.MethodGet, "/api/v1/events")
	r.repeatable = false
	r.head.Set("Accept", "text/event-stream")
	if s.last >= 0 {
		r.head.Set("Last-Event-ID", strconv.FormatInt(s.last, 10))
	}
	silence := time.AfterFunc(s.params.Silence, end)
	defer silence.Stop()
	answer, err := s.client.send(ctx, r, nil)
	if err != nil {
		return false, err
	}
	defer answer.Body.Close()
	var m message
	for lines := bufio.NewReaderSize(answer.Body, maxLine); ; {
		line, err := lines.ReadSlice('\n')
		if err != nil { // a line that is cut is left out
			if errors.Is(err, io.EOF) {
				err = nil
			}
			return heard, err
		}
		heard = true
		silence.Reset(s.params.Silence)
		if text := strings.TrimRight(string(line), "\r\n"); text != "" {
			m.read(text)
		} else if err := s.tell(&m); err != nil || s.left {
			return heard, err
		}
	}
}

// message is what the server says at once: an event, or a comment.
type message struct {
	id, begins int64
	event      string
	data       strings.Builder
	retry      time.Duration
}

func (m *message) read(line string) {
	name, text, _ := strings.Cut(line, ":")
	text = strings.TrimPrefix(text, " ")
	switch name {
	case "id":
		m.id, _ = strconv.ParseInt(text, 10, 64)
	case "event":
		m.event = text
	case "data":
		m.data.WriteString(text)
	case "retry":
		if ms, err := strconv.ParseUint(text, 10, 20); err == nil {
			m.retry = time.Duration(ms) * time.Millisecond
		}
	case "":
		if number, ok := strings.CutPrefix(text, "as of "); ok {
			m.begins, _ = strconv.ParseInt(number, 10, 64)
		}
	}
}

// tell passes an event on, and forgets the message.
func (s *stream) tell(m *message) error {
	told := m.data.String()
	e := BookEvent{ID: m.id, Type: m.event}
	if m.retry > 0 {
		s.pause = m.retry
	}
	if told == "" && s.last < 0 {
		s.last = m.begins // the first comment says after which transaction the stream begins
	}
	*m = message{}
	if told == "" || e.ID <= s.last {
		return nil
	}
	if err := json.Unmarshal([]byte(told), &e.Data); err != nil {
		return err
	}
	s.last = e.ID
	s.left = !s.yield(e, nil)
	return nil
}
