#include "migrate/migration.h"

#include <algorithm>
#include <string_view>

#include "base/ascii.h"
#include "base/error.h"

namespace ddltrail::migrate {
namespace {

/// The digits at the front, without zeros before them; takes them away.
std::string_view take_number(std::string_view& text) {
  const auto end = std::find_if_not(text.begin(), text.end(), is_digit);
  std::string_view digits = text.substr(0, static_cast<std::size_t>(end - text.begin()));
  text.remove_prefix(digits.size());
  while (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
  return digits;
}

}  // namespace

bool is_before(const std::string& version, const std::string& other) {
  std::string_view left = version, right = other;
  while (!left.empty() && !right.empty()) {
    if (is_digit(left.front()) && is_digit(right.front())) {
      const auto one = take_number(left), two = take_number(right);
      if (one.size() != two.size()) return one.size() < two.size();
      if (one != two) return one < two;
    } else {
      if (left.front() != right.front()) return left.front() < right.front();
      left.remove_prefix(1);
      right.remove_prefix(1);
    }
  }
  return left.empty() && !right.empty();
}

std::string next_version(const std::string& now, const std::string& last) {
  if (is_before(last, now)) return now;
  std::string next = last;
  auto digit = next.rbegin();
  for (; digit != next.rend() && *digit == '9'; ++digit) *digit = '0';
  if (digit == next.rend() || !is_digit(*digit)) return next + "1";
  ++*digit;
  return next;
}

const Migration* find(const std::vector<Migration>& migrations, const std::string& version) {
  const auto found =
      std::find_if(migrations.begin(), migrations.end(), [&](const Migration& migration) {
        return migration.version == version || migration.name == version ||
               migration.title() == version;
      });
  return found == migrations.end() ? nullptr : &*found;
}

const Migration* require(const std::vector<Migration>& migrations, const std::string& version) {
  const Migration* migration = find(migrations, version);
  if (!migration)
    throw Error("there is no such migration", version,
                "Run `ddltrail migrate status` for the versions.", ExitCode::kUsage);
  return migration;
}

}  // namespace ddltrail::migrate
