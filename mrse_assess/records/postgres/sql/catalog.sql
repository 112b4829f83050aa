-- Everything that the schema :schema is made of, one row each: what it is, its name, and how it is made.
WITH own AS (SELECT oid FROM pg_namespace WHERE nspname = :schema),
relations AS (SELECT * FROM pg_class WHERE relnamespace = (SELECT oid FROM own))
SELECT 'relation', relname::text,
       concat_ws(' ', relkind, relpersistence, relrowsecurity, relforcerowsecurity, reloptions::text)
FROM relations WHERE relkind <> 't'
UNION ALL
SELECT 'column', relname || '.' || attname,
       concat_ws(' ', attnum, format_type(atttypid, atttypmod), attnotnull, attidentity, attgenerated, collname,
                 pg_get_expr(adbin, adrelid))
FROM relations JOIN pg_attribute ON attrelid = relations.oid
LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
LEFT JOIN pg_collation ON pg_collation.oid = attcollation
WHERE attnum > 0 AND NOT attisdropped AND relkind IN ('r', 'v')
UNION ALL
SELECT 'constraint', relname || '.' || conname, concat_ws(' ', pg_get_constraintdef(pg_constraint.oid), convalidated)
FROM relations JOIN pg_constraint ON conrelid = relations.oid
UNION ALL
SELECT 'index', relname::text, concat_ws(' ', pg_get_indexdef(indexrelid), indisvalid, indisready, indislive)
FROM relations JOIN pg_index ON indexrelid = relations.oid
UNION ALL
SELECT 'trigger', relname || '.' || tgname, concat_ws(' ', pg_get_triggerdef(pg_trigger.oid), tgenabled)
FROM relations JOIN pg_trigger ON tgrelid = relations.oid WHERE NOT tgisinternal
UNION ALL
SELECT 'trigger', relname || ' by reference', string_agg(concat_ws(' ', tgfoid::regproc, tgenabled), ', '
       ORDER BY tgfoid::regproc::text, tgenabled)
FROM relations JOIN pg_trigger ON tgrelid = relations.oid WHERE tgisinternal GROUP BY relname
UNION ALL
SELECT 'function', proname::text,
       concat_ws(' ', pg_get_function_identity_arguments(oid), pg_get_function_result(oid), provolatile, prosecdef,
                 proconfig::text, prosrc)
FROM pg_proc WHERE pronamespace = (SELECT oid FROM own)
UNION ALL
SELECT 'policy', relname || '.' || polname,
       concat_ws(' ', polcmd, polpermissive, polroles::text, pg_get_expr(polqual, polrelid),
                 pg_get_expr(polwithcheck, polrelid))
FROM relations JOIN pg_policy ON polrelid = relations.oid
UNION ALL
SELECT 'rule', relname || '.' || rulename, pg_get_ruledef(pg_rewrite.oid)
FROM relations JOIN pg_rewrite ON ev_class = relations.oid
