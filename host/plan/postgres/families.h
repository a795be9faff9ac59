// The families of objects: each adds its own to a catalog, from the rows.
#pragma once

namespace ddltrail::postgres_plan {

class Catalog;

/// Schemas, extensions, foreign servers, default privileges.
void add_schemas(Catalog& catalog);
/// Enums, domains, composite types, range types.
void add_types(Catalog& catalog);
void add_routines(Catalog& catalog);
void add_sequences(Catalog& catalog);
/// Tables of all kinds with their columns, parents and properties.
void add_tables(Catalog& catalog);
/// Constraints and indexes.
void add_constraints(Catalog& catalog);
void add_views(Catalog& catalog);
/// Triggers, rules, policies, statistics.
void add_pieces(Catalog& catalog);
void add_publications(Catalog& catalog);

}  // namespace ddltrail::postgres_plan
