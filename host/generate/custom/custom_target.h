// A target that generates the project's own files too, from templates and plugins. A template of
// a table or enum depends on what the target's own files of it do; what shows a whole schema is
// made anew with each change.
#pragma once

#include <memory>

#include "generate/custom/setting.h"
#include "generate/typescript/typescript_target.h"

namespace ddltrail::custom {

/// `options`: those that `target` was made with. Throws Error where an output path is not right;
/// templates are read when they are used.
std::unique_ptr<Target> with_custom(std::unique_ptr<Target> target, Setting setting,
                                    typescript::Options options);

}  // namespace ddltrail::custom
