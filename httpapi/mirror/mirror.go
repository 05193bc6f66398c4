// Package mirror serves the tree over everything to whoever keeps a copy of it or watches over it: the checkpoint, and tiles of hashes
// and entries, by the paths that C2SP's tlog-tiles gives them.
//
// A tile never changes, so it may be kept for ever. Everything is computed from the books' rows when it is asked for.
package mirror

import (
	"context"
	"encoding/binary"
	"net/http"
	"strings"

	"github.com/labstack/echo/v4"
	"github.com/transparency-dev/merkle/compact"
	"golang.org/x/mod/sumdb/note"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/httpapi/operation"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/view"
)

// Mirror serves the tree of an engine's books.
type Mirror struct {
	Engine *engine.Engine
	Signer note.Signer // of checkpoints; nil: there are none
}

// tiles is the route of the tiles.
const tiles = "/tile/*"

// Register adds the paths. What is refused is an error of the handler.
func (m *Mirror) Register(e *echo.Echo, api *operation.API) {
	e.GET("/checkpoint", m.checkpoint)
	e.GET(tiles, m.tile)
	api.SetBounds(http.MethodGet, tiles, operation.Bounds{Cost: operation.Lookup})
}

func (m *Mirror) state() (state engine.State) {
	m.Engine.View(func(_ *fold.Fold, s engine.State) { state = s })
	return state
}

func (m *Mirror) checkpoint(c echo.Context) error {
	if m.Signer == nil {
		return problem.NotFoundf("this server signs no checkpoints: it was started without --checkpoint-key")
	}
	if err := m.Engine.Sound(); err != nil {
		return err
	}
	state := m.state()
	now := view.CheckpointOf(&state)
	signed, err := now.Sign(m.Signer)
	if err != nil {
		return err
	}
	c.Response().Header().Set("Cache-Control", "no-cache")
	return c.Blob(http.StatusOK, "text/plain; charset=utf-8", signed)
}

func (m *Mirror) tile(c echo.Context) error {
	path := strings.TrimPrefix(c.Request().URL.Path, "/tile/")
	t, ok := parsePath(path)
	if !ok {
		return problem.NotFoundf("there is no tile %.100q: paths are those of C2SP's tlog-tiles, such as /tile/0/000 or /tile/entries/000.p/7",
			path)
	}
	state := m.state()
	if have := state.Ledger.Size() >> (8 * t.level); t.from > have || t.width > have-t.from {
		return problem.NotFoundf("the tree has %d hashes at level %d, the tile wants %d to %d", have, t.level, t.from, t.from+t.width)
	}
	read := m.hashes
	if t.entries {
		read = m.entries
	}
	content, err := read(c.Request().Context(), t)
	if err != nil {
		return err
	}
	c.Response().Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	return c.Blob(http.StatusOK, "application/octet-stream", content)
}

func (m *Mirror) hashes(ctx context.Context, t tile) ([]byte, error) {
	ids := make([]compact.NodeID, t.width)
	for i := range ids {
		ids[i] = compact.NewNodeID(8*t.level, t.from+uint64(i))
	}
	hashes, err := view.Nodes(ctx, m.Engine.History())(ids)
	content := make([]byte, 0, 32*len(hashes))
	for _, h := range hashes {
		content = append(content, h[:]...)
	}
	return content, err
}

// entries is a bundle: each entry behind its length as 16 bits.
func (m *Mirror) entries(ctx context.Context, t tile) (content []byte, err error) {
	entries, err := m.Engine.History().LeafEntries(ctx, t.from, t.from+t.width)
	for _, entry := range entries {
		content = binary.BigEndian.AppendUint16(content, uint16(len(entry)))
		content = append(content, entry...)
	}
	return content, err
}

// tile is a stretch of a level of the tree: hashes, or the entries of leaves.
type tile struct {
	entries     bool
	level       uint
	from, width uint64
}

// maxLevel is the highest level of tiles of a tree of 2^63 leaves.
const maxLevel = 7

// parsePath reads the part of a path after /tile/: the level or "entries", the tile's number in groups of three digits, and for one
// that is not whole its width.
func parsePath(path string) (t tile, ok bool) {
	level, rest, _ := strings.Cut(path, "/")
	if t.entries = level == "entries"; !t.entries {
		if len(level) != 1 || level[0] < '0' || level[0] > '0'+maxLevel {
			return t, false
		}
		t.level = uint(level[0] - '0')
	}
	number, width, partial := strings.Cut(rest, ".p/")
	t.width = ledger.TileWidth
	if partial {
		if t.width, ok = digits(width); !ok || t.width == 0 || t.width >= ledger.TileWidth || width[0] == '0' {
			return t, false
		}
	}
	groups := strings.Split(number, "/")
	if len(groups) > 6 || len(groups) > 1 && groups[0] == "x000" {
		return t, false
	}
	var n uint64
	for i, group := range groups {
		group, more := strings.CutPrefix(group, "x")
		value, ok := digits(group)
		if !ok || len(group) != 3 || more != (i < len(groups)-1) {
			return t, false
		}
		n = 1000*n + value
	}
	if n >= 1<<47 {
		return t, false
	}
	t.from = n * ledger.TileWidth
	return t, true
}

func digits(text string) (n uint64, ok bool) {
	for _, c := range []byte(text) {
		if c < '0' || c > '9' || len(text) > 3 {
			return 0, false
		}
		n = 10*n + uint64(c-'0')
	}
	return n, text != ""
}
