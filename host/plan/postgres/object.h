// An object of one of the two schemas: what makes it, what drops it, what it needs, and what must
// be done where both schemas have it. Each family of objects derives from it.
#pragma once

#include <algorithm>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "plan/plan.h"
#include "plan/postgres/free_names.h"
#include "plan/postgres/mentions.h"
#include "plan/postgres/traits.h"

namespace ddltrail::postgres_plan {

using TableName = Renames::TableName;
class Catalog;
class World;

/// In the order in which they are made where nothing else says so.
enum class Kind {
  kSchema,
  kExtension,
  kServer,
  kType,
  kTypeConstraint,
  kSequence,
  kRoutine,
  kRelation,
  kColumn,
  kNotNull,
  kIdentity,
  kDefault,
  kOwnership,  ///< of a sequence by a column
  kConstraint,
  kIndex,
  kStatistics,
  kParent,
  kReplicaIdentity,
  kRule,
  kTrigger,
  kPolicy,
  kPublication,
  kPublished,  ///< a table in a publication
  kDefaultPrivileges
};

struct Key {
  Kind kind;
  std::string name;
  auto operator<=>(const Key&) const = default;
};
using Keys = std::set<Key>;

/// When an operation is done where nothing that it waits for says otherwise.
enum class Phase {
  kFirst,  ///< before the one transaction that changes what is there
  kAside,
  kMain,
  kEnd,
  kLast  ///< after it: what takes long without being in anybody's way
};

/// What must be done to an object that is in both schemas.
struct Change {
  enum class How { kNothing, kAlter, kReplace };
  How how = How::kNothing;
  Steps steps = {};
  /// Of a column: a part of ALTER TABLE, which all retyped columns of the table share, since it
  /// writes all rows anew. It comes before the steps.
  std::optional<Step> retype = {};
  /// Of a column: the same of a parent of its table, whose statement reaches this one too.
  std::optional<Key> with = {};
  /// The server refuses it as long as there is something that it is used in.
  bool is_disturbing = false;
  Phase phase = Phase::kMain;
};

class Object {
 public:
  Key key;
  std::string title;               ///< for people: view public.names
  std::optional<TableName> table;  ///< whose rows it is about
  Traits traits;
  std::string definition;     ///< what makes it another object where it is not the same
  std::vector<Key> owners;    ///< it goes with any of them
  std::vector<Key> keepers;   ///< it goes with any of them, but is made apart
  Keys needs;                 ///< of which the server knows
  Keys follows;               ///< made after them where that is possible
  bool is_in_circle = false;  ///< what it needs cannot be made before its table is there
  Keys heirs;                 ///< the same in the children of its table, which come and go with it
  bool is_of_whole = false;   ///< an index or constraint of a partition: the whole has the same
  std::string inheritance;    ///< of an index or constraint: the same in children of its table
  std::vector<std::string> claims;       ///< names that nothing else can have at the same time
  std::vector<std::string> texts;        ///< SQL that the server has read, and printed
  std::vector<std::string> row_texts;    ///< as texts; a table in them stands for its whole rows
  std::vector<std::string> loose_texts;  ///< SQL that it has not
  std::optional<Key> scope;              ///< the relation whose columns the texts may name alone

  virtual ~Object() = default;
  bool is_owned_by(const Key& other) const {
    return std::find(owners.begin(), owners.end(), other) != owners.end();
  }
  virtual Steps create(const World& world) const = 0;
  virtual Steps drop(const World& world) const = 0;
  /// What is left to do where it goes with the same of a parent of its table.
  virtual Steps drop_own(const World&) const { return {}; }
  /// What is left to do where the statement of an owner made it.
  virtual Steps finish(const World&) const { return {}; }
  virtual Change change(const Object& former, const World& world) const;
  /// The statement that makes the first of the owners makes it as well.
  virtual bool is_folded(const World&) const { return false; }
  /// Nothing is said of it where an owner goes.
  virtual bool goes_with_owner(const World&) const { return true; }
  /// As a part of the statement of the owner.
  virtual std::string clause(const World&) const { return ""; }
  /// It can be dropped and made again without a loss.
  virtual bool can_be_made_anew() const { return true; }
  /// It must be made anew where what it needs is altered in a way that the server refuses.
  virtual bool is_disturbed(Kind by) const { return by != Kind::kRelation; }
  /// Objects of the former schema that must live until it is made.
  virtual Keys outlived(const World&) const { return {}; }
  virtual Phase phase_of_create(const World&) const { return Phase::kMain; }
  virtual Phase phase_of_drop(const World&) const { return Phase::kMain; }
  /// What is left to do in the last phase, such as to look at all rows.
  virtual Steps settle(const World&) const { return {}; }

 protected:
  /// It was dropped because others went, and comes again as it was.
  bool is_restored(const World& world) const;
  Risk risk(Hazard hazard, std::string why) const;
};

/// What is true of the whole plan.
class World {
 public:
  World(const Catalog& from, const Catalog& to, FreeNames& names, const Options& options)
      : from(from),
        to(to),
        names(names),
        is_offline(options.is_offline),
        is_rehearsal(options.is_rehearsal) {}

  /// The relation is made by the plan: nobody waits for it, and it has no rows.
  bool is_new(const Key& relation) const { return created.contains(relation); }

  const Catalog& from;
  const Catalog& to;
  FreeNames& names;
  const bool is_offline;
  const bool is_rehearsal;
  Keys created;
  Keys altered;
  Keys dropped;
  Keys moved;  ///< tables of the former schema whose rows another one takes
};

Step step(std::string sql, std::vector<Risk> risks = {});

}  // namespace ddltrail::postgres_plan
