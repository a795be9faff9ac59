#include "base/error.h"

#include "base/ascii.h"

namespace ddltrail {

std::string Error::line() const {
  std::string text = what();
  if (!object_.empty()) text += ": \"" + object_ + "\"";
  return one_line(std::move(text));
}

}  // namespace ddltrail
