#include "generate/dirty_set.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace ddltrail {
namespace {

template <std::size_t N>
bool is_one_of(const std::string& word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 4> kTypeKinds{"enum", "domain", "composite type",
                                                     "range type"};
constexpr std::array<std::string_view, 3> kRoutineKinds{"function", "procedure", "aggregate"};

std::optional<Family> family_of(const Change& change) {
  if (is_of_table(change)) return Family::kTable;
  if (change.object_kind == "enum") return Family::kEnum;
  if (change.object_kind == "index") return Family::kIndex;
  return std::nullopt;
}

/// Of objects that are not followed one by one.
std::optional<Family> family_read_whole(const Change& change) {
  if (change.object_kind == "domain") return Family::kDomain;
  if (change.object_kind == "composite type") return Family::kCompositeType;
  if (change.object_kind == "range type") return Family::kRangeType;
  if (is_one_of(change.object_kind, kRoutineKinds)) return Family::kRoutine;
  return std::nullopt;
}

/// What can be done to a table without a difference to which columns of views are proven to hold no
/// NULL. Adding a column is: no view shows it yet.
constexpr std::array<std::string_view, 6> kNothingToViews{
    "add_column", "alter_column_default", "comment", "comment_column", "alter_owner", "grant"};

bool concerns_views_above(const Change& change) {
  return is_of_table(change) &&
         std::any_of(change.details.begin(), change.details.end(), [](const Json& operation) {
           return !is_one_of(operation.value("op", ""), kNothingToViews);
         });
}

bool is_moved(const Change& change) { return change.previous_name || change.previous_schema; }

/// Malformed bytes in names come out of the log as U+FFFD: it does not tell such names apart.
bool has_malformed_names(const Change& change) {
  const Json names{change.object_name, change.previous_name.value_or(""), change.definition};
  return names.dump(-1, ' ', false, Json::error_handler_t::replace).find("\uFFFD") !=
         std::string::npos;
}

std::string reason_of(const Change& change) {
  return fmt::format("#{} {} {}: {}", change.id, change.command_tag.value_or(change.action),
                     change.object_identity, sentence(change));
}

class Builder {
 public:
  Builder(const DependentsOf& dependents_of, bool has_views)
      : dependents_of_(dependents_of), has_views_(has_views) {}

  void add(const Change& change) {
    note_views(change);
    if (change.in_extension) return;  // members of extensions are not in the contract
    if (change.object_kind == "extension" || (change.object_kind == "schema" && is_moved(change))) {
      result_.why_everything = reason_of(change);
      return;
    }
    if (has_malformed_names(change)) {
      result_.why_everything = reason_of(change) + " (a name is not UTF-8)";
      return;
    }
    note_types(change);
    if (const auto family = family_of(change)) apply(change, *family);
    if (const auto family = family_read_whole(change))
      result_.unread_families[*family].push_back(reason_of(change));
  }

  DirtySet finish() {
    for (const auto& [type, reason] : types_) {
      for (const ObjectKey& key : dependents_of_(type)) read_again(key, reason);
      for (const auto& [key, object] : result_.objects)
        if (object && names(*object, type)) read_again(key, reason);
    }
    return std::move(result_);
  }

 private:
  /// Members of extensions lie under views too.
  void note_views(const Change& change) {
    if (change.object_kind == "view" || (has_views_ && concerns_views_above(change)))
      result_.unread_families[Family::kProvenColumns].push_back(reason_of(change));
  }

  /// Types that rows of other objects name: those of types, and the row types of tables.
  void note_types(const Change& change) {
    const bool is_type = is_one_of(change.object_kind, kTypeKinds);
    if (!is_type && !is_of_table(change)) return;
    const std::string reason = reason_of(change);
    if (change.object_kind == "domain") types_[kAnyDomain] = reason;
    if (!is_moved(change) && !is_drop(change)) return;
    const std::string schema = change.schema_name.value_or("");
    types_[{change.previous_schema.value_or(schema),
            change.previous_name.value_or(change.object_name)}] = reason;
  }

  void apply(const Change& change, Family family) {
    const std::string schema = change.schema_name.value_or("");
    const ObjectKey key{family, schema, change.object_name};
    const ObjectKey before{family, change.previous_schema.value_or(schema),
                           change.previous_name.value_or(change.object_name)};
    const std::string reason = reason_of(change);
    if (before != key) set(before, std::nullopt, reason);
    if (is_drop(change)) {
      set(key, std::nullopt, reason);
    } else if (change.definition.empty()) {
      set(key, std::nullopt, reason);
      result_.unread.insert(key);
    } else {
      set(key, read_definition(family, change.definition), reason);
    }
  }

  void set(const ObjectKey& key, std::optional<Object> object, const std::string& reason) {
    result_.objects[key] = std::move(object);
    result_.unread.erase(key);
    result_.reasons[key].push_back(reason);
  }

  void read_again(const ObjectKey& key, const std::string& reason) {
    const auto found = result_.objects.find(key);
    if (found != result_.objects.end() && !found->second) return;  // gone, or to be read anyway
    result_.unread.insert(key);
    Reasons& reasons = result_.reasons[key];
    if (std::find(reasons.begin(), reasons.end(), reason) == reasons.end())
      reasons.push_back(reason);
  }

  static bool names(const Object& object, const Name& type) {
    const auto types = types_in(object);
    return std::find(types.begin(), types.end(), type) != types.end();
  }

  const DependentsOf& dependents_of_;
  bool has_views_;
  DirtySet result_;
  std::map<Name, std::string> types_;
};

}  // namespace

DirtySet dirty_set(const std::vector<Change>& changes, const DependentsOf& dependents_of,
                   bool has_views) {
  Builder builder(dependents_of, has_views);
  for (const Change& change : changes) builder.add(change);
  return builder.finish();
}

}  // namespace ddltrail
