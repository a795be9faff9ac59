#include "model/schema.h"

#include "contract_mirrors.h"

namespace ddltrail {

Schema::Schema() : Schema(Engine::kPostgres) {}
Schema::Schema(Engine of) : engine(of) {}
Schema::Schema(const Schema&) = default;
Schema::Schema(Schema&&) noexcept = default;
Schema& Schema::operator=(const Schema&) = default;
Schema& Schema::operator=(Schema&&) noexcept = default;
Schema::~Schema() = default;
bool Schema::operator==(const Schema&) const = default;

void sort(Schema& schema) {
  for_each_relation(schema, [](auto& rows) { sort_rows(rows); });
}

void add_row(Schema& schema, std::string_view relation, const Json& row) {
  for_each_relation(schema, [&]<class Struct>(std::vector<Struct>& rows) {
    if (Mirror<Struct>::kRelation == relation) rows.push_back(read_json<Struct>(row));
  });
}

void keep_logged(Schema& schema) {
  Schema kept{schema.engine};
  const auto keep = [&](auto... rows) { ((kept.*rows = std::move(schema.*rows)), ...); };
  keep(&Schema::schemas, &Schema::enums, &Schema::domains, &Schema::composite_types,
       &Schema::range_types, &Schema::routines, &Schema::sequences, &Schema::tables,
       &Schema::columns, &Schema::constraints, &Schema::foreign_keys, &Schema::indexes,
       &Schema::views);
  schema = std::move(kept);
}

}  // namespace ddltrail
