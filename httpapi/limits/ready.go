package limits

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"net/http"
	"sync"
	"time"

	"github.com/labstack/echo/v4"

	"github.com/nodeledger/nodeledger/httpapi/operation"
)

// Ready is content that does not change while the process runs. It is made when it is first asked for, and then kept as it is and
// compressed, each with its tag: nothing of it is computed again.
type Ready struct {
	Media, Cache string // the headers Content-Type and Cache-Control
	Policy       string // the header Content-Security-Policy; empty: that of every answer
	Cost         operation.Cost
	Make         func() ([]byte, error)
}

// form is one way of sending it.
type form struct {
	content []byte
	tag     string
}

// Serve adds it to a router under some routes.
func (r *Ready) Serve(e *echo.Echo, api *operation.API, routes ...string) {
	made := sync.OnceValues(r.forms)
	serve := func(c echo.Context) error {
		forms, err := made()
		if err != nil {
			return err
		}
		h, f := c.Response().Header(), forms[0]
		h.Set(echo.HeaderVary, echo.HeaderAcceptEncoding)
		// Places in a file are counted before compression.
		if takesGzip(c.Request()) && c.Request().Header.Get("Range") == "" && len(forms[1].content) < len(f.content) {
			f = forms[1]
			h.Set(echo.HeaderContentEncoding, "gzip")
		}
		if r.Policy != "" {
			h.Set("Content-Security-Policy", r.Policy)
		}
		h.Set(echo.HeaderContentType, r.Media)
		h.Set(echo.HeaderCacheControl, r.Cache)
		h.Set("ETag", f.tag)
		http.ServeContent(c.Response(), c.Request(), "", time.Time{}, bytes.NewReader(f.content))
		return nil
	}
	for _, route := range routes {
		for _, method := range []string{http.MethodGet, http.MethodHead} {
			e.Add(method, route, serve)
			api.SetBounds(method, route, operation.Bounds{Ready: true, Cost: r.Cost})
		}
	}
}

// forms are the content as it is, and compressed.
func (r *Ready) forms() (list [2]form, err error) {
	content, err := r.Make()
	if err != nil {
		return list, err
	}
	var zipped bytes.Buffer
	w, err := gzip.NewWriterLevel(&zipped, gzip.BestCompression)
	if err == nil {
		_, err = w.Write(content)
	}
	if err == nil {
		err = w.Close()
	}
	tag := fmt.Sprintf("%x", sha256.Sum256(content))
	return [2]form{{content, `"` + tag + `"`}, {zipped.Bytes(), `"` + tag + `-gzip"`}}, err
}

// ServeDescription adds the description of an API whose operations are registered, in the forms that its readers want.
func ServeDescription(e *echo.Echo, api *operation.API) {
	for path, form := range map[string]struct {
		media string
		text  func() ([]byte, error)
	}{
		".json":     {"application/openapi+json", func() ([]byte, error) { return json.Marshal(api.OpenAPI()) }},
		".yaml":     {"application/openapi+yaml", api.OpenAPI().YAML},
		"-3.0.json": {"application/openapi+json", api.OpenAPI().Downgrade},
		"-3.0.yaml": {"application/openapi+yaml", api.OpenAPI().DowngradeYAML},
	} {
		file := Ready{Media: form.media, Cache: "no-cache", Cost: operation.Described, Make: form.text}
		file.Serve(e, api, "/openapi"+path)
	}
}
