-- +goose Up
-- Amounts are base units, exact to 78 digits. Times are seconds since 1970. Keys and paths are ordered by their bytes.
CREATE TABLE account (
    id     bigint NOT NULL PRIMARY KEY,
    path   text COLLATE "C" NOT NULL UNIQUE,
    digest bytea  NOT NULL
);

CREATE TABLE journal (
    sequence     bigint NOT NULL PRIMARY KEY,
    key          text COLLATE "C" NOT NULL,
    kind         text   NOT NULL,
    program      text   NOT NULL,
    rule         text   NOT NULL,
    effective    bigint NOT NULL,
    booked       bigint NOT NULL,
    origin       text   NOT NULL,
    chain        bigint NOT NULL,
    block_number bigint NOT NULL,
    block_hash   bytea  NOT NULL,
    tx_hash      bytea  NOT NULL,
    log_index    bigint NOT NULL,
    leg          text   NOT NULL,
    generation   bigint NOT NULL,
    name         text   NOT NULL,
    reference    text   NOT NULL,
    reversal     bigint NOT NULL,
    reverses     bigint NOT NULL,
    meta         text   NOT NULL,
    postings     bigint NOT NULL,
    previous     bytea  NOT NULL,
    hash         bytea  NOT NULL
);
-- The keys of a block's logs begin with its hash, so this index finds a block's transactions, too.
CREATE UNIQUE INDEX journal_key ON journal (key);
CREATE UNIQUE INDEX journal_log ON journal (tx_hash, log_index, leg, generation, chain) WHERE origin = 'evm' AND reversal = 0;
CREATE UNIQUE INDEX journal_reverses ON journal (reverses) WHERE reverses <> 0;

-- +goose StatementBegin
CREATE FUNCTION refuse_generation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT 1 FROM journal g JOIN journal r ON r.reverses = g.sequence AND r.reverses <> 0
        WHERE g.origin = 'evm' AND g.reversal = 0 AND g.chain = NEW.chain AND g.tx_hash = NEW.tx_hash
          AND g.log_index = NEW.log_index AND g.leg = NEW.leg AND g.generation = NEW.generation - 1
          AND r.sequence < NEW.sequence)
    THEN
        RAISE EXCEPTION 'a log comes back only after it was reversed' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NULL;
END $$;
-- +goose StatementEnd
-- After the rows of a COPY, so that COPY may write them in bulk; the condition on the sequence keeps the order.
CREATE TRIGGER journal_generation AFTER INSERT ON journal FOR EACH ROW
WHEN (NEW.generation > 0 AND NEW.origin = 'evm' AND NEW.reversal = 0) EXECUTE FUNCTION refuse_generation();

-- wide: the sequence of a transaction with very many postings, 0 of any other. It comes first in the indexes of postings and in the key of
-- their sums by day, so that all of a wide transaction is written at their ends and never among what was written before.
CREATE TABLE posting (
    sequence  bigint NOT NULL,
    line      bigint NOT NULL,
    from_id   bigint NOT NULL,
    to_id     bigint NOT NULL,
    asset     text COLLATE "C" NOT NULL,
    decimals  smallint NOT NULL,
    amount    numeric(78,0) NOT NULL,
    effective bigint NOT NULL,
    wide      bigint NOT NULL,
    PRIMARY KEY (sequence, line)
);
CREATE INDEX posting_from ON posting (wide, from_id, effective, sequence, line);
CREATE INDEX posting_to ON posting (wide, to_id, effective, sequence, line);

CREATE TABLE balance (
    account  bigint NOT NULL,
    asset    text COLLATE "C" NOT NULL,
    decimals smallint NOT NULL,
    incoming numeric(78,0) NOT NULL,
    outgoing numeric(78,0) NOT NULL,
    PRIMARY KEY (account, asset, decimals)
) WITH (fillfactor = 45); -- a row's next version fits beside it, so an index has nothing to write

CREATE TABLE day_delta (
    wide     bigint NOT NULL,
    asset    text COLLATE "C" NOT NULL,
    decimals smallint NOT NULL,
    account  bigint NOT NULL,
    day      bigint NOT NULL,
    incoming numeric(78,0) NOT NULL,
    outgoing numeric(78,0) NOT NULL,
    PRIMARY KEY (wide, asset, decimals, account, day)
) WITH (fillfactor = 75); -- as above, as far as it does not make much larger what a wide transaction writes once

CREATE TABLE checkpoint (
    day      bigint NOT NULL PRIMARY KEY,
    first    bigint NOT NULL,
    last     bigint NOT NULL,
    root     bytea  NOT NULL,
    previous bytea  NOT NULL,
    hash     bytea  NOT NULL
);

CREATE TABLE input (
    sequence bigint NOT NULL PRIMARY KEY,
    kind     text   NOT NULL,
    payload  bytea  NOT NULL,
    previous bytea  NOT NULL,
    digest   bytea  NOT NULL
);

CREATE TABLE identity (
    id       bigint NOT NULL PRIMARY KEY,
    program  text   NOT NULL,
    chain    bigint NOT NULL,
    contract bytea  NOT NULL,
    start    bigint NOT NULL,
    seal     bytea  NOT NULL
);

CREATE TABLE coverage (
    first bigint NOT NULL PRIMARY KEY,
    last  bigint NOT NULL,
    level text   NOT NULL,
    seal  bytea  NOT NULL
);

CREATE TABLE "window" (
    number bigint NOT NULL PRIMARY KEY,
    hash   bytea  NOT NULL,
    parent bytea  NOT NULL,
    time   bigint NOT NULL,
    seal   bytea  NOT NULL
);

-- One row: where the journal ends, where the chain was left, and digests of the small tables.
CREATE TABLE head (
    id           bigint NOT NULL PRIMARY KEY,
    sequence     bigint NOT NULL,
    hash         bytea  NOT NULL,
    booked       bigint NOT NULL,
    checkpoint   bytea  NOT NULL,
    day          bigint NOT NULL,
    first        bigint NOT NULL,
    open_count   bigint NOT NULL,
    open_roots   bytea  NOT NULL,
    inputs       bigint NOT NULL,
    input_digest bytea  NOT NULL,
    final_number bigint NOT NULL,
    final_hash   bytea  NOT NULL,
    final_parent bytea  NOT NULL,
    final_time   bigint NOT NULL,
    last_number  bigint NOT NULL,
    last_hash    bytea  NOT NULL,
    last_parent  bytea  NOT NULL,
    last_time    bigint NOT NULL,
    frozen       text   NOT NULL,
    coverage     bytea  NOT NULL,
    "window"     bytea  NOT NULL,
    versions     bytea  NOT NULL,
    seal         bytea  NOT NULL
);

-- +goose StatementBegin
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only: a correction is a new transaction', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;
-- +goose StatementEnd
CREATE TRIGGER journal_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON journal FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER posting_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON posting FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER checkpoint_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON checkpoint FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER input_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON input FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER account_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON account FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
