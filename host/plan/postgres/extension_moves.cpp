#include "plan/postgres/extension_moves.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "plan/postgres/free_names.h"
#include "plan/postgres/names.h"
#include "plan/postgres/texts.h"

namespace ddltrail::postgres_plan {
namespace {

using Name = std::pair<std::string, std::string>;

/// Gives the later schema to what the extensions in the former one bring, where `to` finds it
/// there.
void rename_members(Schema& from, const Schema& to, const std::string& former,
                    const std::string& later) {
  const std::set<Name> own = names_of_objects(from);
  const std::set<Name> wanted = names_in_texts(to);
  for (const Name& name : names_in_texts(from)) {
    const Name moved = {later, name.second};
    if (name.first == former && !own.contains(name) && wanted.contains(moved))
      rename_in_texts(from, name, moved);
  }
}

const Extension* moved(const Extension& row, const Schema& to) {
  for (const Extension& other : to.extensions)
    if (row.extension_name == other.extension_name && row.schema_name != other.schema_name)
      return &other;
  return nullptr;
}

}  // namespace

bool has_moved_extensions(const Schema& from, const Schema& to) {
  return std::any_of(from.extensions.begin(), from.extensions.end(),
                     [&](const Extension& row) { return moved(row, to) != nullptr; });
}

Steps move_extensions(Schema& from, const Schema& to) {
  Steps steps;
  for (Extension& row : from.extensions) {
    const Extension* later = moved(row, to);
    if (!later) continue;
    steps.push_back({fmt::format("ALTER EXTENSION {} SET SCHEMA {}", quoted(later->extension_name),
                                 quoted(later->schema_name)),
                     {}});
    rename_members(from, to, row.schema_name, later->schema_name);
    row.schema_name = later->schema_name;
  }
  return steps;
}

}  // namespace ddltrail::postgres_plan
