// A mustache template of the project, over view models. Text is escaped so that it can stand in
// quotes and in comments of TypeScript; {{{name}}} leaves it as it is.
#pragma once

#include <memory>
#include <string>

#include "model/row.h"

namespace ddltrail::custom {

/// The text of a template. Throws Error where there is none.
std::string read_template(const std::string& file);

class Template {
 public:
  /// Reads the file. Throws Error that names the file, and the line where the template is
  /// malformed.
  explicit Template(const std::string& file);
  ~Template();
  Template(Template&&) noexcept;

  /// Items of lists that are objects have `last` beside their own members.
  std::string render(const Json& model) const;

 private:
  class Parsed;
  std::unique_ptr<Parsed> parsed_;
};

}  // namespace ddltrail::custom
