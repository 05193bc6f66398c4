-- +goose Up
-- What an index has beside the account and the time only told apart what is of one account and second, which few rows are: they are sorted
-- when they are read. Without it all of them share one key, and the two indexes have a quarter of the bytes.
DROP INDEX posting_from;
DROP INDEX posting_to;
CREATE INDEX posting_from ON posting (wide, from_id, effective);
CREATE INDEX posting_to ON posting (wide, to_id, effective);
