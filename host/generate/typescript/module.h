// What is exported together: a file of its own, or a part of the file that has all objects.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "generate/target.h"
#include "generate/typescript/repository_setting.h"
#include "generate/typescript/typescript_target.h"

namespace ddltrail::typescript {

struct Module {
  std::string path;  ///< of its file, without extension
  bool is_checked;   ///< false: its types hold for any schema
  /// Valid as long as the objects and options that it was made of.
  std::function<std::string(const Scope&)> body;
};

/// What objects are rendered with.
RepositorySetting setting_of(const Options& options, const Catalog& catalog);

/// Those of an object, that which others refer to first. A routine has the one of its schema.
std::vector<Module> modules_of(const Object& object, const Options& options);

/// Those that depend on which objects have modules, and on routines. `listed` is sorted.
std::vector<Module> modules_of_lists(const std::vector<Listed>& listed, const Catalog& catalog,
                                     const Options& options);

}  // namespace ddltrail::typescript
