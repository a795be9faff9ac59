// The view model: what templates and plugins of the project see of the schema, as JSON. It shows
// what the generated files show and no more, so that it depends on what they depend on; README.md
// documents it.
#pragma once

#include <string>

#include "generate/typescript/repository_setting.h"

namespace ddltrail::typescript {

/// The schemas with tables, views or enums, sorted.
std::vector<std::string> schemas_of(const Catalog& catalog);

class ViewModel {
 public:
  /// `file`: from where imports are written, a path from the output folder, without extension.
  ViewModel(const RepositorySetting& setting, std::string file)
      : setting_(setting), file_(std::move(file)) {}

  Json of(const TableObject& object) const;
  Json of(const EnumType& type) const;
  /// Of the tables, views and enums of a schema.
  Json of_schema(const std::string& name) const;
  /// Of all schemas that have any.
  Json of_database() const;

 private:
  Json column(const TableObject& object, const Column& column, Imports& imports) const;
  /// Its schema and name.
  Json enum_of(const std::pair<std::string, std::string>& name) const;
  Json named(const Table& table, const std::string& column) const;
  Json keys(const TableObject& object) const;
  Json foreign_keys(const TableObject& object) const;
  Json foreign_key(const Table& table, const Reference& reference, const Table& referenced) const;
  /// Where what has a module of that path is.
  std::string file_of(const std::string& path) const;
  Json module_of(const std::string& path) const;

  const RepositorySetting& setting_;
  std::string file_;
};

}  // namespace ddltrail::typescript
