-- +goose Up
-- Postings are kept in parts by their transactions' order, each of which is written to its end and then left as it is: it is vacuumed,
-- moved to another disk and indexed anew by itself. The last part takes whatever comes; package partition closes it and begins another.
ALTER TABLE posting RENAME TO posting_1;
ALTER INDEX posting_pkey RENAME TO posting_1_pkey;
ALTER INDEX posting_from RENAME TO posting_1_wide_from_id_effective_sequence_line_idx;
ALTER INDEX posting_to RENAME TO posting_1_wide_to_id_effective_sequence_line_idx;
CREATE TABLE posting (LIKE posting_1, PRIMARY KEY (sequence, line)) PARTITION BY RANGE (sequence);
CREATE INDEX posting_from ON posting (wide, from_id, effective, sequence, line);
CREATE INDEX posting_to ON posting (wide, to_id, effective, sequence, line);
CREATE TRIGGER posting_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON posting FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE posting ATTACH PARTITION posting_1 FOR VALUES FROM (MINVALUE) TO (MAXVALUE);

-- It is compressed already.
ALTER TABLE input ALTER COLUMN payload SET STORAGE EXTERNAL;
