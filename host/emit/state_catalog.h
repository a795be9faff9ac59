// The schema as the state knows it. An object is parsed when it is first asked for; the state must
// not change as long as the catalog is used. Bytes that are no UTF-8 are U+FFFD in the state: an
// object that has such a name cannot be rendered from here.
#pragma once

#include <map>
#include <memory>

#include "emit/state.h"
#include "generate/catalog.h"

namespace ddltrail {

class StateCatalog : public Catalog {
 public:
  explicit StateCatalog(State& state) : state_(state) {}
  const Object* find(const ObjectKey& key) const override;
  std::vector<ObjectKey> all(Family family) const override { return state_.keys_of(family); }
  std::vector<ObjectKey> dependents_of(const Name& table) const override {
    return state_.naming_relation(table);
  }
  /// An object that was asked for may have had such bytes.
  bool met_malformed() const { return met_malformed_; }

 private:
  State& state_;
  mutable std::map<ObjectKey, std::unique_ptr<const Object>> parsed_;
  mutable bool met_malformed_ = false;
};

}  // namespace ddltrail
