#include "plan/postgres/postgres_plan.h"

#include <algorithm>
#include <map>
#include <optional>

#include "base/error.h"
#include "diff/column_order.h"
#include "diff/renaming.h"
#include "model/ownership.h"
#include "plan/postgres/affected.h"
#include "plan/postgres/aside.h"
#include "plan/postgres/catalog.h"
#include "plan/postgres/extension_moves.h"
#include "plan/postgres/names.h"
#include "plan/postgres/operations.h"
#include "plan/postgres/rebound.h"
#include "plan/postgres/rename_steps.h"
#include "plan/postgres/row_move.h"
#include "plan/postgres/switching.h"
#include "plan/postgres/timeouts.h"
#include "plan/questions.h"

namespace ddltrail::postgres_plan {
namespace {

/// What becomes of an object.
struct Fate {
  const Object* former = nullptr;
  const Object* later = nullptr;
  Change change;

  bool is_made_anew() const { return former && later && change.how == Change::How::kReplace; }
  bool is_dropped() const { return former && (!later || is_made_anew()); }
  bool is_created() const { return later && (!former || is_made_anew()); }
};

class Planner {
 public:
  Planner(const Affected& part, FreeNames& names, const Options& options)
      : from_(part.from), to_(part.to), world_(from_, to_, names, options) {}

  Steps run(SetAside aside) {
    operations_.add(Verb::kAlter, {Kind::kSchema, ""}, std::move(aside.steps), Phase::kAside);
    const std::vector<Moved>& moved = aside.tables;
    compare();
    pull();
    tell_of_computed_values();
    for (const Moved& table : moved) add_moved(relation_key(table.from));
    for (const auto& [key, fate] : fates_) {
      if (fate.is_dropped()) world_.dropped.insert(key);
      if (fate.is_created()) world_.created.insert(key);
      if (fate.change.how == Change::How::kAlter) world_.altered.insert(key);
    }
    add_operations();
    const auto rebounds = rebound_links(world_);
    for (const auto& [parent, links] : rebounds) rebound(parent, links);
    order();
    for (const Moved& table : moved) move_rows(table);
    return operations_.in_order();
  }

 private:
  void compare() {
    for (const auto& [key, object] : from_.objects()) fates_[key].former = object.get();
    for (const auto& [key, object] : to_.objects()) fates_[key].later = object.get();
    for (auto& [key, fate] : fates_)
      if (fate.former && fate.later) fate.change = fate.later->change(*fate.former, world_);
  }

  /// What a function said when they were written stands in indexes and columns, and was checked.
  void tell_of_computed_values() {
    for (const auto& [key, object] : from_.objects()) {
      if (fates_.at(key).is_dropped() || !is_computed(*object)) continue;
      for (const Key& need : object->needs)
        if (Change& change = fates_.at(need).change;
            need.kind == Kind::kRoutine && change.how == Change::How::kAlter)
          change.steps.front().risks.push_back(
              {Hazard::kCorrectness, object->title,
               "rows hold what the function said before it is replaced", object->table});
    }
  }

  static bool is_computed(const Object& object) {
    return object.key.kind == Kind::kIndex || object.key.kind == Kind::kConstraint ||
           (object.key.kind == Kind::kColumn && object.can_be_made_anew());
  }

  /// What the server would refuse to drop or alter as long as others use it goes with these, and
  /// comes again.
  void pull() {
    std::map<Key, Keys> users;
    for (const auto& [key, object] : from_.objects()) {
      for (const Key& need : object->needs) users[need].insert(key);
      for (const Key& heir : object->heirs)
        if (was_linked(*object, *from_.find(heir))) bonds_[heir].insert(key);
    }
    for (const auto& [key, object] : to_.objects())
      for (const Key& heir : object->heirs)
        if (is_linked(*object, *to_.find(heir))) heirs_of_[heir].insert(key);
    std::vector<Key> open;
    for (const auto& [key, fate] : fates_)
      if (fate.is_dropped() || fate.change.is_disturbing) open.push_back(key);
    while (!open.empty()) {
      const Key key = open.back();
      open.pop_back();
      for (const Key& user : users[key]) pull(key, user, open);
      pull_heirs(key, open);
    }
  }

  void pull(const Key& key, const Key& user, std::vector<Key>& open) {
    Fate& fate = fates_.at(user);
    if (fate.is_dropped() || !fate.later) return;
    const Fate& cause = fates_.at(key);
    const bool can_go = fate.former->can_be_made_anew() && fate.later->can_be_made_anew();
    const bool goes = cause.is_dropped() ? fate.former->is_owned_by(key) || can_go
                                         : can_go && fate.former->is_disturbed(key.kind);
    if (!goes) {
      refuse_column_of(cause, user);
      return;
    }
    fate.change = {.how = Change::How::kReplace};
    open.push_back(user);
  }

  /// The server keeps a table or view, and the types of its columns, as long as a column is of its
  /// rows.
  void refuse_column_of(const Fate& cause, const Key& user) const {
    const Object& object = *cause.former;
    if (user.kind != Kind::kColumn || !cause.later) return;
    const bool is_of_rows = object.key.kind == Kind::kColumn ? !is_part(object, user)
                                                             : object.key.kind == Kind::kRelation;
    if (!is_of_rows || (object.key.kind == Kind::kRelation && !cause.is_dropped())) return;
    throw Error("a column is of the rows of what must change, which the server refuses",
                fates_.at(user).former->title,
                "Give the column another type first: " + object.title + " cannot be " +
                    (cause.is_dropped() ? "made anew" : "given another type") + " before.");
  }

  /// The column and the object are of one table.
  bool is_part(const Object& object, const Key& column) const {
    return from_.find(column)->owners.front() == object.owners.front();
  }

  /// Indexes of partitions go with that of the whole, and go alone only with their table.
  void pull_heirs(const Key& key, std::vector<Key>& open) {
    const Fate& fate = fates_.at(key);
    if (!fate.is_dropped() || !is_with_index(*fate.former)) return;
    const bool goes_with_table = fates_.at(relation_key(*fate.former->table)).is_dropped();
    Keys others = goes_with_table ? Keys() : bonds_[key];
    for (const Key& heir : fate.former->heirs)
      if (is_linked(*fate.former, *from_.find(heir))) others.insert(heir);
    for (const Key& other : others) {
      Fate& its = fates_.at(other);
      if (its.is_dropped() || !its.later) continue;
      its.change = {.how = Change::How::kReplace};
      open.push_back(other);
    }
  }

  static bool is_with_index(const Object& object) {
    return object.key.kind == Kind::kIndex ||
           (object.key.kind == Kind::kConstraint && !object.claims.empty());
  }

  /// The table of the one is, and stays, a parent of that of the other.
  bool is_linked(const Object& parent, const Object& child) const {
    if (!parent.table || !child.table) return false;
    const auto fate = fates_.find(link_key(*child.table, *parent.table));
    return fate != fates_.end() && fate->second.former && fate->second.later &&
           fate->second.change.how != Change::How::kReplace;
  }

  /// The table of the one was a parent of that of the other, and is until that is gone.
  bool was_linked(const Object& parent, const Object& child) const {
    if (is_linked(parent, child)) return true;
    if (!parent.table || !child.table || fates_.at(relation_key(*child.table)).later) return false;
    return from_.find(link_key(*child.table, *parent.table));
  }

  /// The table, and the partitions that its rows are in.
  void add_moved(const Key& table) {
    world_.moved.insert(table);
    for (const Parent& row : from_.rows().schema().parents)
      if (row.partition_bound && relation_key(parent_of(row)) == table)
        add_moved(relation_key(child_of(row)));
  }

  void add_operations() {
    for (const auto& [key, fate] : fates_) {
      if (fate.is_dropped()) drop(key);
      if (fate.is_created()) create(key);
      if (fate.former && fate.later && !fate.is_made_anew()) alter(key, fate);
    }
  }

  Operations::Id drop(const Key& key) {
    if (operations_.has(Verb::kDrop, key)) return operations_.id(Verb::kDrop, key);
    const Object& object = *fates_.at(key).former;
    if (const Key* other = dropped_with(object)) {
      const Operations::Id id = drop(*other);
      operations_.alias(Verb::kDrop, key, id);
      if (bonds_[key].contains(*other)) operations_.append(id, object.drop_own(world_));
      return id;
    }
    return operations_.add(Verb::kDrop, key, object.drop(world_), object.phase_of_drop(world_));
  }

  /// What takes the object along when it is dropped.
  const Key* dropped_with(const Object& object) {
    const Keys& bonds = bonds_[object.key];
    const bool is_bound = !bonds.empty();
    for (const auto* list : {&object.owners, &object.keepers})
      for (const Key& owner : *list)
        if (world_.dropped.contains(owner) && (is_bound || object.goes_with_owner(world_)))
          return &owner;
    for (const Key& parent : bonds)
      if (world_.dropped.contains(parent)) return &parent;
    return nullptr;
  }

  Operations::Id create(const Key& key) {
    if (operations_.has(Verb::kCreate, key)) return operations_.id(Verb::kCreate, key);
    const Object& object = *fates_.at(key).later;
    if (const Key* other = created_with(object)) {
      const Operations::Id id = create(*other);
      operations_.alias(Verb::kCreate, key, id);
      operations_.append(id, object.finish(world_));
      operations_.append(id, traits_of_new(object));
      return id;
    }
    const Operations::Id id =
        operations_.add(Verb::kCreate, key, object.create(world_), object.phase_of_create(world_));
    operations_.append(id, traits_of_new(object));
    if (Steps rest = object.settle(world_); !rest.empty()) {
      operations_.add(Verb::kSettle, key, std::move(rest), Phase::kLast);
      operations_.order(Verb::kCreate, key, Verb::kSettle, key);
    }
    return id;
  }

  Steps traits_of_new(const Object& object) const {
    return steps_for_new(object.traits, from_.rows().unasked(object.traits.acl_kind));
  }

  const Key* created_with(const Object& object) {
    if (!object.owners.empty() && world_.created.contains(object.owners.front()) &&
        object.is_folded(world_))
      return comes_with_parent(object) ? &object.owners.front() : nullptr;
    if (is_with_index(object)) return nullptr;
    for (const Key& parent : heirs_of_[object.key])
      if (world_.created.contains(parent)) return &parent;
    return nullptr;
  }

  /// Or with a column that is not made by a statement for a parent of its table.
  bool comes_with_parent(const Object& part) {
    const Key& column = part.owners.front();
    if (column.kind != Kind::kColumn || world_.is_new(relation_key(*part.table))) return true;
    const Keys& parents = heirs_of_[column];
    return std::all_of(parents.begin(), parents.end(), [&](const Key& parent) {
      const Object* same = to_.find({part.key.kind, parent.name});
      return !world_.created.contains(parent) || (same && same->definition == part.definition);
    });
  }

  void alter(const Key& key, const Fate& fate) {
    if (operations_.has(Verb::kAlter, key)) return;
    Steps steps = fate.change.steps;
    append(steps, steps_between(traits_left(fate), fate.later->traits, fate.later->title));
    if (fate.change.with && alter_with(*fate.change.with, key, steps)) return;
    if (fate.change.retype)
      operations_.append(retype(key, fate), std::move(steps));
    else if (!steps.empty())
      operations_.add(Verb::kAlter, key, std::move(steps), fate.change.phase);
  }

  /// Of a column: what is taken of a table is taken of its columns too.
  Traits traits_left(const Fate& fate) const {
    Traits traits = fate.former->traits;
    if (fate.later->key.kind != Kind::kColumn) return traits;
    const Fate& table = fates_.at(fate.later->owners.front());
    if (!table.former || !table.later) return traits;
    const auto holds = [](const Grants& grants, const Grant& grant) {
      return std::any_of(grants.begin(), grants.end(), [&](const Grant& other) {
        return other.grantee == grant.grantee && other.privilege == grant.privilege;
      });
    };
    std::erase_if(traits.grants, [&](const Grant& grant) {
      return holds(table.former->traits.grants, grant) && !holds(table.later->traits.grants, grant);
    });
    return traits;
  }

  bool alter_with(const Key& parent, const Key& key, Steps& steps) {
    const Fate& fate = fates_.at(parent);
    if (fate.former && fate.later && !fate.is_made_anew()) alter(parent, fate);
    if (!operations_.has(Verb::kAlter, parent)) return false;
    const Operations::Id id = operations_.id(Verb::kAlter, parent);
    operations_.alias(Verb::kAlter, key, id);
    operations_.append(id, std::move(steps));
    return true;
  }

  /// The one statement for all columns of a table.
  Operations::Id retype(const Key& key, const Fate& fate) {
    const Step& part = *fate.change.retype;
    const TableName& table = *fate.later->table;
    const auto known = retypes_.find(table);
    if (known == retypes_.end()) {
      const Step first = step("ALTER TABLE " + qualified(table) + " " + part.sql, part.risks);
      return retypes_[table] = operations_.add(Verb::kAlter, key, {first});
    }
    operations_.extend(known->second, part);
    operations_.alias(Verb::kAlter, key, known->second);
    return known->second;
  }

  void order() {
    std::map<std::string, Keys> claimed;
    for (const auto& [key, object] : from_.objects()) {
      if (!operations_.has(Verb::kDrop, key) && !operations_.has(Verb::kAlter, key)) continue;
      for (const std::string& claim : object->claims) claimed[claim].insert(key);
      order_drop(*object, object->needs, true);
      order_drop(*object, object->follows, false);
    }
    for (const auto& [key, object] : to_.objects()) {
      if (!operations_.has(Verb::kCreate, key) && !operations_.has(Verb::kAlter, key)) continue;
      operations_.order(Verb::kDrop, key, Verb::kCreate, key);
      for (const std::string& claim : object->claims)
        for (const Key& former : claimed[claim])
          operations_.order(Verb::kDrop, former, Verb::kCreate, key);
      for (const Key& former : object->outlived(world_))
        operations_.order(Verb::kCreate, key, Verb::kDrop, former);
      if (!is_made_with_table(*object))
        for (const Key& heir : object->heirs)
          operations_.order(Verb::kCreate, heir, Verb::kCreate, key);
      order_create(*object, object->needs, true);
      order_create(*object, object->follows, false);
      if (key.kind == Kind::kParent) order_behind_what_the_parent_has(*object);
    }
    order_extensions();
  }

  /// A child must be as strict as its parent before it becomes one, and an index that a partition
  /// lacks then the server makes, by a name of its own.
  void order_behind_what_the_parent_has(const Object& link) {
    const Key& child = link.owners.front();
    const bool has_rows = !world_.is_new(child);
    for (const Key& followed : link.follows) {
      const Object& part = *to_.find(followed);
      const bool is_own = has_rows && part.table == link.table;
      if (is_own) operations_.order(Verb::kSettle, followed, Verb::kCreate, link.key);
      if (followed.kind == Kind::kNotNull || (is_own && part.is_of_whole))
        operations_.order(Verb::kCreate, followed, Verb::kCreate, link.key);
    }
  }

  /// After all that was a partition and goes, and before what becomes one; the rows come back last.
  void rebound(const TableName& parent, const std::vector<const Parent*>& links) {
    const Rebound rebound(parent, links, world_);
    const Key all = {Kind::kParent, "of " + qualified(parent)};
    const Key rows = {Kind::kParent, "rows of " + qualified(parent)};
    const Operations::Id id = operations_.add(Verb::kAlter, all, rebound.steps());
    for (const Parent* link : links)
      operations_.alias(Verb::kAlter, link_key(child_of(*link), parent), id);
    operations_.add(Verb::kAlter, rows, rebound.rows_back());
    operations_.order(Verb::kAlter, all, Verb::kAlter, rows);
    const Keys below = links_below(parent);
    for (const auto& [table, steps] : rebound.farewells()) {
      for (const Key& link : below)
        operations_.order(Verb::kDrop, relation_key(table), Verb::kCreate, link);
      drop_last(relation_key(table), parent, rows, steps);
    }
    for (const auto& [key, fate] : fates_) {
      if (key.kind == Kind::kParent) {
        operations_.order(Verb::kDrop, key, Verb::kAlter, all, false);
        operations_.order(Verb::kAlter, all, Verb::kCreate, key, false);
      } else if (key.kind == Kind::kColumn) {
        for (const Verb verb : {Verb::kDrop, Verb::kAlter, Verb::kCreate})
          operations_.order(verb, key, Verb::kAlter, all, false);
      } else if (is_behind_rows(key, fate) && !comes_with_link(key, fate)) {
        for (const Verb verb : {Verb::kAlter, Verb::kCreate})
          operations_.order(Verb::kAlter, rows, verb, key, is_foreign_key(fate));
      }
    }
    for (const Key& link : below) operations_.order(Verb::kCreate, link, Verb::kAlter, rows);
  }

  /// All partitions of the table, and those of its partitions, as they are to be.
  Keys links_below(const TableName& table) const {
    Keys links;
    for (const TableName& each : tree_of(table, world_))
      for (const Parent* parent : to_.rows().parents(each))
        if (parent->partition_bound && each != table)
          links.insert(link_key(each, parent_of(*parent)));
    return links;
  }

  /// Of a partition: its rows are put aside as the columns of its parent become.
  void drop_last(const Key& table, const TableName& parent, const Key& rows, const Steps& before) {
    operations_.prepend(operations_.id(Verb::kDrop, table), before);
    operations_.order(Verb::kDrop, table, Verb::kAlter, rows);
    for (const auto& [key, fate] : fates_) {
      if (key.kind != Kind::kColumn || !fate.later || *fate.later->table != parent) continue;
      for (const Verb verb : {Verb::kAlter, Verb::kCreate})
        operations_.order(verb, key, Verb::kDrop, table);
    }
  }

  /// What would watch rows as they move.
  static bool is_behind_rows(const Key& key, const Fate& fate) {
    return key.kind == Kind::kTrigger || key.kind == Kind::kRule ||
           (fate.later && key.kind == Kind::kConstraint && fate.later->claims.empty());
  }

  /// A foreign key that the whole has all the time: a partition gets it at the latest as it becomes
  /// one.
  bool comes_with_link(const Key& key, const Fate& fate) const {
    if (!fate.later || !fate.later->is_of_whole) return false;
    for (const Parent* link : to_.rows().parents(*fate.later->table))
      for (const Constraint* row : to_.rows().constraints(parent_of(*link))) {
        const Key whole =
            part_key(Kind::kConstraint, parent_of(*link), row->constraint_name.value_or(""));
        const Object* object = to_.find(whole);
        if (object && object->heirs.contains(key)) return !world_.created.contains(whole);
      }
    return false;
  }

  /// Rows that it refers to may move as well.
  static bool is_foreign_key(const Fate& fate) {
    return fate.later && fate.later->definition.starts_with("FOREIGN KEY");
  }

  bool is_made_with_table(const Object& object) const {
    if (!object.table || !operations_.has(Verb::kCreate, object.key)) return false;
    const Key relation = relation_key(*object.table);
    return operations_.has(Verb::kCreate, relation) &&
           operations_.id(Verb::kCreate, relation) == operations_.id(Verb::kCreate, object.key);
  }

  /// Once the other table is there with all its partitions, and before anything watches it.
  void move_rows(const Moved& moved) {
    const Key former = relation_key(moved.from), later = relation_key(moved.to);
    operations_.add(Verb::kAlter, former, row_move(moved, world_));
    for (const Key& table : world_.moved)
      operations_.order(Verb::kAlter, former, Verb::kDrop, table);
    order_detached(former);
    const MovedSequences sequences = moved_sequences(moved, world_);
    for (const Key& key : sequences.former)
      operations_.order(Verb::kAlter, former, Verb::kDrop, key);
    for (const Key& key : sequences.later)
      operations_.order(Verb::kCreate, key, Verb::kAlter, former);
    for (const auto& [key, fate] : fates_) {
      const bool is_before =
          key == later || key.kind == Kind::kColumn || key.kind == Kind::kRelation;
      if (is_before && key != former)
        operations_.order(Verb::kCreate, key, Verb::kAlter, former, key == later);
      if (is_behind_rows(key, fate))
        operations_.order(Verb::kAlter, former, Verb::kCreate, key, is_foreign_key(fate));
    }
    for (const Key& link : links_below(moved.to))
      operations_.order(Verb::kCreate, link, Verb::kAlter, former);
  }

  /// Partitions that stay by themselves keep their rows.
  void order_detached(const Key& moved) {
    for (const Parent& row : from_.rows().schema().parents)
      if (row.partition_bound && !world_.dropped.contains(relation_key(child_of(row))))
        operations_.order(Verb::kDrop, link_key(child_of(row), parent_of(row)), Verb::kAlter, moved,
                          false);
  }

  void order_drop(const Object& object, const Keys& needs, bool is_must) {
    for (const Key& need : needs) {
      operations_.order(Verb::kDrop, object.key, Verb::kDrop, need, is_must);
      operations_.order(Verb::kDrop, object.key, Verb::kAlter, need,
                        is_must && is_in_the_way(object, need));
      operations_.order(Verb::kAlter, object.key, Verb::kDrop, need, is_must);
    }
  }

  void order_create(const Object& object, const Keys& needs, bool is_must) {
    for (const Key& need : needs)
      for (const Verb then : {Verb::kCreate, Verb::kAlter}) {
        operations_.order(Verb::kCreate, need, then, object.key, is_must);
        operations_.order(Verb::kAlter, need, then, object.key,
                          is_must && !is_table_of(object, need));
      }
  }

  /// What is altered does not mind who owns a sequence, and what is altered first minds nothing.
  bool is_in_the_way(const Object& object, const Key& need) const {
    return object.key.kind != Kind::kOwnership && !is_table_of(object, need) &&
           fates_.at(need).change.phase != Phase::kFirst;
  }

  /// What a table has of its own, such as a comment, has no part that waits for it.
  static bool is_table_of(const Object& object, const Key& need) {
    return need.kind == Kind::kRelation && object.is_owned_by(need);
  }

  /// What an extension brings is not told: all else comes after it, and goes before it.
  void order_extensions() {
    for (const auto& [extension, fate] : fates_) {
      if (extension.kind != Kind::kExtension) continue;
      for (const auto& [key, other] : fates_) {
        if (key.kind <= Kind::kExtension) continue;
        for (const Verb verb : {Verb::kAlter, Verb::kCreate}) {
          operations_.order(Verb::kCreate, extension, verb, key, false);
          operations_.order(Verb::kAlter, extension, verb, key, false);
        }
        for (const Verb verb : {Verb::kAlter, Verb::kDrop})
          operations_.order(verb, key, Verb::kDrop, extension, false);
      }
    }
  }

  const Catalog from_;
  const Catalog to_;
  World world_;
  std::map<Key, Fate> fates_;
  std::map<Key, Keys> bonds_;     ///< indexes of partitions -> those of the whole
  std::map<Key, Keys> heirs_of_;  ///< parts of children -> the same of their parents
  std::map<TableName, Operations::Id> retypes_;
  Operations operations_;
};

/// Only one schema, with who may use it.
Schema schema_alone(const Schema& schema, const Namespace& row) {
  Schema alone;
  alone.schemas = {row};
  for (const Privilege& privilege : schema.privileges)
    if (privilege.object_kind == "schema" && privilege.object_name == row.schema_name)
      alone.privileges.push_back(privilege);
  return alone;
}

/// Schemas that are new, and that something moves to: they are made before all else.
Steps schemas_to_move_to(Schema& from, const Schema& to, const Renames& renames) {
  std::set<std::string> there, wanted;
  for (const Namespace& row : from.schemas) there.insert(renames.later_schema(row.schema_name));
  for (const auto* names : {&renames.tables, &renames.types, &renames.sequences})
    for (const auto& [former, later] : *names) wanted.insert(later.first);
  for (const auto& [former, later] : renames.routines) wanted.insert(later.first);
  for (const Extension& row : to.extensions) wanted.insert(row.schema_name);
  Steps steps;
  for (const Namespace& row : to.schemas) {
    if (there.contains(row.schema_name) || !wanted.contains(row.schema_name)) continue;
    const Schema alone = schema_alone(to, row);
    const Traits traits = Catalog(alone).find(schema_key(row.schema_name))->traits;
    steps.push_back(step("CREATE SCHEMA " + quoted(row.schema_name)));
    append(steps, steps_for_new(traits, {}));
    from.schemas.push_back(row);
    from.privileges.insert(from.privileges.end(), alone.privileges.begin(), alone.privileges.end());
  }
  return steps;
}

/// A schema in which everything goes by its later name, and the steps that make it so.
struct Renamed {
  Schema schema;
  Steps steps;
};

/// Nothing where all names stay.
std::optional<Renamed> with_later_names(const Schema& from, const Schema& to,
                                        const Renames& renames) {
  if (renames.empty() && !has_moved_extensions(from, to)) return std::nullopt;
  Renamed result{from, {}};
  result.steps = schemas_to_move_to(result.schema, to, renames);
  append(result.steps, rename_steps(result.schema, renames));
  apply(renames, result.schema, to);
  append(result.steps, move_extensions(result.schema, to));
  return result;
}

/// The tables whose rows are at risk, as they are called before anything is renamed.
void name_tables_as_before(Steps& steps, const Renames& renames) {
  const Renames turned = renames.turned();
  for (Step& step : steps)
    for (Risk& risk : step.risks)
      if (risk.table) risk.table = turned.later(*risk.table);
}

/// As new databases have the schema public since PostgreSQL 15.
bool is_as_in_new_database(const Traits& traits) {
  const std::string owner = "pg_database_owner";
  Grants grants = default_grants("schema", owner);
  grants.insert({owner, "public", "USAGE", false});
  return traits.owner == owner && traits.grants == grants &&
         traits.comment == "standard public schema";
}

/// Every database begins with it; who may use it differs between versions of the server.
std::string public_schema(const Schema& blank) {
  const Catalog catalog(blank);
  const Traits& traits = catalog.find(schema_key("public"))->traits;
  if (is_as_in_new_database(traits)) return "";
  std::string script;
  if (traits.owner == kWhoeverMakesIt)
    script += "ALTER SCHEMA public OWNER TO " + role(*traits.owner) + ";\n";
  for (const Step& step : steps_for_new(traits, {"public", traits.grant_owner}))
    script += step.sql + ";\n";
  if (!traits.comment) script += "COMMENT ON SCHEMA public IS NULL;\n";
  return script;
}

bool makes_routine(const Step& step) {
  return step.sql.starts_with("CREATE") && (step.sql.find(" FUNCTION ") != std::string::npos ||
                                            step.sql.find(" PROCEDURE ") != std::string::npos);
}

/// No search_path: names have their schemas, and functions that rows are checked with find what
/// they find elsewhere.
Settings settings_for(const Steps& steps) {
  Settings settings{.in_transaction = {kWaitBrieflyHere, kRunLongHere},
                    .alone = {kRunLong},
                    .wait_briefly = kWaitBriefly,
                    .wait_long = kWaitLong,
                    .after_alone = {kEndWait, kEndRun}};
  // What a body mentions may come after it.
  if (std::any_of(steps.begin(), steps.end(), makes_routine))
    settings.in_transaction.emplace_back("SET LOCAL check_function_bodies = off");
  return settings;
}

}  // namespace

Plan plan(const Schema& former, const Schema& to, const Renames& said, const Options& options) {
  Plan plan;
  const Renames renames = with_way_across_kinds(said, former);
  std::optional<Renamed> renamed = with_later_names(former, to, renames);
  if (renamed) plan.steps = std::move(renamed->steps);
  const Schema& from = renamed ? renamed->schema : former;
  Affected part = affected(from, to);
  take_column_order(part.from, part.to);
  plan.questions = possible_renames(part.from, part.to, renames.turned());
  FreeNames names(from, to);
  SetAside aside = set_aside(part.from, part.to, names, options.is_offline);
  append(plan.steps, Planner(part, names, options).run(std::move(aside)));
  name_tables_as_before(plan.steps, renames);
  plan.settings = settings_for(plan.steps);
  return plan;
}

std::string create_script(const Schema& schema) {
  Schema blank;
  blank.engine = schema.engine;
  for (const Namespace& row : schema.schemas)
    if (row.schema_name == "public") blank.schemas.push_back(row);
  for (const Privilege& row : schema.privileges)
    if (row.object_kind == "schema" && row.object_name == "public") blank.privileges.push_back(row);
  const Plan made =
      postgres_plan::plan(blank, schema, Renames{}, {.is_offline = true, .is_rehearsal = true});
  std::string script;
  for (const std::string& setting : made.settings.in_transaction) script += setting + ";\n";
  script += blank.schemas.empty() ? "DROP SCHEMA public;\n" : public_schema(blank);
  for (const Step& step : made.steps) script += step.sql + ";\n";
  return script;
}

}  // namespace ddltrail::postgres_plan
