#include "migrate/foreign_keys.h"

#include <fmt/format.h>

#include "base/error.h"

namespace ddltrail::migrate {

ForeignKeyCheck::ForeignKeyCheck(Database& database, const Dialect& dialect, const Script& script)
    : database_(database), query_(script.has_foreign_keys_off ? dialect.violations : nullptr) {
  before_ = count();
}

std::optional<ForeignKeyCheck::Counts> ForeignKeyCheck::count() const {
  if (!query_) return std::nullopt;
  try {
    Counts counts;
    for (const auto& row : database_.query(query_)) counts[*row[0]] = std::stol(*row[1]);
    return counts;
  } catch (const Refused&) {
    return std::nullopt;
  }
}

void ForeignKeyCheck::require_no_more(const std::string& title) const {
  const auto after = count();
  if (!before_ || !after) return;
  for (const auto& [table, rows] : *after) {
    const auto former = before_->find(table);
    if (rows > (former == before_->end() ? 0 : former->second))
      throw Error(fmt::format("migration {} leaves rows that refer to what is not there", title),
                  table, "Nothing of it was done. Mend it and run `ddltrail migrate up` again.");
  }
}

}  // namespace ddltrail::migrate
