-- +goose Up
-- Amounts are digits of base units: a numeric column would turn them into floating point. Times are seconds since 1970.
CREATE TABLE account (
    id     INTEGER NOT NULL PRIMARY KEY,
    path   TEXT    NOT NULL UNIQUE,
    digest BLOB    NOT NULL
) STRICT;

CREATE TABLE journal (
    sequence     INTEGER NOT NULL PRIMARY KEY,
    key          TEXT    NOT NULL,
    kind         TEXT    NOT NULL,
    program      TEXT    NOT NULL,
    rule         TEXT    NOT NULL,
    effective    INTEGER NOT NULL,
    booked       INTEGER NOT NULL,
    origin       TEXT    NOT NULL,
    chain        INTEGER NOT NULL,
    block_number INTEGER NOT NULL,
    block_hash   BLOB    NOT NULL,
    tx_hash      BLOB    NOT NULL,
    log_index    INTEGER NOT NULL,
    leg          TEXT    NOT NULL,
    generation   INTEGER NOT NULL,
    name         TEXT    NOT NULL,
    reference    TEXT    NOT NULL,
    reversal     INTEGER NOT NULL,
    reverses     INTEGER NOT NULL,
    meta         TEXT    NOT NULL,
    postings     INTEGER NOT NULL,
    previous     BLOB    NOT NULL,
    hash         BLOB    NOT NULL
) STRICT;
-- The keys of a block's logs begin with its hash, so this index finds a block's transactions, too.
CREATE UNIQUE INDEX journal_key ON journal (key);
CREATE UNIQUE INDEX journal_log ON journal (tx_hash, log_index, leg, generation, chain) WHERE origin = 'evm' AND reversal = 0;
CREATE UNIQUE INDEX journal_reverses ON journal (reverses) WHERE reverses <> 0;

-- +goose StatementBegin
CREATE TRIGGER journal_generation BEFORE INSERT ON journal
WHEN NEW.generation > 0 AND NEW.origin = 'evm' AND NEW.reversal = 0
BEGIN
    SELECT RAISE(ABORT, 'a log comes back only after it was reversed')
    WHERE NOT EXISTS (
        SELECT 1 FROM journal g JOIN journal r ON r.reverses = g.sequence AND r.reverses <> 0
        WHERE g.origin = 'evm' AND g.reversal = 0 AND g.chain = NEW.chain AND g.tx_hash = NEW.tx_hash
          AND g.log_index = NEW.log_index AND g.leg = NEW.leg AND g.generation = NEW.generation - 1
          AND r.sequence < NEW.sequence);
END;
-- +goose StatementEnd

-- wide: the sequence of a transaction with very many postings, 0 of any other. It comes first in the indexes of postings and in the key of
-- their sums by day, so that all of a wide transaction is written at their ends and never among what was written before.
CREATE TABLE posting (
    sequence  INTEGER NOT NULL,
    line      INTEGER NOT NULL,
    from_id   INTEGER NOT NULL,
    to_id     INTEGER NOT NULL,
    asset     TEXT    NOT NULL,
    decimals  INTEGER NOT NULL,
    amount    TEXT    NOT NULL,
    effective INTEGER NOT NULL,
    wide      INTEGER NOT NULL,
    PRIMARY KEY (sequence, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX posting_from ON posting (wide, from_id, effective, sequence, line);
CREATE INDEX posting_to ON posting (wide, to_id, effective, sequence, line);

CREATE TABLE balance (
    account  INTEGER NOT NULL,
    asset    TEXT    NOT NULL,
    decimals INTEGER NOT NULL,
    incoming TEXT    NOT NULL,
    outgoing TEXT    NOT NULL,
    PRIMARY KEY (account, asset, decimals)
) STRICT, WITHOUT ROWID;

CREATE TABLE day_delta (
    wide     INTEGER NOT NULL,
    asset    TEXT    NOT NULL,
    decimals INTEGER NOT NULL,
    account  INTEGER NOT NULL,
    day      INTEGER NOT NULL,
    incoming TEXT    NOT NULL,
    outgoing TEXT    NOT NULL,
    PRIMARY KEY (wide, asset, decimals, account, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE checkpoint (
    day      INTEGER NOT NULL PRIMARY KEY,
    first    INTEGER NOT NULL,
    last     INTEGER NOT NULL,
    root     BLOB    NOT NULL,
    previous BLOB    NOT NULL,
    hash     BLOB    NOT NULL
) STRICT;

CREATE TABLE input (
    sequence INTEGER NOT NULL PRIMARY KEY,
    kind     TEXT    NOT NULL,
    payload  BLOB    NOT NULL,
    previous BLOB    NOT NULL,
    digest   BLOB    NOT NULL
) STRICT;

CREATE TABLE identity (
    id       INTEGER NOT NULL PRIMARY KEY,
    program  TEXT    NOT NULL,
    chain    INTEGER NOT NULL,
    contract BLOB    NOT NULL,
    start    INTEGER NOT NULL,
    seal     BLOB    NOT NULL
) STRICT;

CREATE TABLE coverage (
    first INTEGER NOT NULL PRIMARY KEY,
    last  INTEGER NOT NULL,
    level TEXT    NOT NULL,
    seal  BLOB    NOT NULL
) STRICT;

CREATE TABLE "window" (
    number INTEGER NOT NULL PRIMARY KEY,
    hash   BLOB    NOT NULL,
    parent BLOB    NOT NULL,
    time   INTEGER NOT NULL,
    seal   BLOB    NOT NULL
) STRICT;

-- One row: where the journal ends, where the chain was left, and digests of the small tables.
CREATE TABLE head (
    id           INTEGER NOT NULL PRIMARY KEY,
    sequence     INTEGER NOT NULL,
    hash         BLOB    NOT NULL,
    booked       INTEGER NOT NULL,
    checkpoint   BLOB    NOT NULL,
    day          INTEGER NOT NULL,
    first        INTEGER NOT NULL,
    open_count   INTEGER NOT NULL,
    open_roots   BLOB    NOT NULL,
    inputs       INTEGER NOT NULL,
    input_digest BLOB    NOT NULL,
    final_number INTEGER NOT NULL,
    final_hash   BLOB    NOT NULL,
    final_parent BLOB    NOT NULL,
    final_time   INTEGER NOT NULL,
    last_number  INTEGER NOT NULL,
    last_hash    BLOB    NOT NULL,
    last_parent  BLOB    NOT NULL,
    last_time    INTEGER NOT NULL,
    frozen       TEXT    NOT NULL,
    coverage     BLOB    NOT NULL,
    "window"     BLOB    NOT NULL,
    versions     BLOB    NOT NULL,
    seal         BLOB    NOT NULL
) STRICT;

CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'journal is append-only: a correction is a new transaction'); END;
CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'journal is append-only: a correction is a new transaction'); END;
CREATE TRIGGER posting_no_update BEFORE UPDATE ON posting BEGIN SELECT RAISE(ABORT, 'posting is append-only: a correction is a new transaction'); END;
CREATE TRIGGER posting_no_delete BEFORE DELETE ON posting BEGIN SELECT RAISE(ABORT, 'posting is append-only: a correction is a new transaction'); END;
CREATE TRIGGER checkpoint_no_update BEFORE UPDATE ON checkpoint BEGIN SELECT RAISE(ABORT, 'checkpoint is append-only: a correction is a new transaction'); END;
CREATE TRIGGER checkpoint_no_delete BEFORE DELETE ON checkpoint BEGIN SELECT RAISE(ABORT, 'checkpoint is append-only: a correction is a new transaction'); END;
CREATE TRIGGER input_no_update BEFORE UPDATE ON input BEGIN SELECT RAISE(ABORT, 'input is append-only: a correction is a new transaction'); END;
CREATE TRIGGER input_no_delete BEFORE DELETE ON input BEGIN SELECT RAISE(ABORT, 'input is append-only: a correction is a new transaction'); END;
CREATE TRIGGER account_no_update BEFORE UPDATE ON account BEGIN SELECT RAISE(ABORT, 'account is append-only: a correction is a new transaction'); END;
CREATE TRIGGER account_no_delete BEFORE DELETE ON account BEGIN SELECT RAISE(ABORT, 'account is append-only: a correction is a new transaction'); END;
