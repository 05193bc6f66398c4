package calendar_test

import (
	"strings"
	"testing"
	"time"

	ics "github.com/arran4/golang-ical"

	"github.com/nodeledger/nodeledger/export/calendar"
)

// A file is what the standard says, line by line, and reads back as it was.
func TestCalendar(t *testing.T) {
	t.Parallel()
	made := time.Date(2027, 1, 5, 6, 0, 0, 0, time.UTC)
	long := strings.Repeat("解锁, then; ", 12) + "a\nb"
	c := calendar.Calendar{Name: "demo", Made: made, Events: []calendar.Event{
		{ID: "unlock-1", At: made.AddDate(0, 0, 1), Summary: "1.5 GPU unlock", Text: long},
		{ID: "unlock-2", At: made.AddDate(0, 0, 2), Summary: "2 GPU unlock", Text: "x"},
	}}
	var out strings.Builder
	if err := c.Write(&out); err != nil {
		t.Fatal(err)
	}
	text := out.String()
	if !strings.HasPrefix(text, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") || !strings.HasSuffix(text, "END:VCALENDAR\r\n") {
		t.Errorf("%q", text)
	}
	for line := range strings.SplitSeq(text, "\r\n") {
		if len(line) > 75 || strings.ContainsAny(line, "\r\n") {
			t.Errorf("a line of %d bytes: %q", len(line), line)
		}
	}
	for _, want := range []string{"UID:unlock-1@nodeledger\r\n", "DTSTAMP:20270105T060000Z\r\n", "DTSTART:20270106T060000Z\r\n",
		"DTEND:20270106T060000Z\r\n", "SUMMARY:1.5 GPU unlock\r\n", "TRANSP:TRANSPARENT\r\n", "METHOD:PUBLISH\r\n"} {
		if strings.Count(text, want) == 0 {
			t.Errorf("there is no %q in %q", want, text)
		}
	}
	back, err := ics.ParseCalendar(strings.NewReader(text))
	if err != nil || len(back.Events()) != 2 {
		t.Fatal(back, err)
	}
	if got := back.Events()[0].GetProperty(ics.ComponentPropertyDescription).Value; got != long {
		t.Errorf("the text is %q, want %q", got, long)
	}
}
