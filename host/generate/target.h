// A target turns objects into files of one language. It is a pure function: the same objects give
// the same bytes, whatever else the schema holds and in whatever order they come.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "generate/artifact.h"
#include "model/object.h"

namespace ddltrail {

/// An object that has a file, as the files that list all of them see it.
struct Listed {
  ObjectKey key;
  std::string path;
  auto operator<=>(const Listed&) const = default;
};

class Target {
 public:
  virtual ~Target() = default;
  /// Where the file of the object is. Nothing for objects that have none (partitions).
  virtual std::optional<std::string> path_of(const Object& object) const = 0;
  /// The file of an object that has one.
  virtual Artifact render(const Object& object) const = 0;
  /// The files that depend on which objects have files; `listed` is sorted.
  virtual std::vector<Artifact> render_lists(const std::vector<Listed>& listed) const = 0;
  /// The files that depend on nothing but the version of the generator.
  virtual std::vector<Artifact> render_fixed() const = 0;
};

}  // namespace ddltrail
