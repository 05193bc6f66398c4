// Package dashboard holds the built page: what holders, visitors, operators and auditors see in a browser.
//
// The HTTP API that the page reads is in package httpapi. The sources of the page are in web, in TypeScript; `npm run build`
// there writes web/dist, which is committed, so that a program with the page in it builds with Go alone. `npm run check-dist`
// says whether dist is what the sources build to.
//
// Guaranteed:
//   - index.html and all that it names are in Files; nothing is loaded from another site.
//   - Neither documents nor scripts need inline code or inline styles to be allowed.
//   - A file under assets/ never changes under its name: the name holds a hash of the content.
//
// Not guaranteed: that the page works in a browser older than two years.
package dashboard

import (
	"embed"
	"io/fs"
)

//go:embed all:web/dist
var dist embed.FS

// Files is the built page. Its paths are those of the page's addresses without the first slash.
func Files() fs.FS {
	sub, err := fs.Sub(dist, "web/dist")
	if err != nil {
		panic(err) // web/dist is a valid name
	}
	return sub
}
