package httpapi

import (
	"fmt"
	"io/fs"
	"net/http"
	"path/filepath"
	"strings"

	"github.com/labstack/echo/v4"

	"github.com/nodeledger/nodeledger/dashboard"
	"github.com/nodeledger/nodeledger/httpapi/limits"
	"github.com/nodeledger/nodeledger/httpapi/operation"
)

// pages are the addresses that the page has, besides the files that it loads. All of them are one document: the script in it
// shows what the address stands for.
var pages = []string{"/", "/buy", "/nodes", "/rewards", "/referrals", "/estimator", "/payouts", "/verify", "/operator", "/books",
	"/statement", "/reference", "/fairness"}

// pagePolicy lets the page load what this server has and nothing else, and run no code and no style that stands in the document. It may
// connect to this server, and to what pairing needs.
const pagePolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'%s; " +
	"font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// mediaTypes are written out because those of the machine differ from machine to machine.
var mediaTypes = map[string]string{
	".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".svg": "image/svg+xml",
	".json": "application/json", ".woff2": "font/woff2", ".png": "image/png", ".txt": "text/plain; charset=utf-8",
}

// servePage adds the page: its addresses, and the files of its build under their own names. Those in the folder assets never change under
// their name; the others are asked for again each time, which costs a few bytes as long as they are the same. It is an error when a file
// is of a kind that has no media type.
func servePage(e *echo.Echo, ops *operation.API, o *Options) error {
	files := dashboard.Files()
	policy, err := o.Pairing.policy()
	if err != nil {
		return err
	}
	return fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		media, ok := mediaTypes[filepath.Ext(name)]
		if !ok {
			return fmt.Errorf("the page's file %s is of a kind that has no media type: add it to mediaTypes", name)
		}
		file := limits.Ready{Media: media, Cache: "no-cache", Policy: policy, Make: func() ([]byte, error) { return content, nil }}
		if strings.HasPrefix(name, "assets/") {
			file.Cache = "public, max-age=31536000, immutable"
		}
		routes := []string{"/" + name}
		if name == "index.html" {
			content, routes = told{"pairing": o.Pairing.says(), "names": names(o.NameRegistry)}.in(content, o.Engine.Program().Chain.ID), pages
		}
		file.Serve(e, ops, routes...)
		if name == "index.html" {
			ops.SetMissing(missing(media, policy, content))
		}
		return nil
	})
}

// missing sends the page where there is nothing: its script says so, in the reader's language.
func missing(media, policy string, document []byte) echo.HandlerFunc {
	return func(c echo.Context) error {
		h := c.Response().Header()
		h.Set("Content-Security-Policy", policy)
		h.Set(echo.HeaderCacheControl, "no-store")
		h.Add(echo.HeaderVary, echo.HeaderAccept)
		if c.Request().Method == http.MethodHead {
			h.Set(echo.HeaderContentType, media)
			return c.NoContent(http.StatusNotFound)
		}
		return c.Blob(http.StatusNotFound, media, document)
	}
}
