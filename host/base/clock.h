// The time as an interface, so that tests can set it.
#pragma once

#include <chrono>
#include <memory>
#include <string>

namespace ddltrail {

using Moment = std::chrono::sys_time<std::chrono::milliseconds>;

class Clock {
 public:
  virtual ~Clock() = default;
  virtual Moment now() = 0;
  virtual void sleep(std::chrono::milliseconds duration) = 0;
};

std::unique_ptr<Clock> system_clock();

/// 2026-11-21T09:30:00Z
std::string iso_text(Moment moment);

/// 20261121093000
std::string digits_of(Moment moment);

}  // namespace ddltrail
