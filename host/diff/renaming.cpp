#include "diff/renaming.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "contract_mirrors.h"
#include "diff/column_order.h"
#include "diff/later_names.h"
#include "diff/renamed_text.h"

namespace ddltrail {
namespace {

using Scope = RenamedText::Scope;

/// The texts of rows that have their later names already. A text is that of the row with the same
/// key in `to`, where both say the same.
class LaterTexts {
 public:
  LaterTexts(const Renames& renames, Schema& from, const Schema& to)
      : text_(renames), from_(from), to_(to) {}

  void run() {
    types();
    routines();
    columns();
    constraints();
    indexes();
    queries();
    parts_of_tables();
    settle(&Schema::statistics, kKey, [&](Statistics& row, const Statistics* later) {
      take(row, later, &Statistics::definition, of_table({row.table_schema, row.table_name}));
    });
    settle(&Schema::publications, kKey, [&](Publication& row, const Publication* later) {
      take(row.tables, later ? &later->tables : nullptr, {RenamedText::kAll});
    });
  }

 private:
  inline static const Scope kTypes{RenamedText::kTypes};
  inline static const Scope kAll{RenamedText::kAll};
  static Scope of_table(const Renames::TableName& table) { return {Scope::Kind::kTable, table}; }
  template <class Struct>
  static Scope of_table(const Struct& row) {
    return of_table(Renames::TableName(row.schema_name, row.table_name));
  }
  static constexpr auto kKey = [](const auto& row) { return key_values(row); };
  static constexpr auto kColumnKey = [](const auto& row) {
    return std::tie(row.schema_name, row.table_name, row.column_name);
  };

  template <class Struct, class KeyOf>
  static auto by_key(const std::vector<Struct>& rows, KeyOf key_of) {
    std::multimap<decltype(key_of(rows.front())), const Struct*> found;
    for (const Struct& row : rows) found.emplace(key_of(row), &row);
    return found;
  }

  void types() {
    settle(&Schema::domains, kKey, [&](Domain& row, const Domain* later) {
      take(row, later, &Domain::data_type, kTypes);
      take(row, later, &Domain::default_expression, kTypes);
      take(row, later, &Domain::collation, kTypes);
      take(row.constraints, later ? &later->constraints : nullptr, kTypes);
    });
    settle(&Schema::composite_types, kKey, [&](CompositeType& row, const CompositeType* later) {
      take(row.attributes, later ? &later->attributes : nullptr, kTypes);
    });
    settle(&Schema::range_types, kKey, [&](RangeType& row, const RangeType* later) {
      for (const auto text :
           {&RangeType::subtype, &RangeType::operator_class, &RangeType::multirange_type})
        take(row, later, text, kTypes);
      for (const auto text :
           {&RangeType::collation, &RangeType::canonical, &RangeType::subtype_diff})
        take(row, later, text, kTypes);
    });
  }

  void routines() {
    settle(&Schema::routines, kKey, [&](Routine& row, const Routine* later) {
      take(row, later, &Routine::arguments, kTypes);
      take(row, later, &Routine::result, kTypes);
      take(row, later, &Routine::definition, kAll);
      take(row.aggregate, later ? &later->aggregate : nullptr, kTypes);
    });
  }

  void columns() {
    settle(&Schema::columns, kColumnKey, [&](Column& row, const Column* later) {
      take(row, later, &Column::data_type, kTypes);
      take(row, later, &Column::default_expression, kTypes);
      take(row, later, &Column::generation_expression, of_table(row));
      take(row, later, &Column::collation, kTypes);
    });
  }

  /// Several may have no name: then it is the text that tells which one it is.
  void constraints() {
    const auto key = [](const Constraint& row) {
      return std::tie(row.schema_name, row.table_name, row.kind, row.constraint_name);
    };
    const auto later = by_key(to_.constraints, key);
    for (Constraint& row : from_.constraints) {
      const Scope scope = row.kind == "foreign key" ? kAll : of_table(row);
      const auto [first, end] = later.equal_range(key(std::as_const(row)));
      const auto same = std::find_if(first, end, [&](const auto& candidate) {
        const auto& definition = candidate.second->definition;
        return row.definition && definition && text_.is_same(*row.definition, *definition, scope);
      });
      take(row, same == end ? nullptr : same->second, &Constraint::definition, scope);
    }
  }

  void indexes() {
    settle(&Schema::indexes, kKey, [&](Index& row, const Index* later) {
      take(row, later, &Index::definition, of_table(row));
      take(row, later, &Index::predicate, of_table(row));
      take(row.keys, later ? &later->keys : nullptr, of_table(row));
    });
  }

  void queries() {
    settle(&Schema::views, kKey,
           [&](View& row, const View* later) { take(row, later, &View::definition, kAll); });
    settle(&Schema::rules, kKey,
           [&](Rule& row, const Rule* later) { take(row, later, &Rule::definition, kAll); });
    settle(&Schema::triggers, kKey, [&](Trigger& row, const Trigger* later) {
      take(row, later, &Trigger::definition, kAll);
    });
    settle(&Schema::policies, kKey, [&](Policy& row, const Policy* later) {
      take(row, later, &Policy::using_expression, kAll);
      take(row, later, &Policy::check_expression, kAll);
    });
  }

  void parts_of_tables() {
    const auto parent_key = [](const Parent& row) {
      return std::tie(row.schema_name, row.table_name, row.parent_schema, row.parent_table);
    };
    settle(&Schema::parents, parent_key, [&](Parent& row, const Parent* later) {
      take(row, later, &Parent::partition_bound, {RenamedText::kBound});
    });
    settle(&Schema::table_properties, kKey,
           [&](TableProperties& row, const TableProperties* later) {
             take(row, later, &TableProperties::partition_key, of_table(row));
             take(row, later, &TableProperties::of_type, kTypes);
           });
  }

  /// Calls visit(row, later) for each row of `from`, with the one of `to` that has its key, or
  /// null.
  template <class Struct, class KeyOf, class Visit>
  void settle(std::vector<Struct> Schema::*relation, KeyOf key_of, Visit visit) {
    const auto later = by_key(to_.*relation, key_of);
    for (Struct& row : from_.*relation) {
      const auto found = later.find(key_of(std::as_const(row)));
      visit(row, found == later.end() ? nullptr : found->second);
    }
  }

  template <class Struct, class Text>
  void take(Struct& row, const Struct* later, Text Struct::*text, const Scope& scope) {
    take(row.*text, later ? &(later->*text) : nullptr, scope);
  }

  void take(std::optional<std::string>& text, const std::optional<std::string>* later,
            const Scope& scope) {
    if (text) take(*text, later && *later ? &**later : nullptr, scope);
  }

  void take(std::string& text, const std::string* later, const Scope& scope) {
    if (later && text == *later && !text_.may_mislead()) return;
    text = later && text_.is_same(text, *later, scope) ? *later : text_.rewritten(text, scope);
  }

  /// All strings in it, item by item.
  void take(Json& value, const Json* later, const Scope& scope) {
    if (value.is_string()) {
      const std::string* text =
          later && later->is_string() ? &later->get_ref<const std::string&>() : nullptr;
      take(value.get_ref<std::string&>(), text, scope);
    } else if (value.is_structured()) {
      for (auto item = value.begin(); item != value.end(); ++item)
        take(*item, later ? counterpart(value, item, *later) : nullptr, scope);
    }
  }

  static const Json* counterpart(const Json& value, Json::const_iterator item, const Json& later) {
    if (value.type() != later.type()) return nullptr;
    if (value.is_object()) {
      const auto found = later.find(item.key());
      return found == later.end() ? nullptr : &*found;
    }
    const auto place = static_cast<std::size_t>(item - value.begin());
    return place < later.size() ? &later[place] : nullptr;
  }

  const RenamedText text_;
  Schema& from_;
  const Schema& to_;
};

/// The sequence of a column goes with its table.
Renames with_owned_sequences(Renames renames, const Schema& from) {
  for (const Sequence& row : from.sequences) {
    if (!row.table_schema || !row.table_name || *row.table_schema != row.schema_name) continue;
    const std::string schema = renames.later({*row.table_schema, *row.table_name}).first;
    if (schema != renames.later_schema(row.schema_name))
      renames.sequences.try_emplace({row.schema_name, row.sequence_name}, schema,
                                    row.sequence_name);
  }
  return renames;
}

}  // namespace

void apply(const Renames& renames, Schema& from, const Schema& to) {
  if (!renames.empty()) {
    const Renames all = with_owned_sequences(renames, from);
    give_later_names(all, from, to);
    LaterTexts(all, from, to).run();
    sort(from);
  }
  take_column_order(from, to);
}

}  // namespace ddltrail
