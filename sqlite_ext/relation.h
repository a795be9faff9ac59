// The relations of the contract: their columns from contract.json, their text from
// sql/sqlite/relations. Both are embedded at build time; there is no second list here.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ddltrail {

enum class ValueType { kText, kInteger, kBoolean, kJson };

struct Column {
  std::string name;
  ValueType type;
  bool is_nullable = true;
  bool is_compared = true;  // schemas that differ in nothing else are the same
  std::string json_key = '"' + name + "\":";
};

struct Relation {
  std::string name;
  std::vector<Column> columns;
  std::vector<std::string> key;
  std::string_view sql;      // one SELECT; empty for the change log, which is a table
  bool is_compared = false;  // its rows make up the schema, and do not follow from other rows

  std::string key_list() const;
  /// The column must be one of them.
  std::size_t place_of(std::string_view column) const;
};

inline constexpr int kContract = 1;

/// The relations, in the order of contract.json.
std::span<const Relation> relations();

/// The relation of that name, which must exist.
const Relation& relation(std::string_view name);

}  // namespace ddltrail
