-- +goose Up
-- What the first inputs add up to, in parts, so that they need not be read again. It follows from them, and may be missing.
CREATE TABLE saved (
    part   INTEGER NOT NULL PRIMARY KEY,
    parts  INTEGER NOT NULL,
    inputs INTEGER NOT NULL,
    events INTEGER NOT NULL,
    texts  BLOB    NOT NULL,
    made   BLOB    NOT NULL,
    bytes  BLOB    NOT NULL,
    seal   BLOB    NOT NULL
) STRICT;
