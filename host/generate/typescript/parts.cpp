#include "generate/typescript/parts.h"

#include "base/contains.h"
#include "base/error.h"

namespace ddltrail::typescript {

std::vector<std::string> all_parts() {
  return {"types", "routines", "relations", "entities", "repositories"};
}

Parts Parts::named(const std::vector<std::string>& names) {
  const auto known = all_parts();
  for (const std::string& name : names)
    if (!contains(known, name))
      throw Error("there is no such part of the generated code",
                  "typescript.parts = \"" + name + "\"",
                  "Choose of types, routines, relations, entities and repositories.");
  const auto has = [&](const char* name) { return contains(names, name); };
  const bool has_entities = has("entities");
  const bool has_repositories = has("repositories");
  return {!names.empty(), has("routines"), has("relations") || has_entities || has_repositories,
          has_entities, has_repositories};
}

}  // namespace ddltrail::typescript
