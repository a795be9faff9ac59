#include "generate/typescript/printed_type.h"

#include <algorithm>
#include <iterator>

namespace ddltrail::typescript {
namespace {

/// What is printed of built-in types whose names in the catalog are others.
struct KnownSpelling {
  std::string_view printed;
  std::string_view name;
};

constexpr KnownSpelling kSpellings[] = {
    {"bigint", "int8"},
    {"bit varying", "varbit"},
    {"boolean", "bool"},
    {"character", "bpchar"},
    {"character varying", "varchar"},
    {"double precision", "float8"},
    {"integer", "int4"},
    {"real", "float4"},
    {"smallint", "int2"},
    {"time with time zone", "timetz"},
    {"time without time zone", "time"},
    {"timestamp with time zone", "timestamptz"},
    {"timestamp without time zone", "timestamp"},
};

/// "timestamp(3) without time zone" -> "timestamp without time zone".
std::string without_modifier(std::string_view text) {
  std::string out(text.substr(0, text.find('(')));
  if (const auto end = text.find(')'); end != std::string_view::npos) out += text.substr(end + 1);
  return out;
}

std::string built_in(std::string_view text) {
  std::string printed = without_modifier(text);
  const auto* found =
      std::find_if(std::begin(kSpellings), std::end(kSpellings),
                   [&](const KnownSpelling& spelling) { return spelling.printed == printed; });
  if (found != std::end(kSpellings)) return std::string(found->name);
  return printed.starts_with("interval ") ? "interval" : printed;
}

}  // namespace

std::string take_identifier(std::string_view& text) {
  if (!text.starts_with('"')) {
    const auto end = std::min(text.find_first_of(". [(,)"), text.size());
    std::string name(text.substr(0, end));
    text.remove_prefix(end);
    return name;
  }
  std::string name;
  for (text.remove_prefix(1); !text.empty(); text.remove_prefix(1)) {
    if (text.starts_with('"')) {
      text.remove_prefix(1);
      if (!text.starts_with('"')) break;
    }
    name += text.front();
  }
  return name;
}

PrintedType read_type(std::string_view text) {
  PrintedType type;
  type.is_array = text.ends_with("[]");
  if (type.is_array) text.remove_suffix(2);
  std::string_view rest = text;
  type.schema = take_identifier(rest);
  if (rest.starts_with('.')) {
    rest.remove_prefix(1);
    type.name = take_identifier(rest);
    return type;
  }
  type.name = text.starts_with('"') ? type.schema : built_in(text);
  type.schema = "pg_catalog";
  return type;
}

bool is_type_of_words(std::string_view text) {
  if (text.ends_with("[]")) text.remove_suffix(2);
  const std::string printed = without_modifier(text);
  return std::any_of(std::begin(kSpellings), std::end(kSpellings),
                     [&](const KnownSpelling& spelling) {
                       return spelling.printed == printed && printed.find(' ') != std::string::npos;
                     });
}

}  // namespace ddltrail::typescript
