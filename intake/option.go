package intake

import (
	"cmp"
	"strings"
	"time"
	_ "time/tzdata" // names of zones are known everywhere

	"github.com/nodeledger/nodeledger/intake/sheet"
	"github.com/nodeledger/nodeledger/problem"
)

// Asked is what somebody says of a file besides what is in it, as they wrote it.
type Asked struct {
	Source string   // what the revenue is booked as; empty: fiat
	Zone   string   // of times that say none, such as America/Chicago
	Skip   []string // rows to leave out, each a column and its value such as currency=eur
	Reason string   // why they are left out
	// Prefix stands before the names of these in messages: "--" at a command line, nothing in the API.
	Prefix string
}

// CheckCSV refuses what belongs to Stripe's report and is said of a plain CSV file.
func (a *Asked) CheckCSV() error {
	var said []string
	for _, c := range []struct {
		name string
		said bool
	}{{"skip", len(a.Skip) > 0}, {"reason", a.Reason != ""}, {"timezone", a.Zone != ""}, {"source", a.Source != ""}} {
		if c.said {
			said = append(said, a.Prefix+c.name)
		}
	}
	if len(said) == 0 {
		return nil
	}
	belong := "belong"
	if len(said) == 1 {
		belong = "belongs"
	}
	return problem.Invalidf("%s %s to %sformat stripe: a CSV file says the source, and the instant with its zone, in each row",
		strings.Join(said, ", "), belong, a.Prefix)
}

// CheckReason refuses to leave rows out without a reason, and a reason of nothing.
func (a *Asked) CheckReason() error {
	reason := strings.TrimSpace(a.Reason) != ""
	switch {
	case len(a.Skip) > 0 && !reason:
		return problem.Invalidf("%[1]sskip needs %[1]sreason: the books keep why rows were left out", a.Prefix)
	case len(a.Skip) == 0 && reason:
		return problem.Invalidf("%[1]sreason goes with %[1]sskip: it says why rows are left out", a.Prefix)
	}
	return nil
}

// Options are what somebody says of a report besides its rows.
type Options struct {
	source string         // what the revenue is booked as, such as "fiat"
	zone   *time.Location // of instants without one; nil: a report with local times only is refused
	skip   []skip
	reason string
	prefix string // before the names of these in messages
}

// NewOptions reads what somebody says of a report.
func NewOptions(a Asked) (o Options, err error) {
	o.source, o.reason, o.prefix = cmp.Or(a.Source, "fiat"), strings.TrimSpace(a.Reason), a.Prefix
	if o.zone, err = parseZone(a.Zone); err != nil {
		return o, err
	}
	for _, text := range a.Skip {
		rule, err := parseSkip(text)
		if err != nil {
			return o, err
		}
		o.skip = append(o.skip, rule)
	}
	return o, a.CheckReason()
}

// skip leaves out the rows in which a column has a value, such as currency=eur.
type skip struct{ column, value string }

// parseSkip reads column=value.
func parseSkip(text string) (skip, error) {
	column, value, ok := strings.Cut(text, "=")
	if column = strings.ToLower(strings.TrimSpace(column)); !ok || column == "" {
		return skip{}, problem.Invalidf("%q says no rows to leave out: write a column and its value, such as currency=eur", sheet.Clip(text))
	}
	return skip{column, strings.TrimSpace(value)}, nil
}

func (s skip) String() string { return s.column + "=" + s.value }

// parseZone reads the name of a time zone, such as America/Chicago; empty for none.
func parseZone(name string) (*time.Location, error) {
	if name == "" {
		return nil, nil //nolint:nilnil // none is said
	}
	zone, err := time.LoadLocation(name)
	if err != nil || name == "Local" {
		return nil, problem.Invalidf("%q is not a time zone: write its name such as America/Chicago, or UTC", sheet.Clip(name))
	}
	return zone, nil
}
