-- dependencies: which object needs which other one, both of the user. A part counts as the whole that it belongs to.
-- See sql/README.md.
-- Reader: search_path = pg_catalog, jit = off. See ../README.md.
SELECT DISTINCT object.type AS object_kind,
       object.identity AS object_identity,
       needed.type AS needed_kind,
       needed.identity AS needed_identity
FROM (
  WITH whole (classid, objid, whole_class, whole_id) AS (
    SELECT 'pg_catalog.pg_rewrite'::pg_catalog.regclass, oid, 'pg_catalog.pg_class'::pg_catalog.regclass, ev_class
    FROM pg_catalog.pg_rewrite
    WHERE ev_type = '1'
    UNION ALL
    SELECT 'pg_catalog.pg_attrdef'::pg_catalog.regclass, oid, 'pg_catalog.pg_class'::pg_catalog.regclass, adrelid
    FROM pg_catalog.pg_attrdef
    UNION ALL
    SELECT 'pg_catalog.pg_constraint'::pg_catalog.regclass, oid,
           CASE WHEN conrelid <> 0 THEN 'pg_catalog.pg_class' ELSE 'pg_catalog.pg_type' END::pg_catalog.regclass,
           CASE WHEN conrelid <> 0 THEN conrelid ELSE contypid END
    FROM pg_catalog.pg_constraint
    WHERE conrelid <> 0 OR contypid <> 0
    UNION ALL
    SELECT 'pg_catalog.pg_trigger'::pg_catalog.regclass, t.oid, 'pg_catalog.pg_class'::pg_catalog.regclass, k.conrelid
    FROM pg_catalog.pg_trigger t
    JOIN pg_catalog.pg_constraint k ON k.oid = t.tgconstraint
    WHERE t.tgisinternal
    UNION ALL
    SELECT 'pg_catalog.pg_publication_rel'::pg_catalog.regclass, oid, 'pg_catalog.pg_publication'::pg_catalog.regclass, prpubid
    FROM pg_catalog.pg_publication_rel
    UNION ALL
    SELECT 'pg_catalog.pg_publication_namespace'::pg_catalog.regclass, oid, 'pg_catalog.pg_publication'::pg_catalog.regclass,
           pnpubid
    FROM pg_catalog.pg_publication_namespace
    UNION ALL
    -- The row type of a table, the array type of a type.
    SELECT 'pg_catalog.pg_type'::pg_catalog.regclass, t.oid,
           CASE WHEN r.relkind <> 'c' THEN 'pg_catalog.pg_class' ELSE 'pg_catalog.pg_type' END::pg_catalog.regclass,
           CASE WHEN r.relkind <> 'c' THEN r.oid ELSE COALESCE(element.oid, t.oid) END
    FROM pg_catalog.pg_type t
    LEFT JOIN pg_catalog.pg_type element ON element.oid = t.typelem AND element.typarray = t.oid
    LEFT JOIN pg_catalog.pg_class r ON r.oid = COALESCE(element.typrelid, t.typrelid)
    WHERE element.oid IS NOT NULL OR r.relkind <> 'c'
    UNION ALL
    SELECT 'pg_catalog.pg_class'::pg_catalog.regclass, r.oid, 'pg_catalog.pg_type'::pg_catalog.regclass, r.reltype
    FROM pg_catalog.pg_class r
    WHERE r.relkind = 'c'
    UNION ALL
    SELECT 'pg_catalog.pg_type'::pg_catalog.regclass, m.rngmultitypid, 'pg_catalog.pg_type'::pg_catalog.regclass, m.rngtypid
    FROM pg_catalog.pg_range m
  )
  SELECT COALESCE(own.whole_class, d.classid::pg_catalog.regclass) AS classid, COALESCE(own.whole_id, d.objid) AS objid,
         COALESCE(other.whole_class, d.refclassid::pg_catalog.regclass) AS refclassid,
         COALESCE(other.whole_id, d.refobjid) AS refobjid
  FROM pg_catalog.pg_depend d
  LEFT JOIN whole own ON own.classid = d.classid AND own.objid = d.objid
  LEFT JOIN whole other ON other.classid = d.refclassid AND other.objid = d.refobjid
  WHERE d.objid >= 16384
    AND d.refobjid >= 16384
    AND d.deptype <> 'e'
) c
CROSS JOIN LATERAL pg_catalog.pg_identify_object(c.classid, c.objid, 0) object
CROSS JOIN LATERAL pg_catalog.pg_identify_object(c.refclassid, c.refobjid, 0) needed
WHERE (c.classid, c.objid) <> (c.refclassid, c.refobjid)
  AND object.type NOT IN ('toast table', 'extension')
  AND needed.type <> 'extension'
  AND COALESCE(object.schema, '') !~ '^pg_'
  AND COALESCE(needed.schema, '') !~ '^pg_'
  AND COALESCE(object.schema, '') NOT IN ('information_schema', 'ddltrail')
  AND COALESCE(needed.schema, '') NOT IN ('information_schema', 'ddltrail')
  AND needed.identity <> 'ddltrail'
  AND NOT EXISTS (
    SELECT FROM pg_catalog.pg_depend member
    WHERE member.deptype = 'e'
      AND ((member.classid = c.classid AND member.objid = c.objid)
           OR (member.classid = c.refclassid AND member.objid = c.refobjid)))
