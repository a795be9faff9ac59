// The lives of the objects of one database during a transaction, as its trail tells them.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "trail.h"

namespace ddltrail {

/// A row of an object, and the event of the trail that wrote it.
struct Moment {
  std::size_t event = 0;
  const WrittenRow* row = nullptr;

  const Change& change() const { return row->change; }
};

/// The moments of one object, in order; never empty.
class Life {
 public:
  void add(const Moment& moment) { moments_.push_back(moment); }
  const std::vector<Moment>& moments() const { return moments_; }
  const Moment& first() const { return moments_.front(); }
  const Moment& last() const { return moments_.back(); }

  const std::string& kind() const { return first().change().object().kind; }
  bool begins() const { return !first().change().before; }
  bool ends() const { return !last().change().after; }
  /// What it was called just before an event; nothing where it did not exist.
  std::optional<std::string> name_at(std::size_t event) const;
  bool bore(std::string_view name) const;

 private:
  std::vector<Moment> moments_;
};

using Lives = std::map<std::int64_t, Life>;  // by object_id

Lives lives_in(const Trail& trail, const std::string& schema);

}  // namespace ddltrail
