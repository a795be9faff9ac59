// A row of a relation of the contract: its values in the order of the columns, as JSON has them.
// As the log of a file has it, which calls its schema main, whatever the file is attached as.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "json_text.h"
#include "relation.h"
#include "statement.h"

namespace ddltrail {

class Row {
 public:
  /// Every value is null.
  explicit Row(const Relation& relation) : relation_(&relation), values_(relation.columns.size()) {}
  /// A row of `SELECT *` from the relation.
  Row(const Relation& relation, const Statement& row);
  /// From the object that append_json() has written; throws std::invalid_argument for others.
  Row(const Relation& relation, const Json& object);

  /// The column must be one of the relation.
  const Json& operator[](std::string_view column) const {
    return values_[relation_->place_of(column)];
  }
  Json& operator[](std::string_view column) { return values_[relation_->place_of(column)]; }
  const std::string& text(std::string_view column) const {
    return (*this)[column].get_ref<const std::string&>();
  }
  bool operator==(const Row&) const = default;

  /// The columns that diff looks at, by their names.
  Json compared() const;

 private:
  friend void append_json(std::string& text, const Row& row);
  friend bool same_but_for(const Row& a, const Row& b, std::initializer_list<std::string_view>);

  const Relation* relation_;
  std::vector<Json> values_;
};

/// As an object, by the names of the columns.
void append_json(std::string& text, const Row& row);

/// Nothing differs but the values of these columns.
bool same_but_for(const Row& a, const Row& b, std::initializer_list<std::string_view> columns);

}  // namespace ddltrail
