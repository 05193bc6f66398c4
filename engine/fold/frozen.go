package fold

import (
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/problem"
)

// ErrFrozen is wrapped when frozen books are to take something else than what thaws them. What it wraps is a refusal with a code.
var ErrFrozen error = problem.New(problem.Unavailable, problem.Frozen, "the books are frozen")

// Incident is why books are frozen.
type Incident struct {
	Time     time.Time // to the second
	Text     string
	Evidence map[string]string
}

// Refuse is the refusal of everything while the books are frozen for this.
func (i *Incident) Refuse() error {
	return fmt.Errorf("%w since %s: %s; `nodeledger doctor --rpc URL` says how they go on: an operator thaws them with `nodeledger doctor "+
		"--thaw REASON`, or makes new books where a final block was replaced", ErrFrozen,
		i.Time.Format("2006-01-02 15:04:05Z"), i.Text)
}

type incidentPayload struct {
	Time     uint64
	Text     string
	Evidence []evidencePayload // in order of their names
}

type evidencePayload struct{ Name, Value string }

// IncidentInput is the input that freezes the books.
func IncidentInput(i *Incident) Input {
	p := incidentPayload{Time: uint64(i.Time.Unix()), Text: i.Text}
	for _, name := range slices.Sorted(maps.Keys(i.Evidence)) {
		p.Evidence = append(p.Evidence, evidencePayload{name, i.Evidence[name]})
	}
	return Input{Kind: InputIncident, Payload: encode(&p)}
}

// Incident is why the books freeze with an input; nil for every other input.
func (in *Input) Incident() (*Incident, error) {
	if in.Kind != InputIncident {
		return nil, nil //nolint:nilnil // most inputs are none
	}
	var p incidentPayload
	if err := in.decode(&p); err != nil {
		return nil, err
	}
	i := Incident{Time: time.Unix(int64(p.Time), 0).UTC(), Text: p.Text, Evidence: map[string]string{}}
	for _, e := range p.Evidence {
		i.Evidence[e.Name] = e.Value
	}
	return &i, nil
}

// Freezes is why books are frozen after an input, where they were frozen for was before it; nil: they are not.
func (in *Input) Freezes(was *Incident) (*Incident, error) {
	switch in.Kind {
	case InputIncident:
		return in.Incident()
	case InputFact, InputWithheld:
		if fact, err := in.Fact(); err != nil || fact.Kind == Thaw {
			return nil, err
		}
	}
	return was, nil
}

// Frozen is why the books are frozen; nil when they are not. It must not be changed.
func (f *Fold) Frozen() *Incident { return f.frozen }

func (f *Fold) freeze(in *Input) (err error) {
	f.frozen, err = in.Incident()
	return err
}

// goesOn refuses everything while the books are frozen.
func (f *Fold) goesOn() error {
	if f.frozen != nil {
		return f.frozen.Refuse()
	}
	return nil
}

// mayTake refuses an input while the books are frozen, but for a fact, see [Fold.mayTakeFact]; and one that was fetched by an older text.
func (f *Fold) mayTake(in *Input) error {
	if in.Kind == InputFact || in.Kind == InputWithheld {
		return nil
	}
	if err := f.fetchedAnew(in); err != nil {
		return err
	}
	return f.goesOn()
}

// mayTakeFact refuses every fact but one that thaws while the books are frozen, and that one while they are not.
func (f *Fold) mayTakeFact(fact *Fact) error {
	switch {
	case fact.Kind != Thaw:
		return f.goesOn()
	case f.frozen == nil:
		return problem.Conflictf("the books are not frozen; there is nothing to thaw")
	}
	return nil
}

// thawEntry: frozen books go on. The body is the reason.
var thawEntry = entry[text]{
	scope: always[text](operator.Admin), form: `thaw:.*`, private: true,
	apply: func(p *Proposal, _ *text, _ *ledger.Draft) error {
		p.fold.frozen = nil
		return nil
	},
}

// NewThaw is the fact that books with so many inputs, of which the last one froze them, go on for a reason.
func NewThaw(inputs uint64, reason string, at time.Time) (*Fact, error) {
	return NewFact(Thaw, fmt.Sprintf("thaw:%d", inputs), text(reason), at)
}
