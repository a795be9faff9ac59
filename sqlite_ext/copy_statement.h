// Reads the statements that copy the rows of one table into another: INSERT INTO ... SELECT,
// REPLACE INTO ... SELECT and CREATE TABLE ... AS SELECT. Only what tells which column went where;
// what selects from more than one table copies nothing that could be told.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ddltrail {

struct CopyStatement {
  struct Table {
    std::string schema;  // empty: none is written
    std::string name;
  };
  struct Value {
    std::optional<std::string> column;  // of the source; nothing: an expression
    std::optional<std::string> name;    // that CREATE TABLE AS gives it
  };

  bool creates_target = false;
  Table target;  // schema temp where CREATE TEMP TABLE says so
  Table source;
  std::vector<std::string> target_columns;   // empty: all, in their order
  std::optional<std::vector<Value>> values;  // nothing: SELECT *
};

/// Cheap where the statement is none.
std::optional<CopyStatement> read_copy_statement(std::string_view sql);

}  // namespace ddltrail
