// What a text of SQL that the server printed mentions: with search_path = pg_catalog every name
// outside of that schema stands with its schema, so pairs of words with a point between them tell
// the objects; single words tell the columns.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace ddltrail::postgres_plan {

struct Mentions {
  std::set<std::pair<std::string, std::string>> names;  ///< public.users
  std::set<std::string> words;                          ///< quoted ones without their quotes
  bool has_whole_row = false;                           ///< users.*
  bool has_group = false;                               ///< GROUP BY

  bool has_name(const std::string& schema, const std::string& name) const {
    return names.contains({schema, name});
  }
  void add(std::string_view text);
};

Mentions mentions_of(std::string_view text);

/// Calls visit(schema, name) for each pair of words with a point between them.
void for_each_name(std::string_view text,
                   const std::function<void(const std::string&, const std::string&)>& visit);

/// The text with the later name wherever the former one stands, with its schema.
std::string with_name(std::string_view text, const std::pair<std::string, std::string>& former,
                      const std::pair<std::string, std::string>& later);

}  // namespace ddltrail::postgres_plan
