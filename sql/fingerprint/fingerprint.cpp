#include "fingerprint/fingerprint.h"

#include <algorithm>

#include "fingerprint/canonical.h"
#include "fingerprint/sha256.h"

namespace ddltrail {
namespace {

using nlohmann::json;

/// Of an index behind a constraint only the comment counts: the constraint tells the rest.
json counted(std::string_view relation, const json& row) {
  if (relation != "indexes" || !row.at("is_constraint").get<bool>()) return row;
  if (row.at("comment").is_null()) return nullptr;
  return {{"schema_name", row.at("schema_name")},
          {"index_name", row.at("index_name")},
          {"comment", row.at("comment")}};
}

std::string hash_of(std::vector<std::string> lines, std::string text) {
  std::sort(lines.begin(), lines.end());
  for (const std::string& line : lines) text += line + '\n';
  return sha256(text);
}

}  // namespace

void Fingerprints::add(std::string_view relation, const json& row) {
  const json what = counted(relation, row);
  if (what.is_null()) return;
  Object& object = objects_[object_of(relation, row)];
  if (auto kind = object_kind_of(relation, row)) object.kind = *std::move(kind);
  object.lines.push_back(std::string(relation) + ' ' + canonical_text(what));
}

std::vector<ObjectFingerprint> Fingerprints::objects() const {
  std::vector<ObjectFingerprint> result;
  for (const auto& [name, object] : objects_)
    result.push_back({object.kind.empty() ? name.family : object.kind, name.schema_name,
                      name.object_name, hash_of(object.lines, "")});
  return result;
}

std::string Fingerprints::schema() const {
  std::vector<std::string> hashes;
  for (ObjectFingerprint& object : objects()) hashes.push_back(std::move(object.fingerprint));
  return hash_of(std::move(hashes), "ddltrail 1\n");
}

}  // namespace ddltrail
