#include "model/ownership.h"

#include <algorithm>

#include "contract_mirrors.h"

namespace ddltrail {
namespace {

constexpr const char* kOwnerOfDatabase = "pg_database_owner";

/// Who comes in the place of a role.
template <class Successor>
class Handover {
 public:
  explicit Handover(Successor successor) : successor_(successor) {}

  void owner(std::string& owner) const { owner = successor_(owner); }
  void owner(std::optional<std::string>& owner) const {
    if (owner) owner = successor_(*owner);
  }

  /// What an owner may do is a grant from itself to itself.
  template <class Grant>
  void grant(Grant& row) const {
    if (!row.grantor) return;
    const std::string later = successor_(*row.grantor);
    if (row.grantee == row.grantor) row.grantee = later;
    row.grantor = later;
  }

 private:
  Successor successor_;
};

template <class Struct>
void sort_without_doubles(std::vector<Struct>& rows) {
  sort_rows(rows);
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
}

template <class Successor>
void hand_over_objects(Schema& schema, const Handover<Successor>& handover) {
  for_each_relation(schema, [&]<class Struct>(std::vector<Struct>& rows) {
    if constexpr (requires(Struct & row) { row.owner; })
      for (Struct& row : rows) handover.owner(row.owner);
  });
  for (Privilege& row : schema.privileges) handover.grant(row);
  sort_without_doubles(schema.privileges);
}

bool is_of_public(const Privilege& row) {
  return row.object_kind == "schema" && row.object_name == "public";
}

}  // namespace

void hand_over(Schema& schema, const std::string& role, const std::string& to) {
  if (role.empty()) return;
  const Handover handover([&](const std::string& owner) { return owner == role ? to : owner; });
  hand_over_objects(schema, handover);
  for (DefaultPrivilege& row : schema.default_privileges) {
    handover.owner(row.role);
    handover.grant(row);
  }
  sort_without_doubles(schema.default_privileges);
}

void hand_over_all(Schema& schema) {
  hand_over_objects(schema, Handover([](const std::string&) { return kWhoeverMakesIt; }));
  const Handover to_owner_of_database([](const std::string&) { return kOwnerOfDatabase; });
  for (Namespace& row : schema.schemas)
    if (row.schema_name == "public") to_owner_of_database.owner(row.owner);
  for (Privilege& row : schema.privileges)
    if (is_of_public(row)) to_owner_of_database.grant(row);
  sort_without_doubles(schema.privileges);
}

}  // namespace ddltrail
