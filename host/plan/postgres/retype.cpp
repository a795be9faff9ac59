#include "plan/postgres/retype.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <map>
#include <optional>
#include <set>

namespace ddltrail::postgres_plan {
namespace {

/// numeric(10,2): numeric, {10, 2}.
struct Type {
  std::string name;
  std::vector<int> modifiers;
};

Type type_of(const std::string& text) {
  const std::size_t open = text.find('(');
  if (open == std::string::npos) return {text, {}};
  const std::size_t close = text.find(')', open);
  Type type{text.substr(0, open) + text.substr(close + 1), {}};
  for (const char* at = text.c_str() + open; *at == '(' || *at == ',';) {
    char* end = nullptr;
    type.modifiers.push_back(static_cast<int>(std::strtol(at + 1, &end, 10)));
    at = end;
  }
  return type;
}

bool is_text(const std::string& name) {
  return name == "text" || name == "character varying" || name == "character";
}

/// Numbers in the order in which they hold more.
std::optional<std::ptrdiff_t> rank_of_number(const std::string& name) {
  static const std::vector<std::string> kNumbers = {"smallint", "integer", "bigint",
                                                    "numeric",  "real",    "double precision"};
  const auto found = std::find(kNumbers.begin(), kNumbers.end(), name);
  if (found == kNumbers.end()) return std::nullopt;
  return found - kNumbers.begin();
}

/// The length or precision does not shrink; none is the most.
bool holds_all(const Type& from, const Type& to) {
  if (to.modifiers.empty()) return true;
  if (from.modifiers.empty()) return false;
  if (from.name != "numeric") return to.modifiers.front() >= from.modifiers.front();
  const auto part = [](const Type& type, std::size_t place) {
    return place < type.modifiers.size() ? type.modifiers[place] : 0;
  };
  // Another scale is another value on disk.
  return part(to, 1) == part(from, 1) && part(to, 0) >= part(from, 0);
}

bool is_same_on_disk(const Type& from, const Type& to) {
  static const std::set<std::string> kByModifier = {"character varying",
                                                    "numeric",
                                                    "bit varying",
                                                    "timestamp without time zone",
                                                    "timestamp with time zone",
                                                    "time without time zone",
                                                    "time with time zone",
                                                    "interval"};
  if (from.name == to.name) return kByModifier.contains(from.name) && holds_all(from, to);
  if (from.name == "character varying" && to.name == "text") return true;
  if (from.name == "text" && to.name == "character varying") return to.modifiers.empty();
  return from.name == "cidr" && to.name == "inet";
}

Type element_of(Type array) {
  array.name.resize(array.name.size() - 2);
  return array;
}

/// Casts that ALTER COLUMN TYPE makes by itself, and whether all values survive.
enum class Cast { kNone, kExact, kMayFail, kLoses };

Cast cast_between(const Type& from, const Type& to) {
  const auto number = rank_of_number(from.name), other = rank_of_number(to.name);
  if (number && other) {
    if (*number <= *other && to.modifiers.empty() && to.name != "real") return Cast::kExact;
    const bool rounds = *number >= 3 && *other <= 4;
    return rounds ? Cast::kLoses : Cast::kMayFail;
  }
  if (from.name == to.name) return holds_all(from, to) ? Cast::kExact : Cast::kMayFail;
  if (from.name.ends_with("[]") && to.name.ends_with("[]"))
    return cast_between(element_of(from), element_of(to));
  if (is_text(to.name)) return to.modifiers.empty() ? Cast::kExact : Cast::kMayFail;
  static const std::map<std::pair<std::string, std::string>, Cast> kOthers = {
      {{"date", "timestamp without time zone"}, Cast::kExact},
      {{"date", "timestamp with time zone"}, Cast::kExact},
      {{"timestamp without time zone", "timestamp with time zone"}, Cast::kExact},
      {{"timestamp with time zone", "timestamp without time zone"}, Cast::kLoses},
      {{"timestamp without time zone", "date"}, Cast::kLoses},
      {{"timestamp with time zone", "date"}, Cast::kLoses},
      {{"timestamp without time zone", "time without time zone"}, Cast::kLoses},
      {{"time without time zone", "interval"}, Cast::kExact},
      {{"time without time zone", "time with time zone"}, Cast::kExact},
      {{"time with time zone", "time without time zone"}, Cast::kLoses},
      {{"timestamp with time zone", "time without time zone"}, Cast::kLoses},
      {{"timestamp with time zone", "time with time zone"}, Cast::kLoses},
      {{"interval", "time without time zone"}, Cast::kLoses},
      {{"money", "numeric"}, Cast::kMayFail},
      {{"numeric", "money"}, Cast::kLoses},
      {{"integer", "money"}, Cast::kMayFail},
      {{"bigint", "money"}, Cast::kMayFail},
      {{"oid", "integer"}, Cast::kMayFail},
      {{"oid", "bigint"}, Cast::kExact},
      {{"integer", "oid"}, Cast::kMayFail},
      {{"bigint", "oid"}, Cast::kMayFail},
      {{"json", "jsonb"}, Cast::kLoses},
      {{"jsonb", "json"}, Cast::kExact},
      {{"cidr", "inet"}, Cast::kExact},
      {{"inet", "cidr"}, Cast::kLoses}};
  const auto found = kOthers.find({from.name, to.name});
  return found == kOthers.end() ? Cast::kNone : found->second;
}

bool is_built_in(const Column& column) {
  return column.type_schema == "pg_catalog" && column.type_kind == "base";
}

/// Types between which there is a cast that must be asked for.
bool can_be_cast(const std::string& from, const std::string& to) {
  static const std::set<std::pair<std::string, std::string>> kCasts = {
      {"integer", "boolean"}, {"boolean", "integer"}, {"bit", "integer"},
      {"integer", "bit"},     {"jsonb", "boolean"},   {"jsonb", "numeric"},
      {"jsonb", "integer"},   {"jsonb", "bigint"},    {"jsonb", "double precision"},
      {"bigint", "bit"},      {"bit", "bigint"}};
  return kCasts.contains({from, to});
}

/// What a type is below its domains, as type_of() has it.
Type base_of(const Column& column) {
  static const std::map<std::string, std::string> kNames = {
      {"int2", "smallint"},
      {"int4", "integer"},
      {"int8", "bigint"},
      {"float4", "real"},
      {"float8", "double precision"},
      {"varchar", "character varying"},
      {"bpchar", "character"},
      {"bool", "boolean"},
      {"timestamp", "timestamp without time zone"},
      {"timestamptz", "timestamp with time zone"}};
  const auto found = kNames.find(column.base_name);
  return {found == kNames.end() ? column.base_name : found->second, {}};
}

/// One of them is a domain, and the server can cast what is below them.
bool can_be_cast_below(const Column& from, const Column& to) {
  if (from.type_kind != "domain" && to.type_kind != "domain") return false;
  if (from.base_kind != "base" || to.base_kind != "base") return false;
  const Type before = base_of(from), after = base_of(to);
  return from.array_dimensions == to.array_dimensions &&
         (cast_between(before, after) != Cast::kNone || is_text(before.name));
}

/// A moment, and what a clock somewhere shows at it.
bool follows_time_zone(const Type& from, const Type& to) {
  const auto is_moment = [](const Type& type) {
    return type.name == "timestamp with time zone" || type.name == "time with time zone";
  };
  const auto is_shown = [](const Type& type) {
    return type.name.starts_with("time") || type.name == "date" || is_text(type.name);
  };
  return is_moment(from) != is_moment(to) && is_shown(from) && is_shown(to);
}

Retype retype_of(const Type& before, const Type& after, const Column& from, const Column& to,
                 const std::string& column) {
  if (is_same_on_disk(before, after)) return {.has_rewrite = false};
  const Cast cast = cast_between(before, after);
  if (cast != Cast::kNone)
    return {.may_fail = cast == Cast::kMayFail ||
                        (cast == Cast::kLoses && is_built_in(to) && rank_of_number(after.name)),
            .loses_data = cast == Cast::kLoses};
  if (can_be_cast_below(from, to))
    return {.expression = column + "::" + to.data_type, .may_fail = true};
  // Domains over the same type, enums of the same values: what they are as text is the same.
  const bool is_direct = is_text(before.name) || can_be_cast(before.name, after.name);
  const bool is_own = !is_built_in(from) || !is_built_in(to);
  return {.expression = column + (is_direct ? "::" : "::text::") + to.data_type,
          .may_fail = true,
          .loses_data = !is_direct && !is_own};
}

}  // namespace

Retype retype(const Column& from, const Column& to, const std::string& column) {
  if (from.data_type == to.data_type) return {.has_rewrite = false};  // the collation alone
  const Type before = type_of(from.data_type), after = type_of(to.data_type);
  Retype how = retype_of(before, after, from, to, column);
  how.follows_time_zone = follows_time_zone(before, after);
  return how;
}

}  // namespace ddltrail::postgres_plan
