// ddltrail.manifest.json: which files the tool wrote, for review, for `generate --check` in a fresh
// clone, and so that files of dropped objects are deleted and nobody else's. One sorted line a
// file; no times, no hosts. An edit touches its own lines, so that it costs a copy of the text and
// no more.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ddltrail {

inline constexpr const char* kManifestName = "ddltrail.manifest.json";

struct ManifestEntry {
  std::string content_hash;
  std::string input_hash;
  bool operator==(const ManifestEntry&) const = default;
};

/// The text of a manifest with these files.
std::string write_manifest(const std::map<std::string, ManifestEntry>& files);

/// The text with some files set and some (those with nothing) taken out. Nothing where `text` is
/// not a manifest of this version.
std::optional<std::string> edit_manifest(
    std::string_view text, const std::map<std::string, std::optional<ManifestEntry>>& edits);

/// The paths in a manifest; empty where the text is none.
std::vector<std::string> manifest_paths(std::string_view text);

}  // namespace ddltrail
