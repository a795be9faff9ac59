// Which objects code is generated for: patterns on "schema.name", where * is anything and ? one
// character, and whether of partitions too. What is left out is to the generator as if it were not
// in the database.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/unmet.h"
#include "model/object.h"

namespace ddltrail {

class Selection {
 public:
  /// Everything.
  Selection() = default;
  /// What a pattern of `include` meets, everything where there is none, but for what a pattern of
  /// `exclude` meets. Throws Error where a pattern has no dot.
  Selection(const std::vector<std::string>& include, const std::vector<std::string>& exclude);

  /// Leaves out partitions, whose rows are those of the partitioned table.
  Selection& fold_partitions();

  /// Indexes, which belong to their tables, and composite types, which the parsers make objects of,
  /// are always held. A routine is named without its arguments.
  bool holds(const Object& object) const;

  /// The patterns that have met none of the objects that were asked for.
  const Unmet& unmet() const { return unmet_; }

 private:
  struct Pattern {
    std::string setting;
    std::u32string text;
  };
  using Patterns = std::vector<Pattern>;

  Patterns patterns(const char* setting, const std::vector<std::string>& texts);
  bool any_matches(const Patterns& patterns, std::u32string_view text) const;
  bool holds(std::string_view schema, std::string_view name) const;
  bool names(const Object& object) const;

  Unmet unmet_;
  Patterns include_;
  Patterns exclude_;
  bool folds_partitions_ = false;
};

}  // namespace ddltrail
