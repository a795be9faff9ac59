// Names and literals as PostgreSQL takes them: the one place where the plans for it quote anything.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ddltrail::postgres_plan {

/// In double quotes where it needs some.
std::string quoted(const std::string& name);
/// A role, as in OWNER TO and GRANT: also everybody, and whoever runs the statement.
std::string role(const std::string& name);
/// public.users
std::string qualified(const std::string& schema, const std::string& name);
std::string qualified(const std::pair<std::string, std::string>& name);
/// As a literal.
std::string literal(std::string_view text);
/// One after the other, with a comma and a blank between them.
std::string list_of(const std::vector<std::string>& items);
/// As list_of, each in quotes where it needs some.
std::string quoted_list(const std::vector<std::string>& names);
/// "fillfactor=70" as fillfactor='70'; without a value alone.
std::string option_clause(const std::string& option, std::string_view between = "=");
std::string options_list(const std::vector<std::string>& options, std::string_view between = "=");

}  // namespace ddltrail::postgres_plan
