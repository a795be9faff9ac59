// ddltrail.manifest.json: which files the tool wrote, so that in a fresh clone too the files of
// dropped objects are deleted, and nobody else's. Sorted, a line a file; no times, no hosts, and
// no hashes: a change to a table changes the file of the table and leaves the manifest alone, in
// the working tree and in reviews, and costs the same however many files there are.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "generate/artifact.h"

namespace ddltrail {

/// The text of a manifest, as Prettier prints it; `paths` sorted.
std::string write_manifest(const std::vector<std::string>& paths);

/// The paths in a manifest that stay in its folder; empty where the text is none.
std::vector<std::string> read_manifest(std::string_view text);

}  // namespace ddltrail
