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

-- Whoever could read or write the postings can.
-- +goose StatementBegin
DO $$
DECLARE
    g record;
BEGIN
    FOR g IN SELECT CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END AS whom, a.privilege_type AS may,
            CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END AS further
        FROM pg_class c, aclexplode(c.relacl) a WHERE c.oid = 'posting_1'::regclass AND a.grantee <> c.relowner
    LOOP
        EXECUTE format('GRANT %s ON posting TO %s%s', g.may, g.whom, g.further);
    END LOOP;
END $$;
-- +goose StatementEnd

-- It is compressed already.
ALTER TABLE input ALTER COLUMN payload SET STORAGE EXTERNAL;
