-- +goose Up
-- What the first inputs add up to, in parts, so that they need not be read again. It follows from them, and may be missing.
CREATE TABLE saved (
    part   bigint NOT NULL PRIMARY KEY,
    parts  bigint NOT NULL,
    inputs bigint NOT NULL,
    events bigint NOT NULL,
    texts  bytea  NOT NULL,
    made   bytea  NOT NULL,
    bytes  bytea  NOT NULL,
    seal   bytea  NOT NULL
);
-- It is compressed already.
ALTER TABLE saved ALTER COLUMN bytes SET STORAGE EXTERNAL;
