#include "generate/typescript/method.h"

#include "generate/typescript/syntax.h"

namespace ddltrail::typescript {
namespace {

/// "name: Type"
Layout parameter(const std::string& code) {
  const auto end = code.find(": ") + 2;
  return Layout::all({Layout::text(code.substr(0, end)), Layout::type(code.substr(end))});
}

}  // namespace

std::string Method::render() const {
  std::vector<Layout> shown;
  for (const std::string& code : parameters) shown.push_back(parameter(code));
  const Layout head = Layout::all({Layout::text(name), Layout::list("(", shown, ")", false),
                                   Layout::text(": "), Layout::type(result), Layout::text(" {")});
  const Layout call = Layout::all({Layout::text("return " + function),
                                   Layout::list("(", arguments, ")", false), Layout::text(";")});
  return doc_comment(comment, "  ") + "  " + head.print(2) + "\n    " + call.print(4) + "\n  }\n";
}

std::string class_head(const std::string& name, const std::string& base) {
  return Layout::all({Layout::text("export class " + name + " extends "), Layout::type(base),
                      Layout::text(" {")})
             .print() +
         '\n';
}

}  // namespace ddltrail::typescript
