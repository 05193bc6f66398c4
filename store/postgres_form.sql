-- The form of the books' tables, by kind and name. What stands here prints the same in PostgreSQL 13 to 18. It is read with nothing but
-- pg_catalog in the search path: a function or an operator of another schema whose arguments fit better would be called instead.
WITH t AS (
    SELECT c.oid, c.relname AS name, c.relkind, c.relpersistence, c.relispartition, c.reloftype, c.relrowsecurity, c.relforcerowsecurity,
        n.nspname AS schema, quote_ident(n.nspname) || '.' AS prefix
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.oid = ANY (?::oid[])
), i AS ( -- how full its pages are is nobody's business
    SELECT t.name AS of, c.relname::text AS name, i.indisvalid, i.indisvalid AND i.indisready AND i.indislive AS valid,
        i.indisunique OR i.indisexclusion OR i.indpred IS NOT NULL OR i.indexprs IS NOT NULL OR EXISTS (
            SELECT FROM pg_opclass o WHERE o.oid = ANY (i.indclass) AND o.opcnamespace <> 'pg_catalog'::regnamespace) AS acts,
        regexp_replace(replace(replace(pg_get_indexdef(i.indexrelid), ' ON ' || t.prefix, ' ON '), ' ON ONLY ' || t.prefix, ' ON ONLY '),
            ' WITH [(][^)]*[)]', '') AS form
    FROM t JOIN pg_index i ON i.indrelid = t.oid JOIN pg_class c ON c.oid = i.indexrelid
)
SELECT 'table ' || name AS name, concat_ws(', ',
    CASE relkind WHEN 'r' THEN 'ordinary' WHEN 'p' THEN 'in parts by ' || pg_get_partkeydef(oid) ELSE 'kind ' || relkind::text END,
    CASE relpersistence WHEN 'p' THEN 'permanent' ELSE 'persistence ' || relpersistence::text END,
    CASE WHEN relispartition THEN 'a partition' END, CASE WHEN reloftype <> 0 THEN 'of a type' END,
    CASE WHEN schema <> (SELECT v.schema FROM t v WHERE v.name = ?) THEN 'in another schema' END) AS form
FROM t
UNION ALL
SELECT format('column %s of %s', a.attname, t.name), concat_ws(', ', format_type(a.atttypid, a.atttypmod),
    CASE WHEN a.attcollation <> y.typcollation THEN 'collation ' || a.attcollation::regcollation::text END,
    CASE WHEN a.attnotnull THEN 'not null' END,
    CASE WHEN a.attidentity <> '' THEN 'identity ' || a.attidentity::text END,
    CASE WHEN a.attgenerated <> '' THEN 'generated' END, 'default ' || pg_get_expr(d.adbin, d.adrelid))
FROM t JOIN pg_attribute a ON a.attrelid = t.oid JOIN pg_type y ON y.oid = a.atttypid
    LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
WHERE a.attnum > 0 AND NOT a.attisdropped
UNION ALL -- NOT NULL is said of the column, and constraint triggers are among the triggers
SELECT format('constraint %s of %s', c.conname, t.name), pg_get_constraintdef(c.oid)
FROM t JOIN pg_constraint c ON c.conrelid = t.oid WHERE c.contype NOT IN ('n', 't')
UNION ALL -- beside an index that is made anew stands another one, by which no rows are found
SELECT format('index %s of %s', i.name, i.of), concat_ws(', ', i.form, CASE WHEN i.valid THEN 'valid' ELSE 'broken' END)
FROM i WHERE i.name = ANY (?::text[]) OR i.acts AND (i.indisvalid OR NOT EXISTS (
    SELECT FROM i k WHERE k.of = i.of AND k.name = regexp_replace(i.name, '_cc(new|old)[0-9]*$', '') AND k.name <> i.name
        AND replace(i.form, quote_ident(i.name), quote_ident(k.name)) = k.form))
UNION ALL
SELECT format('trigger %s of %s', g.tgname, t.name), concat_ws(E'\n',
    CASE g.tgenabled WHEN 'O' THEN 'enabled' ELSE 'enabled ' || g.tgenabled::text END,
    replace(replace(pg_get_triggerdef(g.oid), ' ON ' || t.prefix, ' ON '), 'EXECUTE FUNCTION ' || t.prefix, 'EXECUTE FUNCTION '),
    replace(pg_get_functiondef(g.tgfoid), 'FUNCTION ' || t.prefix, 'FUNCTION '))
FROM t JOIN pg_trigger g ON g.tgrelid = t.oid WHERE NOT g.tgisinternal
UNION ALL
SELECT format('rule %s of %s', r.rulename, t.name), '' FROM t JOIN pg_rewrite r ON r.ev_class = t.oid
UNION ALL
SELECT 'row security of ' || name, '' FROM t WHERE relrowsecurity OR relforcerowsecurity
UNION ALL
SELECT format('policy %s of %s', p.polname, t.name), '' FROM t JOIN pg_policy p ON p.polrelid = t.oid
UNION ALL
SELECT format('child %s of %s', replace(h.inhrelid::regclass::text, t.prefix, ''), t.name), '' FROM t JOIN pg_inherits h ON h.inhparent = t.oid
UNION ALL
SELECT format('parent %s of %s', replace(h.inhparent::regclass::text, t.prefix, ''), t.name), '' FROM t JOIN pg_inherits h ON h.inhrelid = t.oid
UNION ALL -- those of changes to the schema are of use to hosts, and what they did is seen above; this one acts in every session
SELECT 'event trigger ' || evtname, '' FROM pg_event_trigger WHERE evtenabled <> 'D' AND evtevent = 'login'
