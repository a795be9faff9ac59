#include "migrate/layout.h"

#include <map>

#include "base/error.h"
#include "migrate/flyway_layout.h"
#include "migrate/kysely_layout.h"
#include "migrate/marked_layout.h"
#include "migrate/plain_layout.h"
#include "migrate/sqitch_layout.h"

namespace ddltrail::migrate {
namespace {

using Make = std::unique_ptr<Layout> (*)();

const std::map<std::string, Make>& makers() {
  static const std::map<std::string, Make> kMakers{
      {"dbmate", [] { return std::unique_ptr<Layout>(new MarkedLayout(kDbmate)); }},
      {"flyway", [] { return std::unique_ptr<Layout>(new FlywayLayout()); }},
      {"golang-migrate", [] { return std::unique_ptr<Layout>(new PlainLayout(true)); }},
      {"goose", [] { return std::unique_ptr<Layout>(new MarkedLayout(kGoose)); }},
      {"kysely", [] { return std::unique_ptr<Layout>(new KyselyLayout()); }},
      {"plain", [] { return std::unique_ptr<Layout>(new PlainLayout(false)); }},
      {"sqitch", [] { return std::unique_ptr<Layout>(new SqitchLayout()); }},
  };
  return kMakers;
}

}  // namespace

std::vector<std::string> layout_names() {
  std::vector<std::string> names;
  for (const auto& [name, make] : makers()) names.push_back(name);
  return names;
}

std::unique_ptr<Layout> make_layout(const std::string& name) { return makers().at(name)(); }

void write_new(FileSystem& files, const std::string& folder, const std::vector<TextFile>& texts) {
  for (const TextFile& text : texts)
    if (files.read(folder + "/" + text.path) != text.former)
      throw Error("there is a file of this name already", folder + "/" + text.path,
                  "Give the migration another name.");
  std::vector<TextFile> written;
  try {
    for (const TextFile& text : texts) {
      files.replace(folder + "/" + text.path, text.content);
      written.push_back(text);
    }
  } catch (const Error&) {
    take_back(files, folder, written);
    throw;
  }
}

void take_back(FileSystem& files, const std::string& folder, const std::vector<TextFile>& texts) {
  for (const TextFile& text : texts) {
    const std::string path = folder + "/" + text.path;
    text.former ? files.replace(path, *text.former) : files.remove(path);
  }
}

}  // namespace ddltrail::migrate
