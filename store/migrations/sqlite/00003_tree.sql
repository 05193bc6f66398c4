-- +goose Up
-- One tree over everything in place of a seal for each day. Books of before have no rows here that could be brought over by SQL alone:
-- they are rebuilt from what they recorded.
DROP TABLE checkpoint;

-- transactions: how many stood in the journal before the input. digest: the input's leaf in the tree.
ALTER TABLE input DROP COLUMN previous;
ALTER TABLE input ADD COLUMN transactions INTEGER NOT NULL DEFAULT 0;

-- The roots of whole tiles, 256 leaves each, from number 0 on.
CREATE TABLE tile (
    number INTEGER NOT NULL PRIMARY KEY,
    root   BLOB    NOT NULL
) STRICT;
CREATE TRIGGER tile_no_update BEFORE UPDATE ON tile BEGIN SELECT RAISE(ABORT, 'tile is append-only: a correction is a new transaction'); END;
CREATE TRIGGER tile_no_delete BEFORE DELETE ON tile BEGIN SELECT RAISE(ABORT, 'tile is append-only: a correction is a new transaction'); END;

-- roots: of the whole subtrees that the tree is made of, the largest first.
ALTER TABLE head DROP COLUMN checkpoint;
ALTER TABLE head DROP COLUMN day;
ALTER TABLE head DROP COLUMN first;
ALTER TABLE head DROP COLUMN open_count;
ALTER TABLE head DROP COLUMN input_digest;
ALTER TABLE head RENAME COLUMN open_roots TO roots;
