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
	keptPiece   = 64 << 10 // of an answer that is kept count as one request more
)

// Version tells one state of the books from another.
type Version struct {
	Position engine.Position
	Ledger   ledger.Hash
	Frozen   bool
}

// keptKey is what an answer follows from.
type keptKey struct {
	books   Version
	lasting bool   // it never changes, whatever the books do
	url     string // its parameters in order
	gzip    bool
}

// forever is what an answer that never changes is kept by.
func (k keptKey) forever() keptKey {
	k.books, k.lasting = Version{}, true
	return k
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
	return keptKey{books: h.Books(), url: u.EscapedPath() + "?" + u.Query().Encode(), gzip: takesGzip(c.Request())}
}

// keptHeaders are those that an answer is kept with, one on each of its first lines.
var keptHeaders = [...]string{echo.HeaderContentType, echo.HeaderContentEncoding, echo.HeaderVary, echo.HeaderCacheControl, "ETag"}

// keep keeps an answer unless it is too long, and whatever the books do when it says that it never changes.
func (k *kept) keep(key keptKey, h http.Header, body []byte) {
	if len(body) > maxKeptEach {
		return
	}
	if strings.Contains(h.Get(echo.HeaderCacheControl), "immutable") {
		key = key.forever()
	}
	var a bytes.Buffer
	for _, name := range keptHeaders {
		a.WriteString(h.Get(name) + "\n")
	}
	a.Write(body)
	k.answers.Add(key, a.Bytes())
}

// find is what was made before.
func (k *kept) find(key keptKey) (answer []byte, ok bool) {
	if answer, ok = k.answers.Get(key); ok {
		return answer, ok
	}
	return k.answers.Get(key.forever())
}

// send answers with what was made before.
func send(c echo.Context, answer []byte, known []string) {
	h := c.Response().Header()
	for _, name := range keptHeaders {
		value, rest, _ := bytes.Cut(answer, []byte("\n"))
		if answer = rest; len(value) > 0 {
			h.Set(name, string(value))
		}
	}
	reply(c, http.StatusOK, answer, known)
}

// forget takes back an answer of which nothing went out.
func forget(r *echo.Response) {
	r.Committed, r.Size = false, 0
	for _, name := range append(keptHeaders[:], "Content-Disposition", echo.HeaderContentLength) {
		r.Header().Del(name)
	}
	r.Header().Set(echo.HeaderCacheControl, "no-store")
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
