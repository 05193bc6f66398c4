package limits

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"strings"

	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"

	"github.com/nodeledger/nodeledger/httpapi/operation"
)

// maxTagged is the longest answer that gets a tag by its content, in bytes: until its end it is kept in memory.
const maxTagged = 1 << 20

// minCompressed is the shortest answer that is compressed; shorter ones would hardly become shorter.
const minCompressed = 1 << 10

// Compress compresses long answers for those who take it. Streams of events are not compressed: they would wait in the
// compressor. Nor are parts of a file, whose places are counted before compression.
func Compress(api *operation.API) echo.MiddlewareFunc {
	return middleware.GzipWithConfig(middleware.GzipConfig{
		Level: 5, MinLength: minCompressed,
		Skipper: func(c echo.Context) bool {
			r := c.Request()
			return api.Endless(r.Method, c.Path()) || api.Ready(r.Method, c.Path()) || !takesGzip(r) || r.Header.Get("Range") != ""
		},
	})
}

// takesGzip says whether the caller asks for gzip; a weight of zero says no.
func takesGzip(r *http.Request) bool {
	for coding := range strings.SplitSeq(r.Header.Get(echo.HeaderAcceptEncoding), ",") {
		name, weight, _ := strings.Cut(strings.ReplaceAll(coding, " ", ""), ";q=")
		if name == "gzip" && strings.Trim(weight, "0.") == "" {
			return weight == ""
		}
		if name == "gzip" {
			return true
		}
	}
	return false
}

// Tag gives public JSON, and the feed, a strong tag by its content, and answers 304 to those who have that content already. The answer may
// be kept, and must be asked for again before it is shown.
func Tag(api *operation.API) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			r := c.Request()
			if r.Method != http.MethodGet || !Open(c.Path()) || api.Endless(r.Method, c.Path()) || api.Ready(r.Method, c.Path()) {
				return next(c)
			}
			w := &taggedWriter{ResponseWriter: c.Response().Writer, gzip: takesGzip(r)}
			c.Response().Writer = w
			defer func() { c.Response().Writer = w.ResponseWriter }()
			if err := next(c); err != nil {
				return err // nothing is written yet: whoever answers errors does
			}
			c.Response().Status = w.finish(r.Header.Values("If-None-Match"), c.Response().Status)
			return nil
		}
	}
}

// taggedWriter keeps an answer until it ends or becomes too long.
type taggedWriter struct {
	http.ResponseWriter
	gzip bool // the answer will be compressed when it is long enough
	code int
	kept bytes.Buffer
	gone bool // what was kept went out; the rest follows as it comes
}

// WriteHeader waits.
func (w *taggedWriter) WriteHeader(code int) { w.code = code }

// Write keeps, and passes on what is too long.
func (w *taggedWriter) Write(b []byte) (int, error) {
	if w.gone {
		return w.ResponseWriter.Write(b)
	}
	w.kept.Write(b)
	if w.kept.Len() > maxTagged {
		return len(b), w.pass()
	}
	return len(b), nil
}

// Flush ends the keeping: whoever flushes wants it to arrive.
func (w *taggedWriter) Flush() {
	if !w.gone {
		_ = w.pass() // the next write fails as well, and is looked at
	}
	_ = http.NewResponseController(w.ResponseWriter).Flush() // as above
}

// Unwrap is the writer below, for deadlines.
func (w *taggedWriter) Unwrap() http.ResponseWriter { return w.ResponseWriter }

func (w *taggedWriter) pass() error {
	w.gone = true
	if w.code != 0 {
		w.ResponseWriter.WriteHeader(w.code)
	}
	_, err := w.ResponseWriter.Write(w.kept.Bytes())
	w.kept = bytes.Buffer{}
	return err
}

// finish sends what was kept, or 304 when the caller has it. It gives the status that went out.
func (w *taggedWriter) finish(known []string, status int) int {
	h := w.Header()
	if w.gone || (w.code == 0 && w.kept.Len() == 0) {
		return status
	}
	kind := h.Get(echo.HeaderContentType)
	if w.code == http.StatusOK && (strings.Contains(kind, "json") || strings.HasPrefix(kind, "application/atom+xml")) {
		if h.Get("ETag") == "" { // a handler may know a better one, such as the digest that the books have
			h.Set("ETag", w.tag())
		}
		h.Set(echo.HeaderCacheControl, "no-cache")
		if operation.MatchesTag(strings.Join(known, ","), h.Get("ETag")) {
			h.Del(echo.HeaderContentType)
			w.ResponseWriter.WriteHeader(http.StatusNotModified)
			return http.StatusNotModified
		}
	}
	w.gone = true
	w.ResponseWriter.WriteHeader(w.code)
	if w.kept.Len() > 0 {
		_, _ = w.ResponseWriter.Write(w.kept.Bytes()) // the caller has gone: there is nobody to tell
	}
	return status
}

// tag is another one for the compressed form, since the bytes are others.
func (w *taggedWriter) tag() string {
	sum := sha256.Sum256(w.kept.Bytes())
	text := hex.EncodeToString(sum[:16])
	if w.gzip && w.kept.Len() >= minCompressed {
		text += "-gzip"
	}
	return `"` + text + `"`
}
