-- +goose Up
-- One tree over everything in place of a seal for each day. Books of before have no rows here that could be brought over by SQL alone:
-- they are rebuilt from what they recorded.
DROP TABLE checkpoint;

-- transactions: how many stood in the journal before the input. digest: the input's leaf in the tree.
ALTER TABLE input DROP COLUMN previous, ADD COLUMN transactions bigint NOT NULL DEFAULT 0;

-- The roots of whole tiles, 256 leaves each, from number 0 on.
CREATE TABLE tile (
    number bigint NOT NULL PRIMARY KEY,
    root   bytea  NOT NULL
);
CREATE TRIGGER tile_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON tile FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- roots: of the whole subtrees that the tree is made of, the largest first.
ALTER TABLE head DROP COLUMN checkpoint, DROP COLUMN day, DROP COLUMN first, DROP COLUMN open_count, DROP COLUMN input_digest;
ALTER TABLE head RENAME COLUMN open_roots TO roots;
