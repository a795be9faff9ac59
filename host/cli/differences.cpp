#include "cli/differences.h"

#include <fmt/format.h>

#include "base/ascii.h"
#include "model/change.h"

namespace ddltrail {

void print(const std::vector<Difference>& differences) {
  for (const Difference& difference : differences)
    fmt::print("{}\n",
               one_line(fmt::format("{} {}: {}", difference.object_kind, difference.object_identity,
                                    sentence(difference.details))));
}

Json json_of(const std::vector<Difference>& differences) {
  Json rows = Json::array();
  for (const Difference& difference : differences)
    rows.push_back({{"action", difference.action},
                    {"object_kind", difference.object_kind},
                    {"schema_name", write_value(difference.schema_name)},
                    {"object_name", difference.object_name},
                    {"object_identity", difference.object_identity},
                    {"details", difference.details}});
  return rows;
}

}  // namespace ddltrail
