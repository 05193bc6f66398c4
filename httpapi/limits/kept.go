package limits

import (
	"bytes"
	"net/http"
	"strings"

	"github.com/ethereum/go-ethereum/common/lru"
	"github.com/labstack/echo/v4"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/httpapi/operation"
	"github.com/nodeledger/nodeledger/ledger"
)

// Bounds of the answers that are kept, in bytes as they are sent.
const (
	maxKept     = 32 << 20
	maxKeptEach = 2 << 20
)

// Version tells one state of the books from another.
type Version struct {
	Position engine.Position
	Ledger   ledger.Hash
	Frozen   bool
}

// keptKey is what an answer follows from.
type keptKey struct {
	books Version
	url   string // its parameters in order
	gzip  bool
}

// kept are answers to what was asked before, those that were asked for longest ago forgotten first. An answer of other books is
// never asked for again.
type kept struct {
	answers *lru.SizeConstrainedCache[keptKey, []byte]
}

func newKept() *kept {
	return &kept{lru.NewSizeConstrainedCacheWithKeySize[keptKey, []byte](maxKept,
		func(k keptKey) uint64 { return uint64(len(k.url)) + 256 })}
}

func (h *Heavy) keyOf(c echo.Context) keptKey {
	u := c.Request().URL
	return keptKey{h.Books(), u.EscapedPath() + "?" + u.Query().Encode(), takesGzip(c.Request())}
}

// keptHeaders are those that an answer is kept with, one on each of its first lines.
var keptHeaders = [...]string{echo.HeaderContentType, echo.HeaderContentEncoding, echo.HeaderVary, echo.HeaderCacheControl, "ETag"}

// keep keeps an answer unless it is too long.
func (k *kept) keep(key keptKey, h http.Header, body []byte) {
	if len(body) > maxKeptEach {
		return
	}
	var a bytes.Buffer
	for _, name := range keptHeaders {
		a.WriteString(h.Get(name) + "\n")
	}
	a.Write(body)
	k.answers.Add(key, a.Bytes())
}

// send answers with what was made before; false when there is nothing.
func (k *kept) send(c echo.Context, key keptKey, known []string) bool {
	answer, ok := k.answers.Get(key)
	if !ok {
		return false
	}
	h := c.Response().Header()
	for _, name := range keptHeaders {
		value, rest, _ := bytes.Cut(answer, []byte("\n"))
		if answer = rest; len(value) > 0 {
			h.Set(name, string(value))
		}
	}
	reply(c, http.StatusOK, answer, known)
	return true
}

// reply sends a whole answer, or 304 to whoever has it.
func reply(c echo.Context, status int, body []byte, known []string) {
	w := c.Response()
	if tag := w.Header().Get("ETag"); tag != "" && operation.MatchesTag(strings.Join(known, ","), tag) {
		for _, name := range []string{echo.HeaderContentType, echo.HeaderContentEncoding} {
			w.Header().Del(name)
		}
		status, body = http.StatusNotModified, nil
	}
	if w.Committed { // into memory
		w.Status = status
		w.Writer.WriteHeader(status)
	} else {
		w.WriteHeader(status)
	}
	if len(body) > 0 {
		_, _ = w.Writer.Write(body) // the caller has gone: there is nobody to tell
	}
}
