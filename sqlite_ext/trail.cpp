#include "trail.h"

#include <algorithm>

namespace ddltrail {

void Trail::clear() {
  events_.clear();
  savepoints_.clear();
}

bool Trail::has_steps() const {
  return std::any_of(events_.begin(), events_.end(),
                     [](const auto& event) { return std::holds_alternative<TrailStep>(event); });
}

bool Trail::has_copies() const {
  return std::any_of(events_.begin(), events_.end(),
                     [](const auto& event) { return std::holds_alternative<Copy>(event); });
}

void Trail::forget(const std::string& schema) {
  const auto is_of_schema = [&](const TrailEvent& event) {
    if (const auto* step = std::get_if<TrailStep>(&event)) return step->schema == schema;
    return std::get<Copy>(event).target.schema == schema;
  };
  std::erase_if(events_, is_of_schema);
  // A savepoint that is still open now begins before all that is left.
  savepoints_.clear();
}

void Trail::begin_savepoint(int number) { savepoints_[number] = events_.size(); }

void Trail::roll_back_to(int number) {
  const auto found = savepoints_.find(number);
  const std::size_t kept = found == savepoints_.end() ? 0 : found->second;
  if (kept < events_.size()) events_.resize(kept);
}

}  // namespace ddltrail
