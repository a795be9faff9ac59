#include "life.h"

#include <algorithm>

#include "token.h"

namespace ddltrail {

std::optional<std::string> Life::name_at(std::size_t event) const {
  std::optional<SchemaObject> object = first().change().before;
  for (const auto& moment : moments_) {
    if (moment.event < event) object = moment.change().after;
  }
  if (!object) return std::nullopt;
  return object->name;
}

bool Life::bore(std::string_view name) const {
  const auto is_named = [&](const std::optional<SchemaObject>& object) {
    return object && same_name(object->name, name);
  };
  return std::any_of(moments_.begin(), moments_.end(), [&](const Moment& moment) {
    return is_named(moment.change().before) || is_named(moment.change().after);
  });
}

Lives lives_in(const Trail& trail, const std::string& schema) {
  Lives lives;
  for (std::size_t i = 0; i < trail.events().size(); ++i) {
    const auto* step = std::get_if<TrailStep>(&trail.events()[i]);
    if (step == nullptr || step->schema != schema) continue;
    for (const auto& row : step->rows) lives[row.change.object().object_id].add({i, &row});
  }
  return lives;
}

}  // namespace ddltrail
