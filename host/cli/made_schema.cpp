#include "cli/made_schema.h"

#include <fmt/format.h>

#include "base/clock.h"
#include "base/error.h"
#include "cli/migrations.h"
#include "migrate/runner.h"
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
