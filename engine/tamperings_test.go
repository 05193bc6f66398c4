package engine_test

import (
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
	"testing"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/program/canonical"
)

func textOf(p *program.Program) []byte { return canonical.Text(p) }

// ofMoney are accounts whose money is on its way out: the holders' fund, what they are owed, the lines of runs.
const ofMoney = "(a.path = 'equity:fund:share' OR a.path LIKE 'liabilities:%')"

// anyOwed is the balance of the first of them; lastPaid is the newest posting of one.
const (
	anyOwed  = "account = (SELECT min(b.account) FROM balance b JOIN account a ON a.id = b.account WHERE b.asset = 'USDT' AND " + ofMoney + ")"
	lastPaid = "(SELECT p.sequence, p.line FROM posting p JOIN account a ON a.id IN (p.from_id, p.to_id) WHERE p.asset = 'USDT' AND " +
		ofMoney + " ORDER BY p.sequence DESC, p.line LIMIT 1)"
)

// tamperings are those of the review of security, and those of every table that is computed from others.
var tamperings = []tampering{
	{"a posting's amount", func(c *crime) {
		c.unseen("UPDATE posting SET " + c.plus("amount") + " WHERE (sequence, line) = " + lastPaid)
	}, "its content and postings have the hash", "its content and postings have the hash", "is not signed by the key"},
	{"a posting with its balances and days", func(c *crime) {
		of := func(column string) string {
			return "(SELECT " + column + " FROM posting WHERE (sequence, line) = " + lastPaid + ")"
		}
		end := func(id string) string { return " WHERE account = " + of(id) + " AND asset = " + of("asset") }
		c.unseen("UPDATE posting SET "+c.plus("amount")+" WHERE (sequence, line) = "+lastPaid,
			"UPDATE balance SET "+c.plus("outgoing")+end("from_id"), "UPDATE balance SET "+c.plus("incoming")+end("to_id"),
			"UPDATE day_delta SET "+c.plus("outgoing")+end("from_id"), "UPDATE day_delta SET "+c.plus("incoming")+end("to_id"))
	}, "its content and postings have the hash", "its content and postings have the hash", "is not signed by the key"},
	{"a balance", func(c *crime) {
		c.unseen("UPDATE balance SET " + c.plus("incoming") + " WHERE asset = 'USDT' AND " + anyOwed)
	}, "balance, ", "balance, ", ""},
	{"a balance deleted", func(c *crime) {
		c.unseen("DELETE FROM balance WHERE asset = 'USDT' AND " + anyOwed)
	}, "it is missing", "it is missing", ""},
	{"a day's sum deleted", func(c *crime) {
		c.unseen("DELETE FROM day_delta WHERE account = 1")
	}, "day_delta, ", "day_delta, ", ""},
	{"a day's sum", func(c *crime) {
		c.unseen("UPDATE day_delta SET " + c.plus("incoming") + " WHERE account = 2")
	}, "day_delta, ", "day_delta, ", ""},
	{"the last block in the head, seal left", func(c *crime) {
		c.unseen("UPDATE head SET last_number = last_number + 1")
	}, "head, ", "head, ", "head, "},
	{"the tree in the head", func(c *crime) {
		c.unseen("UPDATE head SET roots = hash")
	}, "head, ", "head, ", "head, "},
	{"a tile of the tree", func(c *crime) {
		c.unseen("INSERT INTO tile (number, root) SELECT 0, hash FROM head")
	}, "tile, ", "tile, ", ""},
	{"what is saved of the inputs", func(c *crime) {
		if c.stage != nil {
			c.lay(c.stage)
		}
		saveAt(c.t, c.dsn)
		c.unseen("UPDATE saved SET events = events + 1")
	}, "saved, ", "saved, ", ""},
	{"the last transaction deleted", func(c *crime) {
		c.unseen("DELETE FROM posting WHERE sequence = (SELECT max(sequence) FROM journal)",
			"DELETE FROM journal WHERE sequence = (SELECT max(sequence) FROM journal)")
	}, "the journal ends at", "the journal ends at", "it is missing or has no hash"},
	{"two transactions swapped, everything hashed anew", func(c *crime) {
		c.forge(func(b *copied) {
			d := b.commit.Drafts
			n := b.find("fact", 0)
			d[n], d[n+1] = d[n+1], d[n]
		})
	}, "the transaction stored is", "the transaction stored is", "are not those that there were"},
	{"a share and the fund behind it, everything hashed anew", func(c *crime) {
		c.forge(func(b *copied) {
			n := b.find("month", 0)
			b.posting(n, 0, func(p *ledger.Posting) { p.Amount = more(p.Amount, 1) })
			b.posting(b.find("revenue", 0), 0, func(p *ledger.Posting) { p.Amount = more(p.Amount, 1) })
		})
	}, "the posting 0 stored is", "the posting 0 stored is", "are not those that there were"},
	{"a share moved from one holder to another, everything hashed anew", func(c *crime) {
		c.forge(func(b *copied) {
			n := b.find("month", 0)
			b.posting(n, 0, func(p *ledger.Posting) { p.To = b.commit.Drafts[n].Postings[1].To })
		})
	}, "the posting 0 stored is", "the posting 0 stored is", "are not those that there were"},
	{"an input's content, digest left", func(c *crime) {
		c.unseen("UPDATE input SET payload = " + c.either("CAST(payload || x'20' AS BLOB)", `payload || '\x20'::bytea`) + " WHERE kind = 'fact'")
	}, "input, ", "input, ", "not what its digest was made of"},
	{"an operator's token among the inputs, digests made anew", func(c *crime) {
		c.forge(func(b *copied) { b.fact(c.t, "key-bob", operator.TokenKey(bob.Token), mallory) })
	}, "does not follow from what was before", "is not signed by the key", "are not those that there were"},
	{"the block of a contract's word in an input, digests made anew", func(c *crime) {
		c.forge(func(b *copied) { b.recorded(c.t, "april", func(f *fold.Fact) { f.Word.Block-- }) })
	}, "the meta word stored is", "the meta word stored is", "are not those that there were"},
	{"what a contract signed in an input, digests made anew", func(c *crime) {
		c.forge(func(b *copied) { b.fact(c.t, "april", `"1000"`, `"2000"`) })
	}, "does not follow from what was before", "is not signed by the key", "are not those that there were"},
	{"the last input dropped, digests made anew", func(c *crime) {
		c.forge(func(b *copied) { b.commit.Inputs = b.commit.Inputs[:len(b.commit.Inputs)-1] })
	}, "from the inputs nothing follows there", "from the inputs nothing follows there", "this is an older copy"},
	{"the level of proof in the coverage, seals made anew", func(c *crime) {
		c.forge(func(b *copied) { b.commit.Covered[0].Level = engine.ProofNone })
	}, "", "", "how blocks up to"},
	{"the cursor 5000 blocks ahead, seal made anew", func(c *crime) {
		c.forge(func(b *copied) {
			b.ahead(b.commit.Cursor.Final.Number + 5000)
		})
	}, "blocks are covered to", "blocks are covered to", ""},
	{"the cursor and the coverage 5000 blocks ahead, seals made anew", func(c *crime) {
		c.forge(func(b *copied) {
			b.ahead(b.commit.Cursor.Final.Number + 5000)
			b.commit.Covered[len(b.commit.Covered)-1].To = b.commit.Cursor.Final.Number
		})
	}, "", "", ""},
	{"the time of the last final block set a month ahead, seal made anew", func(c *crime) {
		c.forge(func(b *copied) { b.commit.Cursor.Final.Time += 40 * 24 * 60 * 60 })
	}, "head, ", "head, ", ""},
	{"the times of the last final block and of all after it set a month ahead, seals made anew", func(c *crime) {
		c.forge(func(b *copied) {
			b.commit.Cursor.Final.Time += 40 * 24 * 60 * 60
			b.commit.Cursor.Head.Time += 40 * 24 * 60 * 60
			for i := range b.commit.Headers {
				b.commit.Headers[i].Time += 40 * 24 * 60 * 60
			}
		})
	}, "head, ", "head, ", ""},
	{"the parent of the last final block, seal made anew", func(c *crime) {
		c.forge(func(b *copied) { b.commit.Cursor.Final.Parent[0] ^= 1 })
	}, "head, ", "head, ", ""},
	{"the time of the last block, seal made anew", func(c *crime) {
		c.forge(func(b *copied) { b.commit.Cursor.Head.Time += 60 })
	}, "head, ", "head, ", ""},
	{"the parent of the last block, seal made anew", func(c *crime) {
		c.forge(func(b *copied) { b.commit.Cursor.Head.Parent[0] ^= 1 })
	}, "head, ", "head, ", ""},
	{"the time of a final header among the inputs set ahead, digests made anew", func(c *crime) {
		c.forge(func(b *copied) { b.final(c.t, 3, func(h *engine.Header) { h.Time += 40 * 24 * 60 * 60 }) })
	}, "cannot be final after", "cannot be final after", "are not those that there were"},
	{"the time of the last final header among the inputs and in the head set ahead, digests and seal made anew", func(c *crime) {
		c.forge(func(b *copied) { b.aheadOfTime(c.t) })
	}, "head, ", "head, ", "are not those that there were"},
	{"why the books are frozen taken out of the head, seal made anew", func(c *crime) {
		c.forge(func(b *copied) { b.commit.Take(fold.IncidentInput(&incident), nil) })
		c.unseen("UPDATE head SET frozen = ''")
		c.seal()
	}, "the inputs say that they are frozen", "the inputs say that they are frozen", ""},
	{"why the books are frozen written into the head, seal made anew", func(c *crime) {
		c.unseen(`UPDATE head SET frozen = '{"time":"2024-05-03T00:00:00Z","text":"made up","evidence":{}}'`)
		c.seal()
	}, "the inputs say that they are not frozen", "the inputs say that they are not frozen", ""},
	{"a block that is not final, seal made anew", func(c *crime) {
		c.forge(func(b *copied) { b.commit.Headers[0].Hash[0] ^= 1 })
	}, "window, ", "window, ", ""},
	{"the contract in the identity, seal made anew", func(c *crime) {
		c.forge(func(b *copied) { b.id.Contract[0] ^= 1 })
	}, "the books' own program says", "the books' own program says", ""},
	{"a trigger dropped", func(c *crime) {
		c.openly([]string{"ALTER TABLE journal ENABLE TRIGGER journal_no_change"},
			c.either("DROP TRIGGER journal_no_delete", "ALTER TABLE journal DISABLE TRIGGER journal_no_change"))
	}, "journal_no_", "journal_no_", ""},
	{"an index dropped", func(c *crime) {
		c.openly([]string{"CREATE UNIQUE INDEX journal_source ON journal (origin, name, reference, reversal) WHERE origin <> 'evm'"},
			"DROP INDEX journal_source")
	}, "journal_source", "journal_source", ""},
	{"a trigger added", func(c *crime) {
		if c.postgres() {
			c.openly([]string{"DROP TRIGGER extra ON journal", "DROP FUNCTION extra()"},
				"CREATE FUNCTION extra() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
				"CREATE TRIGGER extra BEFORE INSERT ON journal FOR EACH ROW EXECUTE FUNCTION extra()")
			return
		}
		c.openly(nil, "CREATE TRIGGER extra AFTER INSERT ON journal BEGIN SELECT 1; END")
	}, "extra", "extra", ""},
	{"a trigger that does nothing", func(c *crime) {
		if c.postgres() {
			c.openly([]string{`CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only: a correction is a new transaction', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$`}, "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'")
			return
		}
		c.openly(nil, "DROP TRIGGER journal_no_update",
			"CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal WHEN 0 BEGIN SELECT RAISE(ABORT, 'never'); END")
	}, "it is not what the migrations made", "it is not what the migrations made", ""},
	{"an index that lets more in", func(c *crime) {
		c.openly([]string{"DROP INDEX journal_reverses", "CREATE UNIQUE INDEX journal_reverses ON journal (reverses) WHERE reverses <> 0"},
			"DROP INDEX journal_reverses", "CREATE UNIQUE INDEX journal_reverses ON journal (reverses) WHERE reverses > 1000")
	}, "index journal_reverses of journal", "index journal_reverses of journal", ""},
	{"a view in place of a table", func(c *crime) {
		c.openly([]string{"DROP VIEW tile", "ALTER TABLE tile_kept RENAME TO tile"},
			"ALTER TABLE tile RENAME TO tile_kept", "CREATE VIEW tile AS SELECT * FROM tile_kept")
	}, "tile", "tile", ""},
	{"a column added", func(c *crime) {
		c.openly([]string{"ALTER TABLE tile DROP COLUMN extra"}, "ALTER TABLE tile ADD COLUMN extra "+c.either("INTEGER", "bigint"))
	}, "tile", "tile", ""},
	{"rows that are hidden", func(c *crime) {
		if c.postgres() {
			c.openly([]string{"DROP POLICY extra ON posting", "ALTER TABLE posting DISABLE ROW LEVEL SECURITY"},
				"ALTER TABLE posting ENABLE ROW LEVEL SECURITY", "CREATE POLICY extra ON posting USING (sequence <> 5)")
			return
		}
		c.openly(nil, "ALTER TABLE posting RENAME TO kept", "CREATE VIEW posting AS SELECT * FROM kept WHERE sequence <> 5")
	}, "posting", "posting", ""},
	{"a write that goes elsewhere", func(c *crime) {
		if c.postgres() {
			c.openly([]string{"DROP RULE extra ON balance"}, "CREATE RULE extra AS ON INSERT TO balance DO INSTEAD NOTHING")
			return
		}
		c.openly(nil, "ALTER TABLE balance RENAME TO kept", "CREATE VIEW balance AS SELECT * FROM kept",
			"CREATE TRIGGER extra INSTEAD OF INSERT ON balance BEGIN SELECT 1; END")
	}, "balance", "balance", ""},
	{"the version of the tables", func(c *crime) {
		c.unseen("UPDATE goose_db_version SET version_id = 99 WHERE id = (SELECT max(id) FROM goose_db_version)")
	}, "version", "version", "version"},
	{"an account's path, digest left", func(c *crime) {
		c.unseen(renamed)
	}, "account, ", "account, ", ""},
	{"an account's path, digest made anew", func(c *crime) {
		if c.unseen(renamed); c.dsn == "" {
			return
		}
		db := c.open()
		defer db.Close()
		var id uint64
		var path string
		fatal(c.t, db.QueryRow("SELECT id, path FROM account WHERE path LIKE 'liabilities:share:%99'").Scan(&id, &path))
		fatal(c.t, db.Close())
		digest := hex.EncodeToString(sealOf(id, path))
		c.unseen(fmt.Sprintf("UPDATE account SET digest = %s WHERE id = %d", c.either("x'"+digest+"'", `'\x`+digest+"'"), id))
	}, "its content and postings have the hash", "its content and postings have the hash", ""},
	{"a month closed by a projection that was raised, everything hashed anew", func(c *crime) {
		c.forge(func(b *copied) {
			n := b.find("month", 0)
			b.posting(n, 1, func(p *ledger.Posting) { p.Amount = more(p.Amount, 17) })
			b.posting(n, 2, func(p *ledger.Posting) { p.Amount = more(p.Amount, 17) })
		})
	}, "from the inputs follows", "from the inputs follows", "are not those that there were"},
	{"the books that a run came from, everything hashed anew", func(c *crime) {
		c.forge(func(b *copied) {
			d := &b.commit.Drafts[b.find(payout.RunKind, 0)]
			d.Meta = maps.Clone(d.Meta)
			d.Meta["books_root"] = ledger.Hash{7}.String()
		})
	}, "the meta books_root stored is", "the meta books_root stored is", "are not those that there were"},
	{"the treasury in the program's text, digests made anew", func(c *crime) {
		c.forge(func(b *copied) { b.text(c.t, treasury, "0x00000000000000000000000000000000000000ab") })
	}, "does not follow from what was before", "is not signed by the key", "are not those that there were"},
	{"the distributor in the program's text, digests made anew", func(c *crime) {
		c.forge(func(b *copied) { b.text(c.t, distributor, "0x00000000000000000000000000000000000000ab") })
	}, "does not follow from what was before", "is not signed by the key", "are not those that there were"},
	{"the terms of referral in the program's text, digests made anew", func(c *crime) {
		c.forge(func(b *copied) { b.text(c.t, `"levels":["0.1"]`, `"levels":["0.2"]`) })
	}, "does not follow from what was before", "is not signed by the key", "are not those that there were"},
	{"a factor in the program's text, digests made anew", func(c *crime) {
		c.forge(func(b *copied) { b.text(c.t, `"factor":"1.25"`, `"factor":"1.3"`) })
	}, "does not follow from what was before", "is not signed by the key", "are not those that there were"},
	{"the lock in the program's text, digests made anew", func(c *crime) {
		c.forge(func(b *copied) { b.text(c.t, `"lock":"2d"`, `"lock":"1d"`) })
	}, "does not follow from what was before", "is not signed by the key", "are not those that there were"},
	{"a bracket in the program's text, digests made anew", func(c *crime) {
		c.forge(func(b *copied) { b.text(c.t, `"amount":"250"`, `"amount":"251"`) })
	}, "does not follow from what was before", "is not signed by the key", "are not those that there were"},
	{"revenue in an input, digests made anew", func(c *crime) {
		c.forge(func(b *copied) { b.fact(c.t, "may", `"20"`, `"30"`) })
	}, "does not follow from what was before", "is not signed by the key", "are not those that there were"},
	{"a fact without a signature appended, digests made anew", func(c *crime) {
		c.forge(func(b *copied) {
			b.appends(c, "ann", "token:laptop", fold.Revenue, c.madeUp(), func(*fold.Fact, string) {})
		})
	}, "does not follow from what was before", "is not signed by the key", "is not signed by the key"},
	{"a fact dated back to yesterday appended, signed", func(c *crime) {
		c.forge(func(b *copied) {
			b.appends(c, "ann", "token:laptop", fold.Revenue, c.madeUp(), func(f *fold.Fact, text string) {
				f.Time -= 24 * 3600
				f.Signature = operator.SignWithToken(ann.Token, text)
			})
		})
	}, "it is dated", "it is dated", "it is dated"},
	{"the last fact's time set ahead by an hour, digests made anew", func(c *crime) {
		c.forge(func(b *copied) { b.recorded(c.t, "may", func(f *fold.Fact) { f.Time += 3600 }) })
	}, "is not signed by the key", "is not signed by the key", "are not those that there were"},
	{"a fact dated a year ahead appended, signed", func(c *crime) {
		c.rebuilt(func(b *copied) {
			b.appendsAt(c, c.scene.now.AddDate(1, 0, 0), "ann", "token:laptop", fold.Revenue, c.madeUp(), func(f *fold.Fact, text string) {
				f.Signature = operator.SignWithToken(ann.Token, text)
			})
		})
	}, "the fact op:ann:made-up is dated", "", ""},
	{"facts without signatures allowed in the first input, digests made anew", func(c *crime) {
		c.forge(func(b *copied) {
			p, err := b.commit.Inputs[0].Program()
			fatal(c.t, err)
			b.commit.Inputs[0].Input = fold.TextInput(p, 1<<40)
			b.appends(c, "bob", "token:laptop", fold.Revenue, c.madeUp(), func(*fold.Fact, string) {})
		})
	}, "is not signed by the key", "is not signed by the key", "are not those that there were"},
	{"a key that nobody consented to appended, signed by its giver", func(c *crime) {
		c.forge(func(b *copied) {
			b.appends(c, "ann", "token:laptop", fold.Operator, keyOf("mallory", "M", operator.Approve), func(f *fold.Fact, text string) {
				f.Signature = operator.SignWithToken(ann.Token, text)
			})
		})
	}, "needs consent has changed", "needs consent has changed", ""},
	{"a purchase left out, and new books made of the rest", func(c *crime) {
		c.rebuilt(func(b *copied) {
			last := len(b.commit.Inputs) - 1
			for ; b.commit.Inputs[last].Kind != fold.InputPending; last-- {
			}
			b.commit.Inputs = slices.Delete(b.commit.Inputs, last, last+1)
		})
	}, "", "", "this is an older copy"},
	{"a fact that a contract never signed appended, and new books made of it", func(c *crime) {
		c.rebuilt(func(b *copied) {
			april := b.factOf(c.t, "april")
			b.appends(c, april.Operator, april.How, fold.Revenue, c.madeUp(), func(f *fold.Fact, text string) {
				f.Signature, f.Word = april.Signature, april.Word
				f.Word.Signed = operator.SignedHash(text)
			})
		})
	}, "", "", ""},
	{"inputs cut off, and new books made of the rest", func(c *crime) {
		c.rebuilt(func(b *copied) { b.commit.Inputs = b.commit.Inputs[:len(c.before.books.commit.Inputs)] })
	}, "", "", "this is an older copy"},
	{"an older backup", func(c *crime) { c.lay(c.before) }, "", "", "this is an older copy"},
}

const renamed = "UPDATE account SET path = replace(path, '000034', '000099') WHERE path LIKE 'liabilities:share:%34'"

// ahead makes the last final block another one, and the newest.
func (c *copied) ahead(number uint64) {
	c.commit.Cursor.Final.Number = number
	c.commit.Cursor.Head, c.commit.Headers = c.commit.Cursor.Final, nil
}

// final changes one of the final headers among the inputs that come by themselves, counted from the last one.
func (c *copied) final(t *testing.T, before int, change func(*engine.Header)) {
	t.Helper()
	for i := len(c.commit.Inputs) - 1; i >= 0; i-- {
		if in := &c.commit.Inputs[i]; in.Kind == fold.InputFinal {
			if before == 0 {
				h, _, err := in.Final()
				fatal(t, err)
				change(&h)
				in.Input = fold.FinalInput(h)
				return
			}
			before--
		}
	}
	panic(errAbsent)
}

// aheadOfTime makes the last final header among the inputs, and in the head, one of a later month.
func (c *copied) aheadOfTime(t *testing.T) {
	t.Helper()
	c.final(t, 0, func(h *engine.Header) { h.Time += 40 * 24 * 60 * 60 })
	c.commit.Cursor.Final.Time += 40 * 24 * 60 * 60
}

var incident = engine.Incident{Time: on(5, 3), Text: "a block that was final has been replaced",
	Evidence: map[string]string{"books": "0x01"}}

// ofTable is a way of tampering with each table.
var ofTable = map[string]string{
	"account": "an account's path, digest left", "journal": "the last transaction deleted", "posting": "a posting's amount",
	"balance": "a balance", "day_delta": "a day's sum", "input": "an input's content, digest left",
	"identity": "the contract in the identity, seal made anew", "coverage": "the level of proof in the coverage, seals made anew",
	"window": "a block that is not final, seal made anew", "head": "the last block in the head, seal left",
	"tile": "a tile of the tree", "saved": "what is saved of the inputs", "goose_db_version": "the version of the tables",
}
