// Tables, partitioned tables and foreign tables, and what their columns are made of.
#pragma once

#include <string>
#include <vector>

#include "model/schema.h"
#include "plan/postgres/object.h"

namespace ddltrail::postgres_plan {

class TableObject : public Object {
 public:
  TableObject(const Table& row, Catalog& catalog);
  Steps create(const World& world) const override;
  Steps drop(const World& world) const override;
  Change change(const Object& former, const World& world) const override;
  /// The rows of a foreign table are elsewhere.
  bool can_be_made_anew() const override { return row_.kind == "foreign table"; }
  bool is_disturbed(Kind) const override { return false; }

 private:
  std::string inherits(const World& world) const;
  std::string kind_words() const;
  std::string storage() const;
  void add(Steps& steps, const std::string& what, std::vector<Risk> risks = {}) const;
  void storage_changes(const TableProperties& before, Steps& steps) const;
  void security_changes(const TableProperties& before, Steps& steps) const;

  const Table& row_;
  const TableName name_;
  const TableProperties* properties_;
};

/// Of a table or view. `noun`: as COMMENT ON has it.
Traits relation_traits(const Table& row, const char* noun, const Catalog& catalog);

/// SET (...) and RESET (...), each where there is something of it.
std::vector<std::string> option_changes(const std::vector<std::string>& former,
                                        const std::vector<std::string>& later);
/// OPTIONS (ADD ..., SET ..., DROP ...); empty where nothing differs.
std::string foreign_option_changes(const std::vector<std::string>& former,
                                   const std::vector<std::string>& later);

/// The columns of one table.
void add_columns(Catalog& catalog, const Table& table);

/// The defaults that columns of a view have for what is inserted into it.
void add_view_defaults(Catalog& catalog, const Table& view);

}  // namespace ddltrail::postgres_plan
