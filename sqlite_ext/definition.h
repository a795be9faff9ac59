// Definitions: an object as its contract rows, in JSON, read with the very SELECTs of the
// relations.
#pragma once

#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "database.h"
#include "relation.h"
#include "statement.h"

namespace ddltrail {

using Json = nlohmann::ordered_json;

/// Nothing for what has none; shared by the stored copy and the changes that it goes into.
using Definition = std::shared_ptr<const Json>;

/// What a definition is made of: tables, views and virtual tables have one shape, indexes another.
enum class DefinitionShape { kTable, kIndex };

/// The definitions of the named objects, by name; none for a name that does not exist. As the log
/// of a file has them, which calls its schema main.
std::map<std::string, Json> read_definitions(const Database& db, DefinitionShape shape,
                                             const std::set<std::string>& names);

/// A row of `SELECT *` from a relation, by the names of its columns. As the log of a file has it,
/// which calls its schema main, whatever the file is attached as.
Json typed_row(const Statement& row, const Relation& relation);

/// Lets SQLite resolve every view and virtual table that it can, as they are now. Until then
/// pragma_table_list may show a sound one without columns where another one is broken, and the
/// relations would too.
void resolve_views(const Database& db);

/// The definition without what a change may leave out of sight: VACUUM renumbers object_id.
Json comparable(Json definition);

/// JSON as it is stored; bytes that are not UTF-8 are replaced.
std::string to_text(const Json& json);

}  // namespace ddltrail
