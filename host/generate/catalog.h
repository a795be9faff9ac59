// The schema as a target sees it while it renders one object: what there is around it.
#pragma once

#include <map>
#include <vector>

#include "model/object.h"

namespace ddltrail {

class Catalog {
 public:
  virtual ~Catalog() = default;
  /// Null where there is none. Valid as long as the catalog.
  virtual const Object* find(const ObjectKey& key) const = 0;
  /// The keys of a family, sorted.
  virtual std::vector<ObjectKey> all(Family family) const = 0;
  /// The tables with a foreign key to a table, and its indexes, sorted.
  virtual std::vector<ObjectKey> dependents_of(const Name& table) const = 0;

  /// Null where there is none.
  const TableObject* table(const Name& name) const;
  std::vector<const TableObject*> referencing(const Name& table) const;
  std::vector<const TableIndex*> indexes_of(const Name& table) const;
  /// The column of the table shows NULLs; not where it is one of a view that is proven to hold
  /// none.
  bool may_be_null(const Table& table, const Column& column) const;
  /// An INSERT may name the column of the table; not where it is one of a view that shows a
  /// generated one.
  bool is_insertable(const Table& table, const Column& column) const;

 private:
  /// Null where nothing is proven of the table.
  const ProvenColumns* proven_of(const Table& table) const;
};

/// Of objects that stand in memory; they must outlive it.
class MemoryCatalog : public Catalog {
 public:
  explicit MemoryCatalog(const std::vector<Object>& objects);
  const Object* find(const ObjectKey& key) const override;
  std::vector<ObjectKey> all(Family family) const override;
  std::vector<ObjectKey> dependents_of(const Name& table) const override;

 private:
  std::map<ObjectKey, const Object*> objects_;
  std::map<Name, std::vector<ObjectKey>> dependents_;
};

}  // namespace ddltrail
