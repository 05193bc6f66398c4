package limits

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"net/netip"
	"strconv"
	"time"

	"github.com/labstack/echo/v4"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/httpapi/operation"
)

// maxPiece is how much of an answer is made before others have their turn again, in bytes.
const maxPiece = 1 << 20

// retryCrowded is after how many seconds those who found the queue full may ask again.
const retryCrowded = "5"

// Heavy makes answers that take long in turns, keeps those that follow from the books alone, and takes what they cost off their
// caller's rate. It stands before everything that makes or compresses an answer. What a slow caller has not read yet is waited for
// without a turn.
type Heavy struct {
	API     *operation.API
	Limiter *Limiter
	Clock   engine.Clock
	Turns   *operation.Turns
	Books   func() Version // their present state
	kept    *kept
}

// Middleware is what a router uses. Call it once.
func (h *Heavy) Middleware() echo.MiddlewareFunc {
	h.kept = newKept()
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			cost := h.API.BoundsOf(c.Request().Method, c.Path()).Cost
			if cost == (operation.Cost{}) {
				return next(c)
			}
			return h.serve(c, next, cost)
		}
	}
}

func (h *Heavy) serve(c echo.Context, next echo.HandlerFunc, cost operation.Cost) error {
	key, known := h.keyOf(c), c.Request().Header.Values("If-None-Match")
	client := h.Limiter.Client(c.Request())
	if answer, ok := h.kept.find(key); ok && cost.Kept {
		if err := h.charge(c, client, 1+len(answer)/keptPiece); err != nil {
			return err
		}
		send(c, answer, known)
		return nil
	}
	rows, err := strconv.Atoi(c.QueryParam("limit"))
	if err != nil || rows < 0 || rows > maxRows {
		rows = 0
	}
	if err := h.charge(c, client, cost.Of(rows)); err != nil {
		return err
	}
	if !cost.Turn || !Open(c.Path()) { // what is for operators takes its turn once it is known who asks
		return next(c)
	}
	turn, err := h.Turns.Take(c.Request().Context(), client)
	if err != nil {
		return crowded(c, err)
	}
	defer turn.End()
	if answer, ok := h.kept.find(key); ok && cost.Kept { // somebody before made it
		turn.End()
		send(c, answer, known)
		return nil
	}
	return h.make(c, next, turn, cost.Kept, key)
}

// crowded tells those who found no place, or lost it, when to ask again.
func crowded(c echo.Context, err error) error {
	c.Response().Header().Set(echo.HeaderRetryAfter, retryCrowded)
	return err
}

// maxRows is the longest page of any operation.
const maxRows = 1000

// make has the answer made, and sends it without a turn.
func (h *Heavy) make(c echo.Context, next echo.HandlerFunc, turn *operation.Turn, keep bool, key keptKey) error {
	r := c.Request()
	known := r.Header.Values("If-None-Match")
	if keep {
		r.Header.Del("If-None-Match") // the whole answer is wanted: others may not have it
	}
	w := &pieces{ResponseWriter: c.Response().Writer, turn: turn}
	c.Response().Writer = w
	c.SetRequest(r.WithContext(operation.WithTurn(turn.Context(), turn)))
	err := next(c)
	c.Response().Writer = w.ResponseWriter
	c.SetRequest(r)
	if taken := turn.Taken(); taken != nil && (err != nil || w.err != nil || w.code != http.StatusOK) {
		if w.passed {
			panic(http.ErrAbortHandler) // nobody is to take it for whole
		}
		forget(c.Response())
		return crowded(c, taken)
	}
	if err != nil {
		return err // nothing is written yet: whoever answers errors does
	}
	turn.End()
	if w.passed || !keep || w.code != http.StatusOK {
		return w.pass()
	}
	if h.keyOf(c) == key { // nothing was booked meanwhile
		h.kept.keep(key, w.Header(), w.made.Bytes())
	}
	reply(c, w.code, w.made.Bytes(), known)
	return nil
}

// charge takes an answer off a client's rate. Its first request was taken when it came.
func (h *Heavy) charge(c echo.Context, of netip.Prefix, requests int) error {
	wait := h.Limiter.take(of, h.Clock.Now(), requests-1)
	if wait == 0 {
		return nil
	}
	return TooMany(c.Response().Header(), wait,
		fmt.Sprintf("this answer counts as %d requests, more than are left of %d a second: wait and ask again",
			requests, h.Limiter.perSecond))
}

// pieces keeps an answer in memory while it is made, a piece of it when it is long.
type pieces struct {
	http.ResponseWriter
	turn   *operation.Turn
	code   int
	made   bytes.Buffer
	passed bool // some of it went out
	err    error
}

// WriteHeader waits.
func (w *pieces) WriteHeader(code int) { w.code = code }

// Write keeps, and sends a long piece while others have their turn.
func (w *pieces) Write(b []byte) (int, error) {
	if w.err != nil {
		return 0, w.err
	}
	w.made.Write(b)
	if w.made.Len() < maxPiece {
		return len(b), nil
	}
	w.turn.Pause()
	ctx := w.turn.Context()
	wake := context.AfterFunc(ctx, func() { // whoever does not read loses the connection with the place
		_ = http.NewResponseController(w.ResponseWriter).SetWriteDeadline(time.Unix(1, 0)) // without deadlines there is no connection
	})
	w.err = w.pass()
	wake()
	if w.err == nil {
		w.err = w.turn.Resume(ctx)
	}
	return len(b), w.err
}

// Unwrap is the writer below, for deadlines.
func (w *pieces) Unwrap() http.ResponseWriter { return w.ResponseWriter }

func (w *pieces) pass() error {
	if !w.passed && w.code != 0 {
		w.ResponseWriter.WriteHeader(w.code)
	}
	w.passed = true
	_, err := w.ResponseWriter.Write(w.made.Bytes())
	w.made.Reset()
	return err
}
