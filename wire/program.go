package wire

import (
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/nodeledger/nodeledger/contracts/deploy"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/program/canonical"
	"github.com/nodeledger/nodeledger/program/describe"
	"github.com/nodeledger/nodeledger/sale/probe"
	"github.com/nodeledger/nodeledger/view"
)

// Mistake is one in a program file.
type Mistake struct {
	File   string `json:"file"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
	Text   string `json:"text"`
}

// ProgramCheck is what is wrong with a program file.
type ProgramCheck struct {
	OK       bool      `json:"ok"`
	Program  string    `json:"program,omitempty"`
	Digest   string    `json:"digest,omitempty"`
	Mistakes []Mistake `json:"mistakes"`
	Notes    []string  `json:"notes"`
}

// SoundProgramOf is the finding about a program file without mistakes.
func SoundProgramOf(p *program.Program) ProgramCheck {
	return ProgramCheck{OK: true, Program: p.Name, Digest: canonical.Digest(p), Mistakes: []Mistake{},
		Notes: append([]string{}, describe.Notes(p)...)}
}

// MistakesOf is the finding about a program file with mistakes.
func MistakesOf(list program.Errors) ProgramCheck {
	out := ProgramCheck{Mistakes: []Mistake{},
		Notes: []string{}}
	for _, m := range list {
		out.Mistakes = append(out.Mistakes, Mistake{m.File, m.Line, m.Column, m.Text})
	}
	return out
}

// ProgramText is a text of the program that is, was or may come to be the books'.
type ProgramText struct {
	SHA256    string          `json:"sha256" doc:"Digest of its canonical content"`
	By        string          `json:"by,omitempty" doc:"Who proposed it; absent of the first one, which the books began with"`
	At        string          `json:"at,omitempty" format:"date-time" doc:"When it was proposed"`
	Why       string          `json:"why,omitempty" doc:"Why, in the words of who proposed it"`
	Consent   string          `json:"consent,omitempty" doc:"Who agreed to it; absent while nobody has"`
	Since     string          `json:"since,omitempty" format:"date-time" doc:"When it came into force; absent while it has not"`
	Amends    bool            `json:"amends" doc:"It corrects what is booked: closed periods were, or are to be, corrected by it"`
	Corrected []string        `json:"corrected" doc:"The periods that it corrected when it came into force, such as month:2024-06"`
	Changes   []ProgramChange `json:"changes" doc:"Every setting that differs from the text before it"`
	Words     ProgramWords    `json:"words" doc:"The same in sentences"`
}

// ProgramChange is a setting in which a text differs from the one before.
type ProgramChange struct {
	Setting string `json:"setting" example:"revenue.split" doc:"Path in the program file"`
	From    string `json:"from,omitempty" doc:"When a dated entry begins"`
	Old     string `json:"old,omitempty" doc:"As canonical JSON; absent when there was none"`
	New     string `json:"new,omitempty" doc:"As canonical JSON; absent when there is none any more"`
}

// ProgramWords are the sentences in which a text differs from the one before, in each language.
type ProgramWords struct {
	GoneEN []string `json:"gone_en" doc:"English sentences that no longer hold"`
	GoneZH []string `json:"gone_zh" doc:"The same in Chinese"`
	ComeEN []string `json:"come_en" doc:"English sentences that hold from then on"`
	ComeZH []string `json:"come_zh" doc:"The same in Chinese"`
}

// ProgramTexts are the texts of the books' program.
type ProgramTexts struct {
	Texts    []ProgramText `json:"texts" doc:"Those that were in force, in order: the last one is"`
	Proposed *ProgramText  `json:"proposed,omitempty" doc:"What waits for consent"`
	Fresh
}

// ProgramContent is what a text of the program says.
type ProgramContent struct {
	SHA256 string `json:"sha256" doc:"Of text"`
	Text   string `json:"text" doc:"The canonical text, which is a program file: JSON without white space, keys in order"`
}

// ProgramTextsOf are texts as they go out.
func ProgramTextsOf(texts []fold.Text, proposed *fold.Text, of view.AsOf) ProgramTexts {
	out := ProgramTexts{Texts: []ProgramText{}, Fresh: FreshOf(of)}
	for i := range texts {
		out.Texts = append(out.Texts, programText(&texts[max(0, i-1)], &texts[i]))
	}
	if proposed != nil {
		t := programText(&texts[len(texts)-1], proposed)
		out.Proposed = &t
	}
	return out
}

// listOf is a list that is never absent.
func listOf(list []string) []string { return append([]string{}, list...) }

func programText(before, t *fold.Text) ProgramText {
	out := ProgramText{SHA256: t.Digest, By: t.By, At: Instant(t.When), Why: t.Why, Consent: t.Consent, Since: Instant(t.Since),
		Changes: []ProgramChange{}, Amends: t.Amends, Corrected: []string{}}
	for _, p := range t.Periods {
		out.Corrected = append(out.Corrected, p.Job+":"+p.Slot)
	}
	en, zh := describe.Changes(before.Program, t.Program, "en"), describe.Changes(before.Program, t.Program, "zh")
	out.Words = ProgramWords{GoneEN: listOf(en.Gone), GoneZH: listOf(zh.Gone), ComeEN: listOf(en.Come), ComeZH: listOf(zh.Come)}
	for _, c := range t.Changes {
		out.Changes = append(out.Changes, ProgramChange{c.Setting, c.From, c.Old, c.New})
	}
	return out
}

// Amendment is what the text that waits for consent would correct if it came into force now.
type Amendment struct {
	SHA256  string          `json:"sha256" doc:"Digest of the text"`
	Hash    string          `json:"amendment" doc:"Over everything that it books: whoever agrees names it"`
	Periods []AmendedPeriod `json:"periods" doc:"In the order in which they were closed"`
	Kept    []KeptShare     `json:"kept" doc:"What a month paid too much and a payout gathered before: it is not asked back, and the fund of the share bears it"`
	SetOff  []KeptShare     `json:"set_off" doc:"What holders kept by earlier amendments and get by this one anyway: the fund of the share gets it back"`
	Fresh
}

// AmendedPeriod is a closed period that comes to something else by an amended rule.
type AmendedPeriod struct {
	Job      string  `json:"job" doc:"That closed it: month, epoch, token-epoch or tge-drop" example:"month"`
	Slot     string  `json:"slot" doc:"The month, the day, or the instant of the drop" example:"2024-06"`
	Corrects uint64  `json:"corrects" doc:"Sequence of the transaction that stands"`
	Before   *Amount `json:"before,omitempty" doc:"What holders got; absent: nothing"`
	After    *Amount `json:"after,omitempty" doc:"What they get; absent: nothing"`
	Holders  int     `json:"holders" doc:"How many get another amount"`
	File     string  `json:"file" doc:"SHA-256 of its file as amended"`
}

// KeptShare is what a holder keeps of a share that was too large, or what is set off of that.
type KeptShare struct {
	Wallet string `json:"wallet" doc:"Address, in lower case"`
	Amount Amount `json:"amount" doc:"How much of it"`
}

// AmendmentOf is an amendment by a text as it goes out.
func AmendmentOf(text string, a *fold.Amendment, of view.AsOf) Amendment {
	out := Amendment{SHA256: text, Hash: a.Hash.String(), Periods: []AmendedPeriod{}, Kept: keptOf(a.Kept), SetOff: keptOf(a.SetOff),
		Fresh: FreshOf(of)}
	some := func(a money.Amount) *Amount {
		if a == (money.Amount{}) {
			return nil
		}
		out := AmountOf(a)
		return &out
	}
	for i := range a.Periods {
		p := &a.Periods[i]
		out.Periods = append(out.Periods, AmendedPeriod{p.Job, p.Slot, p.Corrects, some(p.Before), some(p.After), p.Holders, p.File.String()})
	}
	return out
}

func keptOf(list []fold.KeptShare) []KeptShare {
	out := []KeptShare{}
	for _, k := range list {
		out = append(out, KeptShare{k.Wallet.String(), AmountOf(k.Amount)})
	}
	return out
}

// ProgramDraft is what was found of a sale, and the draft of its program file.
type ProgramDraft struct {
	Chain      uint64       `json:"chain" doc:"Chain id"`
	Contracts  []string     `json:"contracts" doc:"Contracts that were looked at"`
	StartBlock uint64       `json:"start_block" doc:"First block whose logs were looked at"`
	Head       uint64       `json:"head" doc:"Last block whose logs were looked at"`
	Events     []DraftEvent `json:"events" doc:"Every kind of event that the contracts emitted"`
	Draft      string       `json:"draft" doc:"Program file; empty when no event was found that sells nodes"`
	Lines      []DraftLine  `json:"lines" doc:"Lines of the draft, and how each is known"`
	Asks       []string     `json:"asks" doc:"What cannot be known from what was seen"`
	Mistakes   []Mistake    `json:"mistakes" doc:"What program check finds in the draft"`
	Out        string       `json:"out,omitempty" doc:"File that the draft was written into"`
}

// DraftEvent is a kind of event and what it was found to be.
type DraftEvent struct {
	Topic       string `json:"topic"`
	Declaration string `json:"declaration,omitempty" doc:"Absent when it is not known"`
	Role        string `json:"role" doc:"purchase, gift, commission, withdrawal, refund, registration, prices, repeats, other or unknown"`
	Why         string `json:"why"`
	Logs        int    `json:"logs"`
	FirstBlock  uint64 `json:"first_block"`
	LastBlock   uint64 `json:"last_block"`
}

// DraftLine is a line of a draft.
type DraftLine struct {
	Text  string `json:"text"`
	Known string `json:"known,omitempty" doc:"sure, likely or ask; absent of a line that needs no reason"`
	Why   string `json:"why,omitempty"`
}

// ProgramDraftOf is the shape of what was seen and guessed. The mistakes are what reading the draft found.
func ProgramDraftOf(s *probe.Seen, g *probe.Guessed, mistakes program.Errors) ProgramDraft {
	out := ProgramDraft{Chain: s.Chain, Contracts: []string{}, StartBlock: s.Start, Head: s.Head, Events: []DraftEvent{}, Draft: g.Draft,
		Lines: []DraftLine{}, Asks: append([]string{}, g.Asks...), Mistakes: MistakesOf(mistakes).Mistakes}
	for _, c := range s.Contracts {
		out.Contracts = append(out.Contracts, c.Hex())
	}
	for _, k := range g.Kinds {
		e := DraftEvent{Topic: k.Topic().Hex(), Role: string(k.Role), Why: k.Why, Logs: k.Count, FirstBlock: k.First, LastBlock: k.Last}
		if k.Role != probe.Unknown {
			e.Declaration = k.Declaration
		}
		out.Events = append(out.Events, e)
	}
	for _, l := range g.Lines {
		out.Lines = append(out.Lines, DraftLine{l.Text, l.Level, l.Why})
	}
	return out
}

// Deployment is what the contracts of a sale are to be made with, as transactions that nobody has signed.
type Deployment struct {
	Chain        uint64       `json:"chain" doc:"Chain id"`
	Owner        string       `json:"owner" doc:"Who sends the transactions"`
	Sale         string       `json:"sale" doc:"Address that the sale will have"`
	Licence      string       `json:"licence,omitempty" doc:"Address that the licence will have; absent without one"`
	Distributors []string     `json:"distributors" doc:"Addresses that the distributors will have, as the settings list their tokens"`
	ManyClaims   string       `json:"many_claims,omitempty" doc:"Address of what claims from several distributors; absent without one"`
	Steps        []DeployStep `json:"steps" doc:"In the order in which they are sent"`
	Files        []string     `json:"files" doc:"What was written"`
}

// SettingsExample is a file of settings with a comment at each.
type SettingsExample struct {
	Settings string `json:"settings"`
}

// DeployStep is a transaction of a deployment.
type DeployStep struct {
	To      string `json:"to"`
	Value   string `json:"value" doc:"Wei"`
	Data    string `json:"data"`
	What    string `json:"what" doc:"In words"`
	Creates string `json:"creates,omitempty" doc:"Address of the contract that it makes; absent of a call"`
	Gas     uint64 `json:"gas" doc:"That it uses at most, about"`
}

// DeploymentOf is a plan as it goes out.
func DeploymentOf(d *program.Deployment, p *deploy.Plan, files []string) Deployment {
	some := func(a common.Address) string {
		if a == (common.Address{}) {
			return ""
		}
		return a.Hex()
	}
	out := Deployment{Chain: d.Chain, Owner: d.Owner.Hex(), Sale: p.Sale.Hex(), Licence: some(p.Licence), Distributors: []string{},
		ManyClaims: some(p.Many), Steps: []DeployStep{}, Files: listOf(files)}
	for _, a := range p.Distributors {
		out.Distributors = append(out.Distributors, a.Hex())
	}
	for _, s := range p.Steps {
		out.Steps = append(out.Steps, DeployStep{s.To.Hex(), "0", hexutil.Encode(s.Data), s.What, some(s.Creates), s.Gas})
	}
	return out
}

// ContractsCheck is what contracts on a chain are, compared with the code of this build and with what is expected of them.
type ContractsCheck struct {
	OK        bool            `json:"ok" doc:"Every contract has the code of this build, and nothing differs"`
	Chain     uint64          `json:"chain" doc:"Chain id"`
	Block     uint64          `json:"block" doc:"At which the endpoint was asked"`
	Contracts []ContractCheck `json:"contracts"`
}

// ContractCheck is one of the contracts.
type ContractCheck struct {
	Address  string         `json:"address"`
	Contract string         `json:"contract,omitempty" doc:"Which one it is by its code; absent when it is none of this build"`
	Facts    []ContractFact `json:"facts" doc:"Its code first"`
}

// ContractFact is something that a contract says of itself.
type ContractFact struct {
	Fact     string `json:"fact" example:"treasury"`
	Value    string `json:"value"`
	Expected string `json:"expected,omitempty" doc:"By the program file, the settings or the other contract; absent when nothing is expected"`
	By       string `json:"by,omitempty" doc:"What expects it"`
	Differs  bool   `json:"differs"`
}
