#include "generate/typescript/entities_file.h"

#include "generate/typescript/imports.h"
#include "generate/typescript/paths.h"
#include "generate/typescript/repository_setting.h"

namespace ddltrail::typescript {

std::string render_entities(const std::vector<Listed>& listed, const Naming& naming,
                            Imports& imports) {
  const std::string name = imports.use(kEntities, "entities");
  const std::string type = imports.use("runtime/metadata", "TableMetadata");
  std::vector<Layout> items;
  for (const Listed& item : listed) {
    if (item.key.family != Family::kTable) continue;
    const Table table{.schema_name = item.key.schema, .table_name = item.key.name};
    items.push_back(Layout::text(imports.use_value(
        entity_path(table), RepositoryNames::of(table.table_name, naming).metadata)));
  }
  return "/** Everything that the generated code knows of the schema. */\n" +
         statement("export const " + name + ": readonly " + type + "[] = Array.of<" + type + ">",
                   Layout::list("(", items, ")", false));
}

}  // namespace ddltrail::typescript
