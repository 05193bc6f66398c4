package store

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/problem"
)

// Open makes the books for an identity when they are empty. Books of another identity are refused in one line. A Store
// of ConnectReadOnly only compares.
func (s *Store) Open(ctx context.Context, id engine.Identity) error {
	if id.Chain > math.MaxInt64 || id.Start > math.MaxInt64 {
		return fmt.Errorf("chain %d or block %d is above %d: check the program file", id.Chain, id.Start, int64(math.MaxInt64))
	}
	if s.readOnly {
		return s.readTx(ctx, func(tx *gorm.DB) error { return s.checkIdentity(tx, id) })
	}
	return s.write(ctx, func(tx *transaction) error {
		err := s.checkIdentity(tx.DB, id)
		if !errors.Is(err, ErrEmpty) {
			return err
		}
		versions, err := s.dialect.versions(tx.DB)
		if err != nil {
			return err
		}
		row := identityRow{ID: 1, Program: id.Program, Chain: int64(id.Chain), Contract: id.Contract[:], Start: int64(id.Start),
			Chart: ledger.ChartVersion}
		row.Seal = row.seal()
		head := headRow{ID: 1, Coverage: combineSeals(nil), Window: combineSeals(nil),
			Versions: newDigest("versions").text(versions).sum()}
		head.setLedger(ledger.Head{})
		head.setCursor(engine.Cursor{})
		head.Seal = head.seal()
		return errors.Join(tx.Create(&row).Error, tx.Create(&head).Error)
	})
}

// ErrEmpty is wrapped when books that were never opened for an identity are asked for their state.
var ErrEmpty = errors.New("the books are empty")

func (s *Store) checkIdentity(tx *gorm.DB, id engine.Identity) error {
	have, err := readIdentity(tx)
	if err != nil {
		return s.emptyBooks(err)
	}
	if have == id {
		return nil
	}
	say := func(i engine.Identity) string {
		return fmt.Sprintf("program %s, chain %d, contract %s, from block %d", i.Program, i.Chain, i.Contract.Hex(), i.Start)
	}
	return problem.Conflictf("the books in %s belong to %s, not to %s: name the database of that program, or a new one", s.where, say(have),
		say(id))
}

func (s *Store) emptyBooks(err error) error {
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return fmt.Errorf("%s: %w: run a command that writes first", s.where, ErrEmpty)
	}
	return err
}

func readIdentity(tx *gorm.DB) (engine.Identity, error) {
	var row identityRow
	if err := tx.Take(&row).Error; err != nil {
		return engine.Identity{}, err
	}
	id := engine.Identity{Program: row.Program, Chain: uint64(row.Chain), Start: uint64(row.Start)}
	if copy(id.Contract[:], row.Contract); len(row.Contract) != len(id.Contract) || row.ID != 1 || !bytes.Equal(row.Seal, row.seal()) {
		return engine.Identity{}, ledger.Differs("identity", "its only row", "it is not what was sealed")
	}
	return id, nil
}

// State reads identity, journal head, cursor, number of inputs and incident. ErrEmpty before the first Open.
func (s *Store) State(ctx context.Context) (state engine.State, err error) {
	err = s.readTx(ctx, func(tx *gorm.DB) error {
		if state.Identity, err = readIdentity(tx); err != nil {
			return s.emptyBooks(err)
		}
		if s.older {
			row, err := readOlderHead(tx)
			if err != nil {
				return s.emptyBooks(err)
			}
			return olderState(row, &state)
		}
		row, err := readHead(tx)
		if err != nil {
			return s.emptyBooks(err)
		}
		state.Inputs = uint64(row.Inputs)
		state.Ledger, state.Cursor, state.Frozen, err = row.read()
		state.Root = rootOf(&state.Ledger)
		return err
	})
	return state, err
}

// readHead reads the head's row and refuses one that was tampered with: nothing may be built on it.
func readHead(tx *gorm.DB) (*headRow, error) {
	var row headRow
	if err := tx.Take(&row).Error; err != nil {
		return nil, err
	}
	if row.ID != 1 || !bytes.Equal(row.Seal, row.seal()) {
		return nil, ledger.Differs("head", "its only row", "it is not what was sealed")
	}
	_, _, _, err := row.read()
	return &row, err
}

func writeHead(tx *gorm.DB, row *headRow) error {
	row.Seal = row.seal()
	return tx.Model(row).Select("*").Updates(row).Error
}

// roots is a blob that may be empty. SQLite's driver binds an empty one at the address that malloc(0) gives, which may be
// none, and then it is NULL; so an empty one is written in words there.
type roots []byte

// GormValue is how the blob stands in a statement.
func (r roots) GormValue(_ context.Context, db *gorm.DB) clause.Expr {
	if len(r) == 0 && db.Name() == "sqlite" {
		return clause.Expr{SQL: "zeroblob(0)"}
	}
	return clause.Expr{SQL: "?", Vars: []any{[]byte(r)}}
}

func (r *headRow) setLedger(h ledger.Head) {
	r.Sequence, r.Hash, r.Booked, r.Inputs = int64(h.Sequence), h.Hash[:], h.Booked, int64(h.Inputs)
	r.Roots = roots{}
	for _, root := range h.Tree.Roots {
		r.Roots = append(r.Roots, root[:]...)
	}
}

func (r *headRow) setCursor(c engine.Cursor) {
	r.FinalNumber, r.FinalHash, r.FinalParent, r.FinalTime = int64(c.Final.Number), c.Final.Hash[:], c.Final.Parent[:], int64(c.Final.Time)
	r.LastNumber, r.LastHash, r.LastParent, r.LastTime = int64(c.Head.Number), c.Head.Hash[:], c.Head.Parent[:], int64(c.Head.Time)
}

// read turns the row into what it stands for.
func (r *headRow) read() (h ledger.Head, c engine.Cursor, frozen *engine.Incident, err error) {
	h = ledger.Head{Sequence: uint64(r.Sequence), Booked: r.Booked, Inputs: uint64(r.Inputs)}
	var hash, tree bool
	h.Hash, hash = read32(r.Hash)
	h.Tree, tree = r.readTree()
	if !hash || !tree || r.Sequence < 0 || r.Inputs < 0 {
		return h, c, nil, errNoHead
	}
	c, frozen, err = r.chain()
	return h, c, frozen, err
}

var errNoHead = ledger.Differs("head", "its only row", "it holds what no head can hold")

// chain is where the row says that the chain was left, and why the books are frozen.
func (r *headRow) chain() (c engine.Cursor, frozen *engine.Incident, err error) {
	if len(r.FinalHash) != 32 || len(r.FinalParent) != 32 || len(r.LastHash) != 32 || len(r.LastParent) != 32 {
		return c, nil, errNoHead
	}
	c.Final = engine.Header{Number: uint64(r.FinalNumber), Hash: common.Hash(r.FinalHash), Parent: common.Hash(r.FinalParent),
		Time: uint64(r.FinalTime)}
	c.Head = engine.Header{Number: uint64(r.LastNumber), Hash: common.Hash(r.LastHash), Parent: common.Hash(r.LastParent),
		Time: uint64(r.LastTime)}
	if r.Frozen != "" {
		if frozen, err = readIncident(r.Frozen); err != nil {
			return c, nil, errNoHead
		}
	}
	return c, frozen, nil
}

// incident is the stored form of an engine.Incident.
type incident struct {
	Time     time.Time         `json:"time"`
	Text     string            `json:"text"`
	Evidence map[string]string `json:"evidence"`
}

func storeIncident(i *engine.Incident) (string, error) {
	raw, err := json.Marshal(incident{i.Time.UTC(), i.Text, i.Evidence})
	return string(raw), err
}

func readIncident(raw string) (*engine.Incident, error) {
	var i incident
	if err := json.Unmarshal([]byte(raw), &i); err != nil {
		return nil, err
	}
	return &engine.Incident{Time: i.Time, Text: i.Text, Evidence: i.Evidence}, nil
}
