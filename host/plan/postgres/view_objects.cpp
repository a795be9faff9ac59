// Views and materialized views.
#include <fmt/format.h>

#include <algorithm>

#include "plan/postgres/catalog.h"
#include "plan/postgres/families.h"
#include "plan/postgres/names.h"
#include "plan/postgres/table_objects.h"

namespace ddltrail::postgres_plan {
namespace {

std::string without_semicolon(std::string query) {
  while (query.ends_with(';') || query.ends_with('\n')) query.pop_back();
  return query;
}

/// CREATE OR REPLACE takes a view whose columns are those that were there, and more of them.
bool may_replace(const std::vector<const Column*>& former,
                 const std::vector<const Column*>& later) {
  return former.size() <= later.size() && std::equal(former.begin(), former.end(), later.begin(),
                                                     [](const Column* a, const Column* b) {
                                                       return a->column_name == b->column_name &&
                                                              a->data_type == b->data_type &&
                                                              a->collation == b->collation;
                                                     });
}

class ViewObject : public Object {
 public:
  ViewObject(const Table& row, const View& view, Catalog& catalog)
      : view_(view),
        name_(row.schema_name, row.table_name),
        properties_(&catalog.rows().properties(name_)) {
    key = relation_key(name_);
    title = row.kind + " " + row.schema_name + "." + row.table_name;
    if (view.is_materialized) table = name_;
    traits = relation_traits(row, view.is_materialized ? "MATERIALIZED VIEW" : "VIEW", catalog);
    needs.insert(schema_key(row.schema_name));
    claims = {"relation " + traits.name, "type " + traits.name};
    definition = view.definition;
    texts = {view.definition};
    catalog.add_name(name_, key);
  }

  Steps create(const World& world) const override {
    const bool had_rows =
        world.dropped.contains(key) && world.from.rows().properties(name_).is_populated;
    return {step("CREATE " + text(), had_rows ? risks_of_rows() : std::vector<Risk>())};
  }
  Steps drop(const World&) const override {
    return {step("DROP " + traits.noun + " " + traits.name)};
  }

  Change change(const Object& former, const World& world) const override {
    if (former.traits.noun != traits.noun) return {.how = Change::How::kReplace};
    const TableProperties& before = *static_cast<const ViewObject&>(former).properties_;
    if (view_.is_materialized)
      return former.definition == definition ? settings(before)
                                             : Change{.how = Change::How::kReplace};
    if (former.definition == definition && before.options == properties_->options) return {};
    if (!may_replace(world.from.rows().columns(name_), world.to.rows().columns(name_)))
      return {.how = Change::How::kReplace};
    return {.how = Change::How::kAlter, .steps = {step("CREATE OR REPLACE " + text())}};
  }

 private:
  std::string text() const {
    std::string sql = traits.noun + " " + traits.name;
    if (properties_->access_method) sql += " USING " + quoted(*properties_->access_method);
    if (!properties_->options.empty()) sql += " WITH (" + options_list(properties_->options) + ")";
    if (properties_->tablespace) sql += " TABLESPACE " + quoted(*properties_->tablespace);
    sql += " AS\n" + without_semicolon(view_.definition);
    return view_.is_materialized && !properties_->is_populated ? sql + "\nWITH NO DATA" : sql;
  }

  /// Of a materialized view that had some.
  std::vector<Risk> risks_of_rows() const {
    if (!view_.is_materialized) return {};
    if (!properties_->is_populated)
      return {risk(Hazard::kDataLoss, "its rows are gone, and queries of it fail")};
    return {risk(Hazard::kLongLock, "its query runs while nobody reads it")};
  }

  Change settings(const TableProperties& before) const {
    Change change;
    const auto add = [&](const std::string& what, std::vector<Risk> risks = {}) {
      change.how = Change::How::kAlter;
      change.steps.push_back(step(what, std::move(risks)));
    };
    const std::string alter = "ALTER MATERIALIZED VIEW " + traits.name + " ";
    for (const std::string& part : option_changes(before.options, properties_->options))
      add(alter + part);
    if (before.access_method != properties_->access_method)
      add(alter + "SET ACCESS METHOD " + quoted(properties_->access_method.value_or("heap")));
    if (before.tablespace != properties_->tablespace)
      add(alter + "SET TABLESPACE " + quoted(properties_->tablespace.value_or("pg_default")));
    if (before.is_populated != properties_->is_populated)
      add("REFRESH MATERIALIZED VIEW " + traits.name +
              (properties_->is_populated ? "" : " WITH NO DATA"),
          risks_of_rows());
    return change;
  }

  const View& view_;
  const TableName name_;
  const TableProperties* properties_;
};

/// It comes and goes with its view, and has a comment and privileges of its own.
class ViewColumnObject : public Object {
 public:
  ViewColumnObject(const Column& row, const Table& of, const Rows& rows) {
    const TableName view = {row.schema_name, row.table_name};
    key = column_key(view, row.column_name);
    title = "column " + row.schema_name + "." + row.table_name + "." + row.column_name;
    traits = {.noun = "COLUMN",
              .name = key.name,
              .grant_owner = of.owner.value_or(""),
              .comment = row.comment,
              .grant_noun = "TABLE",
              .grant_name = qualified(view),
              .acl_kind = "column"};
    rows.grant(traits, of.kind, row.schema_name, row.table_name, row.column_name);
    owners = {relation_key(view)};
    definition = "of a view";
  }
  Steps create(const World&) const override { return {}; }
  Steps drop(const World&) const override { return {}; }
  bool is_folded(const World&) const override { return true; }
};

}  // namespace

void add_views(Catalog& catalog) {
  const Rows& rows = catalog.rows();
  for (const Table& row : rows.schema().tables) {
    const View* view = rows.view({row.schema_name, row.table_name});
    if (!view) continue;
    catalog.make<ViewObject>(row, *view, catalog);
    for (const Column* column : rows.columns({row.schema_name, row.table_name}))
      catalog.make<ViewColumnObject>(*column, row, rows);
    if (!view->is_materialized) add_view_defaults(catalog, row);
  }
}

}  // namespace ddltrail::postgres_plan
