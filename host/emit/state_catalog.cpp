#include "emit/state_catalog.h"

namespace ddltrail {

const Object* StateCatalog::find(const ObjectKey& key) const {
  const auto [place, is_new] = parsed_.try_emplace(key);
  const auto stored = is_new ? state_.object(key) : std::nullopt;
  if (stored) {
    constexpr const char* kReplacement = "\xEF\xBF\xBD";
    met_malformed_ = met_malformed_ || stored->definition.find(kReplacement) != std::string::npos;
    place->second = std::make_unique<const Object>(
        read_definition(key.family, Json::parse(stored->definition)));
  }
  return place->second.get();
}

}  // namespace ddltrail
