#include "cli/trail_argument.h"

#include <fmt/format.h>

#include "base/ascii.h"
#include "diff/past.h"
#include "diff/trail_renames.h"

namespace ddltrail {
namespace {

/// Where in the log of the database the schema stands; nothing where it is not of that log.
std::optional<Position> position_in(const Url& log, const SchemaArgument& argument) {
  if (argument.is_position()) return argument.position();
  if (argument.is_url() && Url::parse(argument.text).location == log.location) return Position();
  return std::nullopt;
}

void print_unknown(const SchemaArgument& argument, const std::vector<std::string>& unknown) {
  for (const std::string& what : unknown)
    fmt::print(
        stderr,
        "hint: the trail does not tell how this was at {}, so it is taken as it is now: {}\n",
        argument.text, one_line(what));
}

}  // namespace

Renames renames_between(const SchemaArgument& from, const SchemaArgument& to, const Url& log) {
  const auto first = position_in(log, from), second = position_in(log, to);
  if (!first || !second || *first == *second) return {};
  const auto source = open_source(log);
  const auto changes = source->changes_between(*first, *second);
  return changes.empty() ? renames_of(source->changes_between(*second, *first)).turned()
                         : renames_of(changes);
}

Schema read_whole_schema(const SchemaArgument& argument, const Url* beside) {
  if (!argument.is_position()) return read_schema(argument, beside);
  const auto source = open_source(*beside);
  const Position position = argument.position();
  Past past = past_of(source->read_schema_at(position), source->read_schema(),
                      source->changes_between(position, ""));
  print_unknown(argument, past.unknown);
  return std::move(past.schema);
}

}  // namespace ddltrail
