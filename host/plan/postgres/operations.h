// What is done to each object, and in which order: dropped, altered, made.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "plan/postgres/object.h"

namespace ddltrail::postgres_plan {

enum class Verb { kDrop, kAlter, kCreate, kSettle };

class Operations {
 public:
  using Id = std::size_t;

  Id add(Verb verb, const Key& key, Steps steps, Phase phase = Phase::kMain);
  /// What is said to be done to `key` happens as a part of the other operation.
  void alias(Verb verb, const Key& key, Id other);
  bool has(Verb verb, const Key& key) const { return ids_.contains({verb, key}); }
  Id id(Verb verb, const Key& key) const { return ids_.at({verb, key}); }
  void append(Id id, Steps steps);
  void prepend(Id id, Steps steps);
  /// The first step of an operation does another thing as well.
  void extend(Id id, const Step& part);
  /// Nothing where one of them is not done. What must not be so can be given up to break a circle.
  void order(Verb first, const Key& first_key, Verb then, const Key& then_key, bool is_must = true);

  /// The steps of all of them in an order that heeds what was said; the same for the same input.
  Steps in_order() const;

 private:
  struct Operation {
    Phase phase;
    /// True for what is dropped last: it serves as long as anything else is left to do.
    std::tuple<bool, Verb, int, std::string> rank;
    Steps steps;
    std::map<Id, bool> then;  ///< those that come after it; true: they must
  };
  std::vector<Operation> operations_;
  std::map<std::pair<Verb, Key>, Id> ids_;
};

}  // namespace ddltrail::postgres_plan
