// A target turns objects into files of one language. It is a pure function: the same objects give
// the same bytes, in whatever order they come and whatever the schema holds that is not near them.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "generate/artifact.h"
#include "generate/catalog.h"
#include "model/object.h"

namespace ddltrail {

/// An object that has files, and the first of them.
struct Listed {
  ObjectKey key;
  std::string path;
  auto operator<=>(const Listed&) const = default;
};

class Target {
 public:
  virtual ~Target() = default;
  /// How much of the schema the files show.
  virtual Detail detail() const = 0;
  /// Where the files of the object are, those that others refer to first. Nothing for objects that
  /// have none (indexes).
  virtual std::vector<std::string> paths_of(const Object& object) const = 0;
  /// The files of an object, in that order. They may show its columns, its indexes and what its and
  /// their types are, and what keys and foreign keys tell of the tables around it: on these they
  /// depend, see reach.h.
  virtual std::vector<Artifact> render(const Object& object, const Catalog& catalog) const = 0;
  /// The files that depend on which objects have files, on routines and on composite types;
  /// `listed` is sorted.
  virtual std::vector<Artifact> render_lists(const std::vector<Listed>& listed,
                                             const Catalog& catalog) const = 0;
  /// The files that depend on nothing but the version of the generator.
  virtual std::vector<Artifact> render_fixed() const = 0;
  /// The files that may show anything, and are made anew with each change. No others have their
  /// paths.
  virtual std::vector<Artifact> render_whole(const Catalog&) const { return {}; }
};

}  // namespace ddltrail
