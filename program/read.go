package program

import (
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"regexp"
	"slices"
	"strings"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/problem"
)

// SchemaVersion is the version of the program file that this package reads.
const SchemaVersion = 1

var (
	programForm = regexp.MustCompile(`^[a-z][a-z0-9-]{0,62}$`)
	partForm    = regexp.MustCompile(`^[a-z][a-z0-9_]{0,62}$`)
)

// Load reads a preset by its name, or else a file by its path. Where a file has a preset's name, write ./name.
func Load(pathOrPreset string) (*Program, error) {
	if src, ok := preset(pathOrPreset); ok {
		return Read(pathOrPreset+".yaml", src)
	}
	file, err := os.Open(pathOrPreset)
	if errors.Is(err, os.ErrNotExist) && !strings.ContainsAny(pathOrPreset, "./\\") {
		return nil, problem.New(problem.NotFound, problem.NoSuchFile,
			"there is neither a preset nor a file %q; write a file's path or one of the presets %s", pathOrPreset, strings.Join(Presets(), ", "))
	}
	if err != nil {
		return nil, problem.New(problem.NotFound, problem.NoSuchFile, "the program file cannot be opened: %w", err)
	}
	defer file.Close()
	src, err := io.ReadAll(io.LimitReader(file, MaxSize+1))
	if err != nil {
		return nil, problem.New(problem.NotFound, problem.NoSuchFile, "the program file cannot be read: %w", err)
	}
	return Read(pathOrPreset, src)
}

// Read reads a program file. The name is for messages only. A file with a mistake makes no program: it is refused with the code
// [problem.InvalidProgram], and the cause, of type [Errors], holds every mistake in order.
func Read(name string, src []byte) (*Program, error) {
	top, mistakes := parse(src)
	if len(mistakes) > 0 {
		for i := range mistakes {
			mistakes[i].File = name
		}
		return nil, mistakes.inOrder().refusal(name)
	}
	r := &reader{file: name}
	p := r.program(top)
	if len(r.mistakes) > 0 {
		return nil, r.mistakes.inOrder().refusal(name)
	}
	return p, nil
}

func (r *reader) program(n *node) *Program {
	s := r.open(n, root, "the file")
	p := &Program{}
	if n := s.need("program", "the program's name, such as gpunet"); n != nil {
		if p.Name = r.text(n, "program"); p.Name != "" && !programForm.MatchString(p.Name) {
			r.fault(n.place, "program cannot be %s; write lower-case letters, digits and dashes, a letter first, at most 63", n.what())
		}
	}
	s.need("schema", fmt.Sprintf("schema: %d", SchemaVersion))
	s.count("schema", SchemaVersion, SchemaVersion, SchemaVersion)
	p.Title = r.title(s.get("title"))
	r.readAssets(s)
	p.Assets = r.assets
	p.Chain = r.chain(s.need("chain", "a group with id and start_block"))
	p.Sale = r.sale(s.need("sale", "a group with contract and adapter"))
	p.Holdings = r.holdings(s, p.Sale)
	p.Referral = r.referral(s.get("referral"), &p.Sale)
	r.held(s, p)
	p.Score = datedList(s, "score", "score", "brackets", r.brackets)
	p.Points = r.points(s.get("points"))
	p.Token = r.token(s.get("token"))
	if len(r.mistakes) == 0 {
		r.conversionPart(s, p)
	}
	r.stakes(s.get("stakes"), p)
	p.Payout = r.payout(s.get("payout"))
	p.Wallets = r.wallets(s.get("wallets"), p)
	p.Revenue = r.revenue(s.get("revenue"), p)
	p.Campaigns = r.campaigns(s.get("campaigns"), p.Sale.Asset)
	p.Recovery, p.RecoveryContracts = r.recovery(s.get("operators"))
	p.Sources, p.Valuations = r.published(s.get("sources"), s), r.valuations(s.get("valuations"))
	return p
}

func (r *reader) title(n *node) map[string]string {
	if n == nil {
		return nil
	}
	s, title := r.open(n, "title", "title"), map[string]string{}
	for _, language := range s.order {
		if n := s.get(language); n != nil {
			title[language] = r.text(n, s.path(language))
		}
	}
	return title
}

func (r *reader) chain(n *node) Chain {
	if n == nil {
		return Chain{}
	}
	s := r.open(n, "chain", "chain")
	s.need("id", "the chain's number, such as id: 1 for Ethereum")
	s.need("start_block", "the block in which the sale contract was made, or an earlier one")
	c := Chain{
		ID:         s.count("id", 0, 1, math.MaxInt64),
		StartBlock: s.count("start_block", 0, 0, math.MaxInt64),
		Proof:      choice(s, "proof", ProofFull, ProofFull, ProofEvents, ProofNone),
	}
	if n := s.get("agree"); n != nil {
		if c.Agree = s.count("agree", 0, 2, 100); c.Proof == ProofFull {
			r.fault(n.place, "chain.agree is for the proof levels events and none: at full nothing can be left out; leave it away")
		}
	}
	if f := s.get("finality"); f != nil && f.text != "finalized" {
		if f.kind == scalarNode && f.text != "" && f.text[0] >= '0' && f.text[0] <= '9' {
			c.Depth = s.count("finality", 0, 1, 1_000_000)
		} else {
			r.fault(f.place, "chain.finality is %s; write finalized, or a number of blocks below the head", f.what())
		}
	}
	if n := s.get("consensus"); n != nil {
		if c.Consensus = r.consensus(n); c.Proof != ProofFull {
			r.fault(n.place, "chain.consensus needs the proof level full: blocks below a final one follow from their parent hashes, which the "+
				"level %s does not check", c.Proof)
		}
	}
	return c
}

func (r *reader) consensus(n *node) (c Consensus) {
	s := r.open(n, "chain.consensus", "chain.consensus")
	c.GoesOn = !s.yes("wait", true)
	if n := s.get("checkpoint"); n != nil {
		if n.kind == scalarNode && n.quoted && hashForm.MatchString(n.text) {
			c.Checkpoint = common.HexToHash(n.text)
		} else {
			r.fault(n.place, "chain.consensus.checkpoint is %s, which is not the root of a beacon block; write 0x and 64 lower-case hexadecimal "+
				"digits in quotes", n.what())
		}
	}
	if n := s.get("max_age"); n != nil {
		if age := s.duration("max_age"); age.exact > 0 {
			c.MaxAge = age
		} else if !age.IsZero() || n.text == "none" {
			r.fault(n.place, "chain.consensus.max_age is %s; write days or hours, such as 14d", n.what())
		}
	}
	return c
}

func (r *reader) holdings(s section, sale Sale) Holdings {
	n := s.get("holdings")
	if n != nil && n.kind == listNode {
		r.fault(n.place, "holdings is a list; nodes come from one source, never two: write purchases or licence")
		return FromPurchases
	}
	holds := choice(s, "holdings", FromPurchases, FromPurchases, FromLicence)
	licence := saleField(s, "licence")
	switch {
	case holds == FromLicence && licence == nil:
		r.fault(n.place, "holdings come from the licence, but no licence contract is known; write its address in sale.licence")
	case holds == FromPurchases && licence != nil:
		r.fault(licence.place, "sale.licence is given, but holdings come from purchases, and never from two sources; remove it or write "+
			"holdings: licence")
	case holds == FromLicence && sale.Licence == sale.Contract && sale.Adapter != EventAdapter:
		r.fault(licence.place, "sale.licence is the sale contract itself; write the address of the ERC-721 contract")
	}
	return holds
}

// saleField looks a key up in the sale group once more, for rules that hold between groups.
func saleField(s section, key string) *node {
	if sale := s.get("sale"); sale != nil {
		if i := slices.IndexFunc(sale.fields, func(f field) bool { return f.key == key }); i >= 0 && sale.fields[i].value.kind != emptyNode {
			return sale.fields[i].value
		}
	}
	return nil
}
