// Definitions: an object as its contract rows, read with the very SELECTs of the relations.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "database.h"
#include "row.h"

namespace ddltrail {

/// The rows of one object in one relation.
struct Part {
  const Relation* relation;
  std::vector<Row> rows;
};

struct ObjectRows {
  std::vector<Part> parts;
  bool follows_from_text = false;  // of the object; then it need not be stored
};

/// Nothing for what has none; shared by the stored copy and the changes that it goes into.
using Definition = std::shared_ptr<const ObjectRows>;

/// Empty where there are none.
const std::vector<Row>& rows_of(const Definition& definition, std::string_view relation);

/// What a definition is made of: tables, views and virtual tables have one shape, indexes another.
enum class DefinitionShape { kTable, kIndex };

/// The definitions of the named objects, by name; none for a name that does not exist.
std::map<std::string, ObjectRows> read_definitions(const Database& db, DefinitionShape shape,
                                                   const std::set<std::string>& names);

/// Lets SQLite resolve every view and virtual table that it can, as they are now. Until then
/// pragma_table_list may show a sound one without columns where another one is broken, and the
/// relations would too.
void resolve_views(const Database& db);

/// The same but for what a change may leave out of sight: VACUUM renumbers object_id.
bool look_the_same(const Definition& a, const Definition& b);

/// As in the log.
std::string to_text(const ObjectRows& definition);
ObjectRows parse_definition(const std::string& text);

}  // namespace ddltrail
