// The settings of a project that have met nothing yet, such as a pattern that no object has. What
// makes use of a setting says so; copies share what is known.
#pragma once

#include <memory>
#include <set>
#include <string>

namespace ddltrail {

class Unmet {
 public:
  void expect(const std::string& setting) { settings_->insert(setting); }
  void meet(const std::string& setting) const { settings_->erase(setting); }
  const std::set<std::string>& settings() const { return *settings_; }

 private:
  std::shared_ptr<std::set<std::string>> settings_ = std::make_shared<std::set<std::string>>();
};

}  // namespace ddltrail
