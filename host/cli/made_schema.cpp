#include "cli/made_schema.h"

#include <fmt/format.h>

#include "base/clock.h"
#include "base/error.h"
#include "cli/migrations.h"
#include "cli/owners.h"
#include "cli/planned.h"
#include "migrate/runner.h"
#include "model/ownership.h"
#include "source/database.h"
#include "source/source.h"

namespace ddltrail {
namespace {

void run_all(const std::vector<migrate::Migration>& migrations, const Url& url) {
  const auto database = open_database(url, true);
  const auto clock = system_clock();
  migrate::Listener nobody;
  migrate::Runner(*database, *clock, nobody, {}).up(migrations, "");
}

}  // namespace

void add_made_flags(const Command& command, MadeFlags& flags) {
  add_scratch(command, flags.scratch);
  add_no_owner(command, flags.is_without_owners);
}

std::vector<Difference> differences_from_made(const std::vector<migrate::Migration>& migrations,
                                              const Url& database, const MadeFlags& flags) {
  Schema made = schema_made_by(migrations, scratch_or(flags.scratch, database)),
         there = open_source(database)->read_schema();
  hand_over(made, made.reader, there.reader);
  if (leaves_out_owners(flags.is_without_owners)) {
    hand_over_all(made);
    hand_over_all(there);
  }
  return diff(std::move(made), there);
}

Schema schema_made_by(const std::vector<migrate::Migration>& migrations, const Url& beside) {
  const auto scratch = make_scratch(beside);
  try {
    with_refusals(scratch->url(), [&] { run_all(migrations, scratch->url()); });
  } catch (const Error& error) {
    throw Error(fmt::format("the migrations do not make a schema from nothing: {}", error.what()),
                error.object(),
                "They must run on an empty database; `ddltrail migrate baseline` writes a first "
                "one for a schema that was there before them.");
  }
  return open_source(scratch->url())->read_schema();
}

}  // namespace ddltrail
