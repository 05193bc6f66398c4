-- +goose Up
-- Which chart of accounts the books are kept by. Books of before this column have the first one, and are not migrated: they are
-- rebuilt from what they recorded.
ALTER TABLE identity ADD COLUMN chart INTEGER NOT NULL DEFAULT 1;
