#include "generate/typescript/enum_file.h"

#include "generate/naming.h"
#include "generate/typescript/syntax.h"

namespace ddltrail::typescript {

std::string render_enum(const EnumType& type) {
  const std::string name = pascal_case(type.enum_name);
  const std::string values = camel_case(type.enum_name) + "Values";
  const std::string comment = type.comment.value_or("");
  std::string out = doc_comment(deprecation(comment), "") + "export const " + values + " = [\n";
  for (const std::string& value : type.values) out += "  " + literal(value) + ",\n";
  out += "] as const;\n\n" + doc_comment(comment, "");
  return out + "export type " + name + " = (typeof " + values + ")[number];\n";
}

}  // namespace ddltrail::typescript
