#include "source/sqlite/schema_window.h"

#include <sqlite3.h>

#include <cstring>

namespace ddltrail {
namespace {

constexpr int kSmallestPage = 512;

void append_varint(std::string& bytes, std::uint64_t value) {
  if (value >= 0x80) bytes += static_cast<char>(0x80 | (value >> 7));  // values here are < 2^14
  bytes += static_cast<char>(value & 0x7f);
}

void append_big_endian(std::string& bytes, std::uint64_t value, int width) {
  for (int shift = 8 * (width - 1); shift >= 0; shift -= 8)
    bytes += static_cast<char>((value >> shift) & 0xff);
}

/// A cell of sqlite_schema, in the file format of SQLite: the row that describes the only table.
std::string schema_cell(std::int64_t root_page, int columns) {
  std::string sql = "CREATE TABLE l(id INTEGER PRIMARY KEY";
  for (int i = 1; i < columns; ++i) sql += ",c" + std::to_string(i);
  sql += ")";
  const auto text_type = [](std::size_t size) { return 13 + 2 * size; };
  std::string types;
  append_varint(types, text_type(5));  // type
  append_varint(types, text_type(1));  // name
  append_varint(types, text_type(1));  // tbl_name
  append_varint(types, 4);             // rootpage, a 32-bit integer
  append_varint(types, text_type(sql.size()));
  std::string record(1, static_cast<char>(types.size() + 1));
  record += types + "tablell";
  append_big_endian(record, static_cast<std::uint64_t>(root_page), 4);
  record += sql;
  std::string cell;
  append_varint(cell, record.size());
  append_varint(cell, 1);  // rowid
  return cell + record;
}

/// Turns the image of the first page into a leaf of sqlite_schema with one row. The file header
/// before it stays, schema cookie and all.
void show_only(const std::string& cell, unsigned char* page, int size) {
  constexpr int kFileHeader = 100;
  constexpr unsigned char kTableLeaf = 0x0d;
  const int usable = size - page[20];
  const auto content = static_cast<std::size_t>(usable) - cell.size();
  std::string header(1, static_cast<char>(kTableLeaf));
  append_big_endian(header, 0, 2);        // no free block
  append_big_endian(header, 1, 2);        // one cell
  append_big_endian(header, content, 2);  // where the cells begin
  header += '\0';                         // no fragments
  append_big_endian(header, content, 2);  // the cell
  std::memset(page + kFileHeader, 0, static_cast<std::size_t>(usable - kFileHeader));
  std::memcpy(page + kFileHeader, header.data(), header.size());
  std::memcpy(page + content, cell.data(), cell.size());
}

}  // namespace

namespace window {

/// The methods of a file of the default VFS, with a few replaced. `methods` comes first: SQLite
/// hands back a pointer to it with every call.
struct PatchedMethods {
  sqlite3_io_methods methods{};
  const sqlite3_io_methods* original = nullptr;
  const std::string* cell = nullptr;

  void patch(sqlite3_file* file, const std::string& schema);
};

PatchedMethods* patched(sqlite3_file* file) {
  return reinterpret_cast<PatchedMethods*>(const_cast<sqlite3_io_methods*>(file->pMethods));
}

int read(sqlite3_file* file, void* buffer, int size, sqlite3_int64 offset) noexcept {
  const PatchedMethods& own = *patched(file);
  const int rc = own.original->xRead(file, buffer, size, offset);
  // The first page, from the file or from a frame of the WAL; recovery reads whole frames, which
  // begin with a frame header and stay as they are, so that their checksums hold.
  if (rc == SQLITE_OK && size >= kSmallestPage &&
      std::memcmp(buffer, sqlite::kMagic.data(), sqlite::kMagic.size()) == 0)
    show_only(*own.cell, static_cast<unsigned char*>(buffer), size);
  return rc;
}

int refuse_write(sqlite3_file*, const void*, int, sqlite3_int64) noexcept {
  return SQLITE_READONLY;
}

int refuse_truncate(sqlite3_file*, sqlite3_int64) noexcept { return SQLITE_READONLY; }

void PatchedMethods::patch(sqlite3_file* file, const std::string& schema) {
  original = file->pMethods;
  cell = &schema;
  methods = *original;
  methods.iVersion = std::min(methods.iVersion, 2);  // no memory mapping: xRead must see every page
  methods.xRead = read;
  methods.xWrite = refuse_write;
  methods.xTruncate = refuse_truncate;
  file->pMethods = &methods;
}

}  // namespace window

struct SchemaWindow::Vfs : sqlite3_vfs {
  Vfs(std::int64_t root_page, int columns) : cell(schema_cell(root_page, columns)) {
    sqlite3_vfs* real = sqlite3_vfs_find(nullptr);
    static_cast<sqlite3_vfs&>(*this) = *real;
    zName = "ddltrail-window";
    pNext = nullptr;
    pAppData = real->pAppData;  // the methods taken over from the real one expect its own
    default_vfs = real;
    xOpen = open;
    sqlite3_vfs_register(this, /*makeDflt=*/0);
  }
  ~Vfs() { sqlite3_vfs_unregister(this); }
  Vfs(const Vfs&) = delete;
  Vfs& operator=(const Vfs&) = delete;

  static int open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags,
                  int* out_flags) noexcept {
    auto& self = *static_cast<Vfs*>(vfs);
    const int rc = self.default_vfs->xOpen(self.default_vfs, name, file, flags, out_flags);
    if (rc != SQLITE_OK || !file->pMethods) return rc;
    if (flags & SQLITE_OPEN_MAIN_DB) self.main.patch(file, self.cell);
    if (flags & SQLITE_OPEN_WAL) self.wal.patch(file, self.cell);
    return rc;
  }

  std::string cell;
  sqlite3_vfs* default_vfs = nullptr;
  window::PatchedMethods main;
  window::PatchedMethods wal;
};

SchemaWindow::SchemaWindow(const std::string& path, std::int64_t root_page, int columns)
    : vfs_(std::make_unique<Vfs>(root_page, columns)) {
  connection_ =
      std::make_unique<sqlite::Connection>(path, sqlite::OpenMode::kReadOnly, vfs_->zName);
  sqlite3_db_config(connection_->handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
}

SchemaWindow::~SchemaWindow() = default;

}  // namespace ddltrail
