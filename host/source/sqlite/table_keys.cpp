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

struct NameLess {
  bool operator()(const std::string& a, const std::string& b) const {
    return create::upper(a) < create::upper(b);
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
    const auto statement = create::read_statement(sql);
    const auto* text = std::get_if<create::Table>(&statement);
    if (!text) return;
    Constraints constraints = create::describe_constraints(*text);
    for (const auto& constraint : constraints)
      if (constraint.kind == "primary key") primary_keys_[table] = constraint.columns;
    constraints_[table] = std::move(constraints);
  } catch (const create::ReadError&) {
    return;
  }

  void add(Assembly& assembly, const std::string& table,
           const create::ConstraintDescription& constraint) const {
    const std::string kind(constraint.kind);
    if (constraint.reference)
      assembly.add(Reference{kSchema, table, constraint.name, constraint.columns, kSchema,
                             constraint.reference->table, referenced(*constraint.reference)});
    else if (kind == "check")
      assembly.add(
          Check{kSchema, table, constraint.name, kind, constraint.columns, constraint.definition});
    else
      assembly.add(TableKey{kSchema, table, constraint.name, kind, constraint.columns});
  }

  /// Those that are meant where none are written.
  Columns referenced(const create::Reference& reference) const {
    if (!reference.columns.empty()) return reference.columns;
    const auto key = primary_keys_.find(reference.table);
    return key == primary_keys_.end() ? Columns{} : key->second;
  }

  std::map<std::string, Constraints> constraints_;
  std::map<std::string, Columns, NameLess> primary_keys_;
};

}  // namespace

void add_table_keys(sqlite::Connection& connection, Assembly& assembly) {
  TableKeys(connection).add_to(assembly);
}

}  // namespace ddltrail
