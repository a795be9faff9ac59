#include "source/sqlite/table_keys.h"

#include <algorithm>
#include <map>

#include "sqlite_create/description.h"
#include "sqlite_create/keyword.h"
#include "sqlite_create/statement.h"
#include "sqlite_create/token_stream.h"

namespace ddltrail {
namespace {

constexpr const char* kSchema = "main";
constexpr const char* kTexts =
    "SELECT name, sql FROM main.sqlite_schema WHERE type = 'table' AND rootpage > 0";

using Columns = std::vector<std::string>;
using Constraints = std::vector<create::ConstraintDescription>;

/// A table that foreign keys may refer to.
struct Parent {
  std::string name;
  Columns columns;
  Columns primary_key;

  /// Those that are meant where none are written.
  Columns spelled(const Columns& written) const {
    if (written.empty()) return primary_key;
    Columns found;
    for (const auto& column : written) found.push_back(spelled(column));
    return found;
  }

  std::string spelled(const std::string& column) const {
    const std::string wanted = create::upper(column);
    const auto found = std::find_if(columns.begin(), columns.end(), [&](const auto& candidate) {
      return create::upper(candidate) == wanted;
    });
    return found == columns.end() ? column : *found;
  }
};

class TableKeys {
 public:
  explicit TableKeys(sqlite::Connection& connection) {
    sqlite::Statement row(connection, kTexts);
    while (row.step()) read(std::string(row.text(0)), row.text(1));
  }

  void add_to(Assembly& assembly) const {
    for (const auto& [table, constraints] : constraints_)
      for (const auto& constraint : constraints) add(assembly, table, constraint);
  }

 private:
  void read(const std::string& table, std::string_view sql) try {
    Parent& parent = parents_[create::upper(table)];
    parent.name = table;
    const auto statement = create::read_statement(sql);
    const auto* text = std::get_if<create::Table>(&statement);
    if (!text) return;
    for (const auto& column : text->columns) parent.columns.push_back(column.name);
    Constraints constraints = create::describe_constraints(*text);
    for (const auto& constraint : constraints)
      if (constraint.kind == "primary key") parent.primary_key = constraint.columns;
    constraints_[table] = std::move(constraints);
  } catch (const create::ReadError&) {
    return;
  }

  void add(Assembly& assembly, const std::string& table,
           const create::ConstraintDescription& constraint) const {
    const std::string kind(constraint.kind);
    if (constraint.reference)
      add_reference(assembly, table, constraint);
    else if (kind == "check")
      assembly.add(
          Check{kSchema, table, constraint.name, kind, constraint.columns, constraint.definition});
    else
      assembly.add(TableKey{kSchema, table, constraint.name, kind, constraint.columns});
  }

  /// In the spelling of the parent, where there is one.
  void add_reference(Assembly& assembly, const std::string& table,
                     const create::ConstraintDescription& constraint) const {
    const create::Reference& reference = *constraint.reference;
    const std::string& name = reference.table;
    const Columns& columns = reference.columns;
    const auto parent = parents_.find(create::upper(name));
    const bool is_known = parent != parents_.end();
    assembly.add(Reference{
        kSchema, table, constraint.name, constraint.columns, kSchema,
        is_known ? parent->second.name : name, is_known ? parent->second.spelled(columns) : columns,
        std::string(word(reference.on_update)), std::string(word(reference.on_delete))});
  }

  std::map<std::string, Constraints> constraints_;
  std::map<std::string, Parent> parents_;  // by their names in upper case
};

}  // namespace

void add_table_keys(sqlite::Connection& connection, Assembly& assembly) {
  TableKeys(connection).add_to(assembly);
}

}  // namespace ddltrail
