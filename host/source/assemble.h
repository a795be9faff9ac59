// Puts objects together from the rows of relations, in whatever order these come.
#pragma once

#include <map>
#include <vector>

#include "model/object.h"

namespace ddltrail {

class Assembly {
 public:
  void add(Table table);
  /// Not before the tables. Columns of no table are left out.
  void add(Column column);
  void add(EnumType type);
  /// In the order of the keys. Call once.
  std::vector<Object> finish();

 private:
  using Name = std::pair<std::string, std::string>;

  TableObject* table_of(const Column& column);

  std::map<Name, TableObject> tables_;
  std::map<Name, EnumType> enums_;
  TableObject* last_ = nullptr;  ///< of the last column; columns of a table mostly come together
};

}  // namespace ddltrail
