// One CREATE statement of SQLite, of any kind: read from text, and printed again. What
// sqlite_schema stores is such a text.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "sqlite_create/index.h"
#include "sqlite_create/table.h"
#include "sqlite_create/trigger.h"
#include "sqlite_create/view.h"
#include "sqlite_create/virtual_table.h"

namespace ddltrail::create {

using Statement = std::variant<Table, Index, View, Trigger, VirtualTable>;

/// Throws ReadError where SQLite would not read it either; takes time in proportion to the text.
/// Expressions and queries are only split into tokens.
Statement read_statement(std::string_view sql);

/// In one form, with expressions, queries and types as written. Reading it gives an equal
/// statement.
std::string print(const Statement& statement);

/// A constraint as CREATE TABLE has it, without its name.
std::string print_rule(const TableConstraint& constraint);

}  // namespace ddltrail::create
