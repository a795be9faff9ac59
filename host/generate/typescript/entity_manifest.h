// The entity manifest that generated code prints, as a schema: its tables and views, their columns
// with types, NOT NULL, defaults and how they are generated, keys, checks, foreign keys, unique
// indexes, comments, and labels of enums. Owners, other indexes and all else it does not tell.
#pragma once

#include <string_view>

#include "model/schema.h"

namespace ddltrail::typescript {

/// The first key of the document is `manifest`.
bool is_entity_manifest(std::string_view text);

/// Throws Error where it is something else. `file`: for people.
Schema read_entity_manifest(std::string_view text, const std::string& file);

/// Leaves of a schema what a manifest would tell of it, of its partitions those that are among
/// `entities`; all of it where it is of entities itself.
void keep_entities(Schema& schema, const Schema& entities);

}  // namespace ddltrail::typescript
