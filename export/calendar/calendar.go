// Package calendar writes dates of the books as an iCalendar file (RFC 5545), which calendars import or subscribe to.
//
// Guarantees:
//   - The same date of the same books has the same UID every time, so that a calendar that reads the file again changes its entry and
//     adds none.
//   - Times are UTC. Lines are folded and texts escaped as the standard says.
package calendar

import (
	"io"
	"time"

	ics "github.com/arran4/golang-ical"
)

// Event is an instant that something happens at.
type Event struct {
	ID      string // unique in the file, and the same every time
	At      time.Time
	Summary string
	Text    string
}

// Calendar is a file of events.
type Calendar struct {
	Name   string
	Made   time.Time // when the books were as they are told here
	Events []Event
}

// Write writes the file.
func (c *Calendar) Write(to io.Writer) error {
	out := ics.NewCalendar()
	out.SetProductId("-//nodeledger//EN")
	out.SetMethod(ics.MethodPublish)
	out.SetName(c.Name)
	out.SetXWRCalName(c.Name)
	for _, e := range c.Events {
		v := out.AddEvent(e.ID + "@nodeledger")
		v.SetDtStampTime(c.Made)
		v.SetStartAt(e.At)
		v.SetEndAt(e.At)
		v.SetSummary(e.Summary)
		v.SetDescription(e.Text)
		v.SetTimeTransparency(ics.TransparencyTransparent)
	}
	return out.SerializeTo(to, ics.WithNewLineWindows)
}
