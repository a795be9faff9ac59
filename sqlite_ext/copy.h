// A copy of the rows of one table into another that a transaction made: which column went where.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "copy_statement.h"
#include "sqlite_api.h"

namespace ddltrail {

struct TableName {
  std::string schema;  // temp, main, or as it was attached
  std::string name;
};

struct Copy {
  TableName target;
  TableName source;
  std::map<std::string, std::string> columns;  // of the target: of the source
};

/// What a statement that is about to run will copy; nothing where its tables are not there.
std::optional<Copy> resolve_copy(sqlite3* db, const CopyStatement& statement);

}  // namespace ddltrail
