// The partitions of one table whose bounds change: they stay as they are but for their place, and
// only the rows that no longer belong to one are moved, as are those of a partition that goes where
// one that comes or changes takes them.
#pragma once

#include <map>
#include <vector>

#include "plan/postgres/catalog.h"

namespace ddltrail::postgres_plan {

class Rebound {
 public:
  /// `changed`: the links as they become.
  Rebound(const TableName& parent, std::vector<const Parent*> changed, const World& world);

  /// One behind the other: all of them are taken out, rows that belong elsewhere are put aside, and
  /// all are put in again.
  Steps steps() const;
  /// Partitions that go -> what must be done before: each is taken out, and what others take of its
  /// rows is put aside.
  std::map<TableName, Steps> farewells() const;
  /// Once all partitions are there: what was put aside goes to where it belongs.
  Steps rows_back() const;

 private:
  struct Held {
    TableName from;           ///< the partition
    std::string condition;    ///< of the rows that belong elsewhere
    std::string name;         ///< where they wait, as SQL has it
    std::string parent = {};  ///< of a partition that is dropped
  };
  void hold(const Parent& row);
  void hold_rows_of_default();
  void hold_rows_of_dropped(const TableName& parent, const std::string& taken);
  void hold(const TableName& from, std::string condition, std::string parent = {});
  Step put_aside(const Held& held) const;
  std::string taken_anew() const;
  std::vector<std::string> bounds_beside(const Parent& row) const;
  std::optional<std::string> condition(const Parent& row) const;
  std::string columns() const;
  Risk risk(Hazard hazard, std::string why) const;

  const TableName parent_;
  const std::vector<const Parent*> changed_;
  const World& world_;
  std::vector<Held> held_;
};

/// Parent -> links of its partitions that are in both schemas, with another bound in the later one.
/// Empty where a partition goes and only new ones may take its rows.
std::map<TableName, std::vector<const Parent*>> rebound_links(const World& world);

}  // namespace ddltrail::postgres_plan
