#include "plan/postgres/operations.h"

#include <tuple>

namespace ddltrail::postgres_plan {
namespace {

/// Takes operations for which nothing is left to wait for, phase by phase, those of the lowest rank
/// first.
template <class Operation>
class Queue {
 public:
  using Id = Operations::Id;

  explicit Queue(const std::vector<Operation>& operations)
      : operations_(operations), waits_(operations.size()) {
    for (const Operation& operation : operations)
      for (const auto& [then, is_must] : operation.then) ++count(then, is_must);
    for (Id id = 0; id < operations.size(); ++id) pending_.insert(place(id));
  }

  bool is_empty() const { return pending_.empty(); }

  /// In a circle the one that fewest things are against.
  Id take() {
    const Id id = std::get<Id>(*pending_.begin());
    pending_.erase(pending_.begin());
    is_taken_.insert(id);
    for (const auto& [then, is_must] : operations_[id].then)
      if (!is_taken_.contains(then)) {
        pending_.erase(place(then));
        --count(then, is_must);
        pending_.insert(place(then));
      }
    return id;
  }

 private:
  struct Waits {
    int must = 0;
    int may = 0;
  };
  using Place = std::tuple<int, Phase, int, decltype(Operation::rank), Id>;

  int& count(Id id, bool is_must) { return is_must ? waits_[id].must : waits_[id].may; }
  Place place(Id id) const {
    const Operation& operation = operations_[id];
    return {waits_[id].must, operation.phase, waits_[id].may, operation.rank, id};
  }

  const std::vector<Operation>& operations_;
  std::vector<Waits> waits_;
  std::set<Place> pending_;
  std::set<Id> is_taken_;
};

}  // namespace

Operations::Id Operations::add(Verb verb, const Key& key, Steps steps, Phase phase) {
  const int kind = static_cast<int>(key.kind);
  const bool is_drop = verb == Verb::kDrop;
  operations_.push_back({phase,
                         {is_drop && phase == Phase::kLast, verb, is_drop ? -kind : kind, key.name},
                         std::move(steps),
                         {}});
  ids_[{verb, key}] = operations_.size() - 1;
  return operations_.size() - 1;
}

void Operations::alias(Verb verb, const Key& key, Id other) { ids_[{verb, key}] = other; }

void Operations::append(Id id, Steps steps) {
  postgres_plan::append(operations_[id].steps, std::move(steps));
}

void Operations::prepend(Id id, Steps steps) {
  postgres_plan::append(steps, std::move(operations_[id].steps));
  operations_[id].steps = std::move(steps);
}

void Operations::extend(Id id, const Step& part) {
  Step& step = operations_[id].steps.front();
  step.sql += ", " + part.sql;
  step.risks.insert(step.risks.end(), part.risks.begin(), part.risks.end());
}

void Operations::order(Verb first, const Key& first_key, Verb then, const Key& then_key,
                       bool is_must) {
  const auto before = ids_.find({first, first_key}), after = ids_.find({then, then_key});
  if (before == ids_.end() || after == ids_.end() || before->second == after->second) return;
  operations_[before->second].then[after->second] |= is_must;
}

Steps Operations::in_order() const {
  Steps steps;
  Queue<Operation> queue(operations_);
  while (!queue.is_empty())
    for (const Step& step : operations_[queue.take()].steps) steps.push_back(step);
  return steps;
}

}  // namespace ddltrail::postgres_plan
