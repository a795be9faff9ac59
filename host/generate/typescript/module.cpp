#include "generate/typescript/module.h"

#include <map>

#include "generate/typescript/database_file.h"
#include "generate/typescript/entities_file.h"
#include "generate/typescript/entity_file.h"
#include "generate/typescript/enum_file.h"
#include "generate/typescript/paths.h"
#include "generate/typescript/relation.h"
#include "generate/typescript/relations_file.h"
#include "generate/typescript/repository_file.h"
#include "generate/typescript/routines_file.h"
#include "generate/typescript/table_file.h"
#include "generate/typescript/type_files.h"

namespace ddltrail::typescript {
namespace {

/// The modules of one object.
class Modules {
 public:
  explicit Modules(const Options& options) : options_(options) {}

  std::vector<Module> take() { return std::move(modules_); }

  void operator()(const TableObject& object) {
    add(table_path(object.table), [&object, &options = options_](const Scope& scope) {
      return render_table(object, *options.values, options.naming, options.has_brands, scope);
    });
    if (options_.parts.has_relations) add_relations(object);
  }

  void operator()(const EnumType& type) {
    add(enum_path(type.schema_name, type.enum_name),
        [&type](const Scope& scope) { return render_enum(type, scope.imports); });
  }

  void operator()(const Domain& domain) {
    add(domain_path(domain.schema_name, domain.domain_name),
        [&domain, &options = options_](const Scope& scope) {
          return render_domain(domain, *options.values, options.has_brands, scope);
        });
  }

  void operator()(const CompositeType& type) {
    if (!options_.has_parsers) return;
    add(composite_path(type.schema_name, type.type_name),
        [&type, &options = options_](const Scope& scope) {
          return render_composite(type, *options.values, options.naming, scope);
        });
  }

  void operator()(const RangeType& type) {
    if (!options_.has_parsers) return;
    add(range_path(type.schema_name, type.type_name),
        [&type, &options = options_](const Scope& scope) {
          return render_range(type, *options.values, scope);
        });
  }

  void operator()(const RoutineSignature& routine) {
    if (options_.parts.has_routines && is_callable(routine))
      add(routines_path(routine.schema_name), nullptr);
  }

  template <class Row>
  void operator()(const Row&) {}

 private:
  using Body = std::function<std::string(const Scope&)>;

  void add(std::string path, Body body) {
    modules_.push_back({std::move(path), true, std::move(body)});
  }

  void add_unchecked(std::string path, Body body) {
    modules_.push_back({std::move(path), false, std::move(body)});
  }

  void add_relations(const TableObject& object) {
    const Options& options = options_;
    add_unchecked(entity_path(object.table), [&object, &options](const Scope& scope) {
      const std::string relations =
          render_relations(object, setting_of(options, scope.catalog), scope.imports);
      const bool is_shown = options.parts.has_entities && has_entity(object.table);
      return is_shown ? relations + '\n' + render_entity(object, options.naming, scope.imports)
                      : relations;
    });
    if (options.parts.has_repositories)
      add_unchecked(repository_path(object.table), [&object, &options](const Scope& scope) {
        return render_repository(object, scope.catalog, options.naming, scope.imports);
      });
  }

  const Options& options_;
  std::vector<Module> modules_;
};

using Routines = std::vector<const RoutineSignature*>;

std::map<std::string, Routines> routines_by_schema(const std::vector<Listed>& listed,
                                                   const Catalog& catalog) {
  std::map<std::string, Routines> schemas;
  for (const Listed& item : listed)
    if (item.key.family == Family::kRoutine)
      schemas[item.key.schema].push_back(&std::get<RoutineSignature>(*catalog.find(item.key)));
  return schemas;
}

}  // namespace

RepositorySetting setting_of(const Options& options, const Catalog& catalog) {
  return {options.engine, options.default_schema, *options.values, options.naming,
          catalog,        options.whole()};
}

std::vector<Module> modules_of(const Object& object, const Options& options) {
  Modules modules(options);
  if (options.parts.has_types) std::visit(modules, object);
  return modules.take();
}

std::vector<Module> modules_of_lists(const std::vector<Listed>& listed, const Catalog& catalog,
                                     const Options& options) {
  if (!options.parts.has_types) return {};
  std::vector<Module> modules{{kDatabase, true, [&](const Scope& scope) {
                                 return render_database(listed, options.default_schema,
                                                        options.naming, scope.imports);
                               }}};
  if (options.parts.has_entities)
    modules.push_back({kEntities, false, [&](const Scope& scope) {
                         return render_entities(listed, options.naming, scope.imports);
                       }});
  for (const auto& [schema, routines] : routines_by_schema(listed, catalog))
    modules.push_back({routines_path(schema), true,
                       [name = schema, rows = routines, &options](const Scope& scope) {
                         return render_routines(name, rows, *options.values, options.naming, scope);
                       }});
  return modules;
}

}  // namespace ddltrail::typescript
