#include "model/fingerprint.h"

#include "contract_mirrors.h"

namespace ddltrail {
namespace {

template <class Struct>
Json compared_columns(const Struct& row) {
  Json json = Json::object();
  const auto add = [&](const auto& field) {
    if (field.is_compared) json[std::string(field.name)] = write_value(row.*(field.member));
  };
  std::apply([&](const auto&... field) { (add(field), ...); }, Mirror<Struct>::kFields);
  return json;
}

}  // namespace

Fingerprints fingerprints_of(const Schema& schema) {
  Fingerprints fingerprints;
  for_each_relation(schema, [&]<class Struct>(const std::vector<Struct>& rows) {
    for (const Struct& row : rows)
      fingerprints.add(Mirror<Struct>::kRelation, compared_columns(row));
  });
  return fingerprints;
}

}  // namespace ddltrail
