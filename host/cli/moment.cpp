#include "cli/moment.h"

#include <algorithm>
#include <chrono>
#include <regex>

#include "base/error.h"

namespace ddltrail {
namespace {

bool is_day(const std::string& year, const std::string& month, const std::string& day) {
  using namespace std::chrono;
  return year_month_day(std::chrono::year(std::stoi(year)),
                        std::chrono::month(static_cast<unsigned>(std::stoi(month))),
                        std::chrono::day(static_cast<unsigned>(std::stoi(day))))
      .ok();
}

}  // namespace

std::string moment(std::string text) {
  static const std::regex kForm(
      R"((\d{4})-(\d\d)-(\d\d)([T ]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?Z?)?)");
  std::smatch parts;
  if (!std::regex_match(text, parts, kForm) || !is_day(parts[1], parts[2], parts[3]))
    throw Error("not a date or time", text, "Write 2026-11-01 or 2026-11-01T12:30:00, in UTC.",
                ExitCode::kUsage);
  std::replace(text.begin(), text.end(), ' ', 'T');
  if (text.back() == 'Z') text.pop_back();
  return text;
}

}  // namespace ddltrail
