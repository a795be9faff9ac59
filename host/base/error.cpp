#include "base/error.h"

#include <algorithm>

namespace ddltrail {

std::string Error::line() const {
  std::string text = what();
  if (!object_.empty()) text += ": \"" + object_ + "\"";
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

}  // namespace ddltrail
