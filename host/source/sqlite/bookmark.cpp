#include "source/sqlite/bookmark.h"

#include <sys/stat.h>

#include <array>
#include <fstream>

#include "base/error.h"
#include "base/sqlite.h"
#include "model/row.h"

namespace ddltrail {
namespace {

constexpr int kVersion = 1;

std::uint32_t big_endian(const char* bytes) {
  std::uint32_t value = 0;
  for (int i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(bytes[i]);
  return value;
}

}  // namespace

FileIdentity FileIdentity::of(const std::string& path) {
  struct stat info {};
  if (::stat(path.c_str(), &info) != 0)
    throw Error("no such database file", path, "Check the path after sqlite: in the URL.");
  std::array<char, 100> header{};
  std::ifstream file;
  if (S_ISREG(info.st_mode)) file.open(path, std::ios::binary);  // opening a pipe would wait
  if (!file.is_open())
    throw Error("cannot read the database file", path, "Check that it is a file you may read.");
  file.read(header.data(), header.size());
  const std::string_view magic(header.data(), sqlite::kMagic.size());
  if (file.gcount() > 0 && magic != sqlite::kMagic)
    throw Error("not a SQLite database", path, "Check the path after sqlite: in the URL.");
  constexpr int kChangeCounter = 24;
  return {info.st_dev, info.st_ino, big_endian(header.data() + kChangeCounter)};
}

bool FileIdentity::may_follow(const FileIdentity& earlier) const {
  return device == earlier.device && inode == earlier.inode &&
         change_counter >= earlier.change_counter;
}

std::string SqliteBookmark::text() const {
  return Json{kVersion, file.device, file.inode, file.change_counter, schema_version, log_id,
              last_id,  root_page,   last_row}
      .dump();
}

std::optional<SqliteBookmark> SqliteBookmark::parse(const std::string& text) try {
  const Json json = Json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (!json.is_array() || json.size() != 9 || json[0] != kVersion) return std::nullopt;
  SqliteBookmark mark;
  read_value(json[1], mark.file.device);
  read_value(json[2], mark.file.inode);
  read_value(json[3], mark.file.change_counter);
  read_value(json[4], mark.schema_version);
  read_value(json[5], mark.log_id);
  read_value(json[6], mark.last_id);
  read_value(json[7], mark.root_page);
  read_value(json[8], mark.last_row);
  return mark;
} catch (const std::exception&) {
  return std::nullopt;
}

}  // namespace ddltrail
