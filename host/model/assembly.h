// Puts objects together from the rows of relations, in whatever order these come.
#pragma once

#include <map>
#include <vector>

#include "model/object.h"

namespace ddltrail {

class Assembly {
 public:
  void add(Table table);
  /// What belongs to a table: not before the tables. Left out where there is no such table.
  void add(Column column) { add_to_table(std::move(column), &TableObject::columns); }
  void add(TableKey key) { add_to_table(std::move(key), &TableObject::keys); }
  void add(Check check) { add_to_table(std::move(check), &TableObject::checks); }
  void add(Reference reference) { add_to_table(std::move(reference), &TableObject::references); }
  /// An object that is one row.
  template <class Struct>
  void add(Struct row) {
    Object object(std::move(row));
    others_.insert_or_assign(key_of(object), std::move(object));
  }
  /// In the order of the keys. Call once.
  std::vector<Object> finish();

 private:
  template <class Struct>
  void add_to_table(Struct row, std::vector<Struct> TableObject::*rows) {
    if (TableObject* object = table_of({row.schema_name, row.table_name}))
      (object->*rows).push_back(std::move(row));
  }
  TableObject* table_of(const Name& name);

  std::map<Name, TableObject> tables_;
  std::map<ObjectKey, Object> others_;
  /// Of the last row; rows of a table mostly come together.
  std::map<Name, TableObject>::iterator last_ = tables_.end();
};

}  // namespace ddltrail
