// A migration: the way there and, where there is one, the way back.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "migrate/script.h"

namespace ddltrail::migrate {

struct Migration {
  std::string version;
  std::string name;
  Script up;
  std::optional<Script> down;

  /// 20261121093000_add_profile
  std::string title() const { return name.empty() ? version : version + "_" + name; }
};

/// Digits of versions are compared as numbers: 9 is before 10, 1.9 before 1.10.
bool is_before(const std::string& version, const std::string& other);

/// By its version, name or title; null where there is none.
const Migration* find(const std::vector<Migration>& migrations, const std::string& version);

/// The same; throws Error where there is none.
const Migration* require(const std::vector<Migration>& migrations, const std::string& version);

/// The time as a version, or the next one after `last` where that is not before it.
std::string next_version(const std::string& now, const std::string& last);

}  // namespace ddltrail::migrate
