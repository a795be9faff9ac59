#include "migrate/local_settings.h"

#include <fmt/format.h>

#include "base/ascii.h"
#include "migrate/statements.h"

namespace ddltrail::migrate {
namespace {

constexpr std::string_view kLocal = "SET LOCAL ";

/// The names of what a section sets.
std::vector<std::string> set_in(const Section& section) {
  std::vector<std::string> names;
  for (const Statement& statement : section.statements)
    if (const std::string words = first_words(statement.sql, 3); words.starts_with(kLocal))
      names.push_back(lower_case(words.substr(kLocal.size())));
  return names;
}

}  // namespace

Script with_settings_ended(Script script) {
  for (Section& section : script.sections)
    for (const std::string& name : set_in(section))
      section.statements.push_back({fmt::format("SET LOCAL {} TO DEFAULT", name)});
  return script;
}

}  // namespace ddltrail::migrate
