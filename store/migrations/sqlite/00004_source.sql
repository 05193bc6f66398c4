-- +goose Up
-- A transaction's key says nothing that the columns of its source do not say: they are found, and booked once, by these alone.
DROP INDEX journal_key;
DROP INDEX journal_log;
ALTER TABLE journal DROP COLUMN key;
CREATE UNIQUE INDEX journal_log ON journal (tx_hash, log_index, leg, generation, chain, reversal) WHERE origin = 'evm';
CREATE UNIQUE INDEX journal_source ON journal (origin, name, reference, reversal) WHERE origin <> 'evm';

-- A block that leaves the chain is found by its number.
CREATE INDEX journal_block ON journal (block_number) WHERE origin = 'evm' AND reversal = 0;
