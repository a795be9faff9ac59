// Whether a list has a value.
#pragma once

#include <algorithm>
#include <type_traits>
#include <vector>

namespace ddltrail {

template <class Value>
bool contains(const std::vector<Value>& values, const std::type_identity_t<Value>& value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

}  // namespace ddltrail
