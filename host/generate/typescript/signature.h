// The arguments and the result of a routine, taken out of what PostgreSQL prints of them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/object.h"

namespace ddltrail::typescript {

enum class ArgumentMode { kIn, kOut, kInOut, kVariadic, kTable };

struct Argument {
  ArgumentMode mode = ArgumentMode::kIn;
  std::string name;  ///< may be empty
  std::string type;  ///< as printed
  bool has_default = false;
  bool operator==(const Argument&) const = default;
};

struct Signature {
  std::vector<Argument> arguments;  ///< the columns of RETURNS TABLE are among them
  std::string result;  ///< as printed, without SETOF; "record" of several; may be empty
  bool is_set = false;
};

/// `arguments` as pg_get_function_arguments prints them, `result` as pg_get_function_result does.
/// Nothing for ordered-set aggregates, which are not called like others.
std::optional<Signature> read_signature(const std::string& arguments, const std::string& result);

}  // namespace ddltrail::typescript
