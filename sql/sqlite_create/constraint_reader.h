// Reads the constraints of columns and tables, from behind the CONSTRAINT and its name.
#pragma once

#include "sqlite_create/constraint.h"
#include "sqlite_create/token_stream.h"

namespace ddltrail::create {

/// The name behind CONSTRAINT; of several the last.
std::optional<std::string> read_constraint_name(TokenStream& tokens);

/// Nothing where no constraint of a column begins.
std::optional<ColumnConstraint> read_column_constraint(TokenStream& tokens,
                                                       std::optional<std::string> name);

/// Nothing where no constraint of a table begins.
std::optional<TableConstraint> read_table_constraint(TokenStream& tokens,
                                                     std::optional<std::string> name);

/// kNone where none begins.
Deferral read_deferral(TokenStream& tokens);

/// The names in parentheses; empty where none are open.
std::vector<std::string> read_name_list(TokenStream& tokens);

}  // namespace ddltrail::create
