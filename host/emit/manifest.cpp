#include "emit/manifest.h"

#include <fmt/format.h>

namespace ddltrail {
namespace {

constexpr std::string_view kHead =
    "{\n\"ddltrail_manifest\": 1,\n\"contract\": 1,\n\"generator\": \"" DDLTRAIL_VERSION
    "\",\n\"files\": {\n";
constexpr std::string_view kTail = "}\n}\n";

/// A line of the manifest and the path that it is about.
struct Line {
  std::string_view path;
  std::string_view text;  ///< without comma and line end
};

/// Nothing where the text is not one that write_manifest wrote.
std::optional<std::vector<Line>> parse(std::string_view text) {
  if (!text.starts_with(kHead) || !text.ends_with(kTail)) return std::nullopt;
  text = text.substr(kHead.size(), text.size() - kHead.size() - kTail.size());
  std::vector<Line> lines;
  while (!text.empty()) {
    const auto end = text.find('\n');
    std::string_view line = text.substr(0, end);
    if (line.ends_with(',')) line.remove_suffix(1);
    const auto quote = line.find('"', 1);
    if (end == std::string_view::npos || !line.starts_with('"') || quote == std::string_view::npos)
      return std::nullopt;
    lines.push_back({line.substr(1, quote - 1), line});
    text.remove_prefix(end + 1);
  }
  return lines;
}

/// Collects lines and puts the commas between them.
class Writer {
 public:
  explicit Writer(std::size_t size) {
    out_.reserve(size);
    out_ = kHead;
  }
  void add(std::string_view line) {
    if (!is_first_) out_ += ",\n";
    out_ += line;
    is_first_ = false;
  }
  void add(const std::string& path, const ManifestEntry& entry) {
    add(fmt::format("\"{}\": [\"{}\", \"{}\"]", path, entry.content_hash, entry.input_hash));
  }
  std::string finish() {
    if (!is_first_) out_ += '\n';
    out_ += kTail;
    return std::move(out_);
  }

 private:
  std::string out_;
  bool is_first_ = true;
};

}  // namespace

std::string write_manifest(const std::map<std::string, ManifestEntry>& files) {
  constexpr std::size_t kLineSize = 100;
  Writer writer(files.size() * kLineSize);
  for (const auto& [path, entry] : files) writer.add(path, entry);
  return writer.finish();
}

std::optional<std::string> edit_manifest(
    std::string_view text, const std::map<std::string, std::optional<ManifestEntry>>& edits) {
  const auto lines = parse(text);
  if (!lines) return std::nullopt;
  constexpr std::size_t kRoom = 4096;
  Writer writer(text.size() + kRoom);
  auto edit = edits.begin();
  const auto take_edits_before = [&](std::string_view path) {
    for (; edit != edits.end() && edit->first < path; ++edit)
      if (edit->second) writer.add(edit->first, *edit->second);
  };
  for (const Line& line : *lines) {
    take_edits_before(line.path);
    if (edit != edits.end() && edit->first == line.path) {
      if (edit->second) writer.add(edit->first, *edit->second);
      ++edit;
    } else {
      writer.add(line.text);
    }
  }
  for (; edit != edits.end(); ++edit)
    if (edit->second) writer.add(edit->first, *edit->second);
  return writer.finish();
}

std::vector<std::string> manifest_paths(std::string_view text) {
  std::vector<std::string> paths;
  if (const auto lines = parse(text))
    for (const Line& line : *lines) paths.emplace_back(line.path);
  return paths;
}

}  // namespace ddltrail
