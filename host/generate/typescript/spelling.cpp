#include "generate/typescript/spelling.h"

#include "base/error.h"
#include "base/utf8.h"

namespace ddltrail::typescript {
namespace {

bool finds_back(const std::string& name, const CamelCase& options) {
  return has_known_letters(name) &&
         plugin_snake_case(plugin_camel_case(name), options) == well_formed(name);
}

/// The option of the plugin with which it would find back, if there is one.
std::string helping_options(const std::string& name, const CamelCase& options) {
  CamelCase digits = options;
  digits.underscore_before_digits = !digits.underscore_before_digits;
  if (finds_back(name, digits)) return "underscore_before_digits";
  CamelCase capitals = options;
  capitals.underscore_between_uppercase_letters = !capitals.underscore_between_uppercase_letters;
  if (finds_back(name, capitals)) return "underscore_between_uppercase_letters";
  return "";
}

[[noreturn]] void refuse(const std::string& name, const std::string& where,
                         const CamelCase& options) {
  const std::string option = helping_options(name, options);
  throw Error("Kysely's CamelCasePlugin does not find back to the name \"" + name + "\"", where,
              (option.empty() ? "Rename it, or leave it out with generate.exclude"
                              : "Rename it, leave it out with generate.exclude, or change " +
                                    option + " of typescript.camel_case and of the plugin") +
                  ".");
}

std::string qualified(const Name& table) { return table.first + '.' + table.second; }

}  // namespace

std::string Spelling::of(const std::string& name, const std::string& where) const {
  if (!camel_case_) return name;
  if (!finds_back(name, *camel_case_)) refuse(name, where, *camel_case_);
  return plugin_camel_case(name);
}

std::string Spelling::of_column(const Column& column) const {
  if (!camel_case_) return column.column_name;
  return of(column.column_name,
            qualified({column.schema_name, column.table_name}) + '.' + column.column_name);
}

std::vector<std::string> Spelling::of_columns(const Name& table,
                                              std::vector<std::string> columns) const {
  if (camel_case_)
    for (std::string& column : columns) column = of(column, qualified(table) + '.' + column);
  return columns;
}

std::string Spelling::of_key_in_value(const std::string& name, const std::string& where) const {
  return camel_case_ && camel_case_->maintain_nested_object_keys ? name : of(name, where);
}

std::string Spelling::of_property(const std::string& name) const {
  return camel_case_ ? plugin_camel_case(name) : name;
}

void Spelling::check_in_query(const std::string& name, const std::string& where) const {
  if (!camel_case_) return;
  if (!has_known_letters(name) || plugin_snake_case(name, *camel_case_) != name)
    refuse(name, where, *camel_case_);
}

}  // namespace ddltrail::typescript
