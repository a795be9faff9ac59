#include "generate/typescript/enum_file.h"

#include "generate/naming.h"
#include "generate/typescript/layout.h"
#include "generate/typescript/paths.h"
#include "generate/typescript/syntax.h"
#include "generate/typescript/type_files.h"

namespace ddltrail::typescript {
namespace {

/// A constant array; on a line of its own where the bracket does not fit behind the name.
std::string constant(const std::string& name, const Layout& array) {
  const std::string begin = "export const " + name + " =";
  const Layout value = Layout::all({array, Layout::text(" as const;")});
  return fits_one_line(begin + " [\n") ? Layout::all({Layout::text(begin + ' '), value}).print()
                                       : begin + "\n  " + value.print(2);
}

/// Of an enum without labels. Not `never`: Kysely leaves columns of that type out of the row.
std::string unlabelled(const std::string& name) {
  const std::string flat = type_alias(name, "string & { readonly none: never }");
  const std::string begin = "export type " + name + " = string & {\n";
  const bool is_broken_inside = !fits_one_line(flat) && fits_one_line(begin);
  return is_broken_inside ? begin + "  readonly none: never;\n};\n" : flat;
}

}  // namespace

std::string render_enum(const EnumType& type, Imports& imports) {
  const std::string path = enum_path(type.schema_name, type.enum_name);
  const std::string name = imports.use(path, enum_name(type.enum_name));
  const std::string values = imports.use(path, values_name(type.enum_name));
  const std::string comment = type.comment.value_or("");
  std::vector<Layout> labels;
  for (const std::string& value : type.values) labels.push_back(Layout::text(literal(value)));
  return doc_comment(deprecation(comment), "") +
         constant(values, Layout::list("[", labels, "]", false)) + "\n\n" +
         doc_comment(comment, "") +
         (type.values.empty() ? unlabelled(name)
                              : type_alias(name, "(typeof " + values + ")[number]"));
}

}  // namespace ddltrail::typescript
