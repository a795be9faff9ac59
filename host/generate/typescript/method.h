// Methods of generated classes: each returns what one call returns.
#pragma once

#include <string>
#include <vector>

#include "generate/typescript/layout.h"

namespace ddltrail::typescript {

struct Method {
  std::string comment;  ///< empty: none
  std::string name;
  std::vector<std::string> parameters;  ///< "value: string"
  std::string result;                   ///< a type
  std::string function;                 ///< what is called
  std::vector<Layout> arguments;        ///< names, literals, or lists of literals
  std::string render() const;
};

/// The first line of an exported class; `base` with its type arguments.
std::string class_head(const std::string& name, const std::string& base);

}  // namespace ddltrail::typescript
