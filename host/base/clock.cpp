#include "base/clock.h"

#include <fmt/format.h>

#include <thread>

namespace ddltrail {
namespace {

using std::chrono::floor;
using std::chrono::seconds;

class SystemClock : public Clock {
 public:
  Moment now() override {
    return floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
  }
  void sleep(std::chrono::milliseconds duration) override { std::this_thread::sleep_for(duration); }
};

std::string text_of(Moment moment, fmt::string_view form) {
  const auto day = floor<std::chrono::days>(moment);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss time(floor<seconds>(moment - day));
  return fmt::format(fmt::runtime(form), static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                     time.hours().count(), time.minutes().count(), time.seconds().count());
}

}  // namespace

std::unique_ptr<Clock> system_clock() { return std::make_unique<SystemClock>(); }

std::string iso_text(Moment moment) {
  return text_of(moment, "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z");
}

std::string digits_of(Moment moment) { return text_of(moment, "{:04}{:02}{:02}{:02}{:02}{:02}"); }

}  // namespace ddltrail
