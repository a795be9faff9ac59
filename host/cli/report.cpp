#include "cli/report.h"

#include <fmt/format.h>

#include "base/ascii.h"
#include "model/row.h"

namespace ddltrail {
namespace {

const char* name_of(FileAction action, bool is_dry) {
  switch (action) {
    case FileAction::kCreate:
      return is_dry ? "would create" : "created";
    case FileAction::kRewrite:
      return is_dry ? "would rewrite" : "rewrote";
    case FileAction::kDelete:
      return is_dry ? "would delete" : "deleted";
  }
  return "";
}

const char* key_of(FileAction action) {
  switch (action) {
    case FileAction::kCreate:
      return "create";
    case FileAction::kRewrite:
      return "rewrite";
    case FileAction::kDelete:
      return "delete";
  }
  return "";
}

}  // namespace

std::string counted(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

std::string json_text(const Json& json) {
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string report(const Outcome& outcome, bool explains, bool is_dry) {
  std::string out;
  for (const FileChange& file : outcome.files) {
    out += fmt::format("{} {}\n", name_of(file.action, is_dry), file.path);
    if (!explains) continue;
    for (const std::string& reason : file.reasons) out += "    " + one_line(reason) + "\n";
  }
  if (outcome.why_everything.empty() && outcome.changes == 0 && outcome.files.empty())
    return out + "nothing to do: no change since the last run\n";
  const std::string read = outcome.why_everything.empty()
                               ? counted(outcome.changes, "change") + " read from the log"
                               : "whole schema read (" + outcome.why_everything + ")";
  return out + fmt::format("{}: {} {}, {} unchanged\n", read, counted(outcome.files.size(), "file"),
                           is_dry ? "out of date" : "written", outcome.unchanged);
}

std::string report_json(const Outcome& outcome) {
  Json files = Json::array();
  for (const FileChange& file : outcome.files)
    files.push_back(
        {{"path", file.path}, {"action", key_of(file.action)}, {"reasons", file.reasons}});
  const Json why = outcome.why_everything.empty() ? Json() : Json(outcome.why_everything);
  return json_text(Json{{"version", 1},
                        {"has_log", outcome.has_log},
                        {"changes", outcome.changes},
                        {"read_everything", why},
                        {"files", std::move(files)},
                        {"unchanged", outcome.unchanged}});
}

std::string advice(const Outcome& outcome) {
  if (outcome.has_log || outcome.why_everything.empty()) return "";
  return "note: this database has no schema-change log, so its whole schema was read; with the "
         "extension ddltrail the cost follows the change, and renames are known\n";
}

}  // namespace ddltrail
