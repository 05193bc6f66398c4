package httpapi

import (
	"context"
	"encoding/hex"
	"encoding/xml"
	"net/http"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/httpapi/operation"
	"github.com/nodeledger/nodeledger/notice"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/wire"
)

const (
	feedRoute   = "/api/v1/feed.atom"
	feedType    = "application/atom+xml; charset=utf-8"
	feedEntries = 50
)

func (a *api) registerFeed(h *operation.API) {
	operation.RegisterRaw(h, operation.Operation{
		ID: "get-feed", Tag: tagRewards, Path: feedRoute, Summary: "Closed months and quarters, runs that were exported or settled, and the TGE",
		Description: "An Atom feed, the newest 50 first. An entry keeps its id.",
		Responses: map[string]*huma.Response{"200": {
			Description: "The feed", Content: map[string]*huma.MediaType{"application/atom+xml": {Schema: &huma.Schema{Type: "string"}}},
		}},
	}, a.feed)
}

// atomFeed is a feed as RFC 4287 says it.
type atomFeed struct {
	XMLName  xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Language string      `xml:"xml:lang,attr"`
	ID       string      `xml:"id"`
	Title    string      `xml:"title"`
	Updated  string      `xml:"updated"`
	Author   string      `xml:"author>name"`
	Links    []atomLink  `xml:"link"`
	Entries  []atomEntry `xml:"entry"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr,omitempty"`
	Href string `xml:"href,attr"`
}

type atomEntry struct {
	ID        string `xml:"id"`
	Title     string `xml:"title"`
	Published string `xml:"published"`
	Updated   string `xml:"updated"`
	Category  struct {
		Term string `xml:"term,attr"`
	} `xml:"category"`
	Content string `xml:"content"`
}

type feedRequest struct {
	Language string `query:"language" enum:"en,zh" default:"en" doc:"Of the titles"`
}

func (a *api) feed(ctx context.Context, in *feedRequest) (*huma.StreamResponse, error) {
	months, _, err := a.payouts.months.List(ctx, 0, feedEntries)
	if err != nil {
		return nil, err
	}
	var closed []notice.Closed
	for i := range months {
		closed = append(closed, notice.Closed{Month: months[i].Month, At: months[i].By.Time})
	}
	p := a.engine.Program()
	m := notice.Maker{Books: engine.IdentityOf(p)}
	var list []notice.Notice
	a.engine.View(func(f *fold.Fold, _ engine.State) {
		tge := f.Generation()
		if tge.After(f.Final().When()) {
			tge = time.Time{}
		}
		var runs []*payout.Progress
		if all := f.Payouts().Runs(); len(all) > 0 {
			runs = all[max(0, len(all)-feedEntries):]
		}
		list, err = m.OfPeriods(closed, runs, tge, feedEntries)
	})
	if err != nil {
		return nil, err
	}
	text, err := xml.Marshal(feedOf(list, m.ID("feed", ""), p.Name, in.Language))
	if err != nil {
		return nil, err
	}
	return &huma.StreamResponse{Body: func(out huma.Context) {
		out.SetHeader("Content-Type", feedType)
		out.SetStatus(http.StatusOK)
		_, _ = out.BodyWriter().Write(append([]byte(xml.Header), text...)) // the caller has gone: there is nobody to tell
	}}, nil
}

// feedOf is a feed of notices, the newest first.
func feedOf(list []notice.Notice, id, program, language string) *atomFeed {
	f := &atomFeed{
		Language: language, ID: uuidOf(id), Title: program, Updated: wire.Instant(time.Unix(0, 0)), Author: "nodeledger",
		Links: []atomLink{{"self", "application/atom+xml", feedRoute + "?language=" + language}, {"alternate", "text/html", "/"}},
	}
	for i := range list {
		n := &list[i]
		said := n.Said.English()
		if language == "zh" {
			said = n.Said.Chinese()
		}
		e := atomEntry{ID: uuidOf(n.ID), Title: said, Published: wire.Instant(n.At), Updated: wire.Instant(n.At), Content: said}
		e.Category.Term = string(n.Type)
		f.Entries = append(f.Entries, e)
	}
	if len(f.Entries) > 0 {
		f.Updated = f.Entries[0].Updated
	}
	return f
}

// uuidOf is the identity of a notice as a URN: a UUID of version 8 (RFC 9562) out of its bytes.
func uuidOf(id string) string {
	var u [16]byte
	raw, err := hex.DecodeString(strings.TrimPrefix(id, "msg_"))
	if err == nil {
		copy(u[:], raw)
	}
	u[6], u[8] = u[6]&0x0f|0x80, u[8]&0x3f|0x80
	text := hex.EncodeToString(u[:])
	return "urn:uuid:" + strings.Join([]string{text[:8], text[8:12], text[12:16], text[16:20], text[20:]}, "-")
}
