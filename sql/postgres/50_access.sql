-- The catalogs are open to everybody, so the relations are too. The log holds the past and what people typed:
-- it is open to the owner of the database, to members of pg_read_all_data and to whom they grant it.
GRANT USAGE ON SCHEMA ddltrail TO PUBLIC;
GRANT SELECT ON ddltrail.log, ddltrail.log_state, ddltrail.schemas, ddltrail.tables, ddltrail.columns,
  ddltrail.constraints, ddltrail.foreign_keys, ddltrail.indexes, ddltrail.views, ddltrail.sequences, ddltrail.enums,
  ddltrail.domains, ddltrail.composite_types, ddltrail.range_types, ddltrail.routines, ddltrail.parents,
  ddltrail.table_properties, ddltrail.column_properties, ddltrail.triggers, ddltrail.rules, ddltrail.policies,
  ddltrail.statistics, ddltrail.privileges, ddltrail.default_privileges, ddltrail.extensions, ddltrail.extension_members,
  ddltrail.publications, ddltrail.foreign_servers, ddltrail.dependencies, ddltrail.relationships, ddltrail.view_columns,
  ddltrail.definitions, ddltrail.described_rows, ddltrail.fingerprints, ddltrail.change_history TO PUBLIC;

-- What the owner of the database may, and may grant.
DO $$
DECLARE
  owner text := (
    SELECT pg_catalog.pg_get_userbyid(here.datdba)
    FROM pg_catalog.pg_database here
    WHERE here.datname OPERATOR(pg_catalog.=) pg_catalog.current_database());
BEGIN
  EXECUTE pg_catalog.format('GRANT SELECT ON ddltrail.change_log, ddltrail.consumers TO %I WITH GRANT OPTION', owner);
  EXECUTE pg_catalog.format('GRANT EXECUTE ON FUNCTION ddltrail.register_consumer, ddltrail.unregister_consumer,'
    ' ddltrail.advance_consumer, ddltrail.prune, ddltrail.verify TO %I WITH GRANT OPTION', owner);
END
$$;
