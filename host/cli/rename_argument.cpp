#include "cli/rename_argument.h"

#include <algorithm>

#include "base/error.h"

namespace ddltrail {
namespace {

using TableName = Renames::TableName;

/// The name, with its schema and without: main.users, users.
bool is_name_of(const std::string& text, const std::string& schema, const std::string& name) {
  return text == name || text == schema + "." + name;
}

class Reader {
 public:
  Reader(const Schema& from, const Schema& to) : from_(from), to_(to) {}

  void read(const std::string& argument) {
    const auto colon = argument.find(':'), equals = argument.rfind('=');
    if (colon == std::string::npos || equals == std::string::npos || equals < colon)
      throw refused("a rename is KIND:OLD=NEW", argument);
    const std::string kind = argument.substr(0, colon), to = argument.substr(equals + 1);
    const std::string former = argument.substr(colon + 1, equals - colon - 1);
    if (kind == "table")
      table(argument, former, to);
    else if (kind == "column")
      columns_.push_back({argument, former, to});
    else
      throw refused("there is no such kind of rename", argument);
  }

  /// Columns are looked for once all tables are known by their later names.
  Renames finish() {
    for (const auto& [argument, former, to] : columns_) column(argument, former, to);
    return std::move(renames_);
  }

 private:
  struct Argument {
    std::string text;
    std::string former;
    std::string later;
  };

  void table(const std::string& argument, const std::string& former, const std::string& later) {
    for (const Table& row : from_.tables)
      if (is_name_of(former, row.schema_name, row.table_name))
        return add_table(argument, {row.schema_name, row.table_name}, later);
    throw refused("what is renamed is not in the first schema", argument);
  }

  void add_table(const std::string& argument, const TableName& former, const std::string& later) {
    for (const Table& row : to_.tables)
      if (is_name_of(later, row.schema_name, row.table_name)) {
        renames_.tables[former] = {row.schema_name, row.table_name};
        return;
      }
    throw refused("the new name is not in the second schema", argument);
  }

  void column(const std::string& argument, const std::string& former, const std::string& later) {
    for (const Column& row : from_.columns) {
      const TableName table = {row.schema_name, row.table_name};
      if (!is_name_of(former, table.first, table.second + "." + row.column_name)) continue;
      if (!has_column(renames_.later(table), later))
        throw refused("the new name is not in the second schema", argument);
      renames_.columns[table][row.column_name] = later;
      return;
    }
    throw refused("what is renamed is not in the first schema", argument);
  }

  bool has_column(const TableName& table, const std::string& name) const {
    return std::any_of(to_.columns.begin(), to_.columns.end(), [&](const Column& row) {
      return row.schema_name == table.first && row.table_name == table.second &&
             row.column_name == name;
    });
  }

  static Error refused(const char* what, const std::string& argument) {
    return {what, argument, "Say --rename table:users=people or column:users.fullname=full_name."};
  }

  const Schema& from_;
  const Schema& to_;
  std::vector<Argument> columns_;
  Renames renames_;
};

}  // namespace

Renames read_renames(const std::vector<std::string>& arguments, const Schema& from,
                     const Schema& to) {
  Reader reader(from, to);
  for (const std::string& argument : arguments) reader.read(argument);
  return reader.finish();
}

}  // namespace ddltrail
