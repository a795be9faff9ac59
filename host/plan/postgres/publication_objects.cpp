// Publications, and the tables that are published.
#include <fmt/format.h>

#include "plan/postgres/catalog.h"
#include "plan/postgres/families.h"
#include "plan/postgres/names.h"

namespace ddltrail::postgres_plan {
namespace {

class PublicationObject : public Object {
 public:
  explicit PublicationObject(const Publication& row) : row_(row) {
    key = {Kind::kPublication, quoted(row.publication_name)};
    title = "publication " + row.publication_name;
    traits = {.noun = "PUBLICATION",
              .name = key.name,
              .owner = row.owner,
              .grant_owner = row.owner,
              .comment = row.comment};
    definition = row.is_for_all_tables ? " FOR ALL TABLES" : "";
  }
  Steps create(const World&) const override {
    return {
        step(fmt::format("CREATE PUBLICATION {}{} WITH ({})", key.name, definition, options()))};
  }
  Steps drop(const World&) const override { return {step("DROP PUBLICATION " + key.name)}; }
  Change change(const Object& former, const World&) const override {
    if (former.definition != definition) return {.how = Change::How::kReplace};
    if (static_cast<const PublicationObject&>(former).options() == options()) return {};
    return {.how = Change::How::kAlter,
            .steps = {step(fmt::format("ALTER PUBLICATION {} SET ({})", key.name, options()))}};
  }

 private:
  std::string options() const {
    return fmt::format("publish = {}, publish_via_partition_root = {}",
                       literal(list_of(row_.operations)), row_.via_root);
  }
  const Publication& row_;
};

/// A table in a publication, or a whole schema.
class PublishedObject : public Object {
 public:
  PublishedObject(const Publication& row, const std::string& what, Key published)
      : publication_(quoted(row.publication_name)), what_(what) {
    key = {Kind::kPublished, publication_ + " " + what};
    title = "publication " + row.publication_name;
    owners = {{Kind::kPublication, publication_}, std::move(published)};
  }
  void restrict(const Json& table, const TableName& name) {
    if (const auto columns = table.find("columns"); columns != table.end() && !columns->is_null()) {
      definition = " (" + quoted_list(columns->get<std::vector<std::string>>()) + ")";
      for (const Json& column : *columns) needs.insert(column_key(name, column.get<std::string>()));
    }
    const auto condition = table.find("condition");
    if (condition == table.end() || condition->is_null()) return;
    definition += " WHERE (" + condition->get<std::string>() + ")";
    texts = {condition->get<std::string>()};
    scope = relation_key(name);
  }
  Steps create(const World&) const override {
    return {step(fmt::format("ALTER PUBLICATION {} ADD {}{}", publication_, what_, definition))};
  }
  Steps drop(const World&) const override {
    return {step(fmt::format("ALTER PUBLICATION {} DROP {}", publication_, what_))};
  }

 private:
  std::string publication_;
  std::string what_;
};

}  // namespace

void add_publications(Catalog& catalog) {
  for (const Publication& row : catalog.rows().schema().publications) {
    catalog.make<PublicationObject>(row);
    for (const Json& table : row.tables) {
      const TableName name = {table.at("schema_name").get<std::string>(),
                              table.at("table_name").get<std::string>()};
      catalog.make<PublishedObject>(row, "TABLE ONLY " + qualified(name), relation_key(name))
          .restrict(table, name);
    }
    for (const std::string& schema : row.schemas)
      catalog.make<PublishedObject>(row, "TABLES IN SCHEMA " + quoted(schema), schema_key(schema));
  }
}

}  // namespace ddltrail::postgres_plan
