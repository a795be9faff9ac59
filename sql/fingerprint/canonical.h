// The canonical text of a JSON value, which a fingerprint hashes: as PostgreSQL prints
// jsonb_strip_nulls(value). See sql/README.md, Fingerprints.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace ddltrail {

std::string canonical_text(const nlohmann::json& value);

}  // namespace ddltrail
