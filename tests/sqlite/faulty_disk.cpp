#include "faulty_disk.h"

#include <algorithm>
#include <cstring>
#include <new>
#include <stdexcept>

namespace ddltrail::test {
namespace {

constexpr char kName[] = "ddltrail-faulty";
constexpr std::size_t kSector = 512;

struct OpenFile {
  sqlite3_file base;
  FaultyDisk* disk;
  std::shared_ptr<DiskFile> file;
  std::vector<std::unique_ptr<unsigned char[]>>* regions;
};

OpenFile& open_file(sqlite3_file* file) { return *reinterpret_cast<OpenFile*>(file); }

void put(Bytes& content, const DiskChange& change) {
  if (change.is_truncation) return content.resize(change.offset);
  content.resize(std::max(content.size(), change.offset + change.data.size()));
  std::copy(change.data.begin(), change.data.end(),
            content.begin() + static_cast<std::ptrdiff_t>(change.offset));
}

void change(OpenFile& open, DiskChange change) {
  put(open.file->content, change);
  open.file->unsynced.push_back(std::move(change));
}

int close(sqlite3_file* base) {
  OpenFile& open = open_file(base);
  delete open.regions;
  open.file.~shared_ptr();
  return SQLITE_OK;
}

int read(sqlite3_file* base, void* buffer, int amount, sqlite3_int64 offset) {
  const Bytes& content = open_file(base).file->content;
  const auto from = std::min(content.size(), static_cast<std::size_t>(offset));
  const auto length = std::min(content.size() - from, static_cast<std::size_t>(amount));
  std::memset(buffer, 0, static_cast<std::size_t>(amount));
  if (length > 0) std::memcpy(buffer, content.data() + from, length);
  return length == static_cast<std::size_t>(amount) ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}

int write(sqlite3_file* base, const void* buffer, int amount, sqlite3_int64 offset) {
  if (const int rc = open_file(base).disk->enter(); rc != SQLITE_OK) return rc;
  const auto* data = static_cast<const unsigned char*>(buffer);
  change(open_file(base), {static_cast<std::size_t>(offset), Bytes(data, data + amount)});
  return SQLITE_OK;
}

int truncate(sqlite3_file* base, sqlite3_int64 size) {
  if (const int rc = open_file(base).disk->enter(); rc != SQLITE_OK) return rc;
  change(open_file(base), {static_cast<std::size_t>(size), {}, true});
  return SQLITE_OK;
}

int sync(sqlite3_file* base, int) {
  if (const int rc = open_file(base).disk->enter(); rc != SQLITE_OK) return rc;
  DiskFile& file = *open_file(base).file;
  file.synced = file.content;
  file.is_synced = true;
  file.unsynced.clear();
  return SQLITE_OK;
}

int size(sqlite3_file* base, sqlite3_int64* size) {
  *size = static_cast<sqlite3_int64>(open_file(base).file->content.size());
  return SQLITE_OK;
}

int lock(sqlite3_file* base, int) { return open_file(base).disk->enter(); }
int unlock(sqlite3_file*, int) { return SQLITE_OK; }

int is_reserved(sqlite3_file*, int* answer) {
  *answer = 0;
  return SQLITE_OK;
}

int control(sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; }
int sector_size(sqlite3_file*) { return kSector; }
int characteristics(sqlite3_file*) { return SQLITE_IOCAP_POWERSAFE_OVERWRITE; }

int shm_map(sqlite3_file* base, int index, int size, int, volatile void** region) {
  OpenFile& open = open_file(base);
  if (const int rc = open.disk->enter(); rc != SQLITE_OK) return rc;
  auto& regions = *open.regions;
  while (regions.size() <= static_cast<std::size_t>(index))
    regions.push_back(std::make_unique<unsigned char[]>(static_cast<std::size_t>(size)));
  *region = regions[static_cast<std::size_t>(index)].get();
  return SQLITE_OK;
}

int shm_lock(sqlite3_file* base, int, int, int flags) {
  return (flags & SQLITE_SHM_UNLOCK) != 0 ? SQLITE_OK : open_file(base).disk->enter();
}

void shm_barrier(sqlite3_file*) {}

int shm_unmap(sqlite3_file* base, int) {
  open_file(base).regions->clear();
  return SQLITE_OK;
}

const sqlite3_io_methods kMethods = {
    2,         close,       read,    write,       truncate,        sync,    size,     lock,
    unlock,    is_reserved, control, sector_size, characteristics, shm_map, shm_lock, shm_barrier,
    shm_unmap, nullptr,     nullptr};

FaultyDisk& disk_of(sqlite3_vfs* vfs) { return *static_cast<FaultyDisk*>(vfs->pAppData); }

int open(sqlite3_vfs* vfs, const char* name, sqlite3_file* base, int flags, int* out_flags) {
  base->pMethods = nullptr;
  if (const int rc = disk_of(vfs).enter(); rc != SQLITE_OK) return rc;
  auto file = disk_of(vfs).open(name, (flags & SQLITE_OPEN_CREATE) != 0);
  if (file == nullptr) return SQLITE_CANTOPEN;
  new (base) OpenFile{{&kMethods},
                      &disk_of(vfs),
                      std::move(file),
                      new std::vector<std::unique_ptr<unsigned char[]>>()};
  if (out_flags != nullptr) *out_flags = flags;
  return SQLITE_OK;
}

int remove(sqlite3_vfs* vfs, const char* name, int is_durable) {
  if (const int rc = disk_of(vfs).enter(); rc != SQLITE_OK) return rc;
  if (!disk_of(vfs).exists(name)) return SQLITE_IOERR_DELETE_NOENT;
  disk_of(vfs).remove(name, is_durable != 0);
  return SQLITE_OK;
}

int access(sqlite3_vfs* vfs, const char* name, int, int* answer) {
  *answer = disk_of(vfs).exists(name) ? 1 : 0;
  return SQLITE_OK;
}

int full_name(sqlite3_vfs*, const char* name, int size, char* full) {
  sqlite3_snprintf(size, full, "%s", name);
  return SQLITE_OK;
}

/// The default VFS, whose clock and loader serve well, with our files.
sqlite3_vfs& vfs() {
  static sqlite3_vfs kVfs = [] {
    sqlite3_vfs made = *sqlite3_vfs_find(nullptr);
    made.zName = kName;
    made.szOsFile = sizeof(OpenFile);
    made.xOpen = open;
    made.xDelete = remove;
    made.xAccess = access;
    made.xFullPathname = full_name;
    return made;
  }();
  return kVfs;
}

std::shared_ptr<DiskFile> durable(Bytes content) {
  return std::make_shared<DiskFile>(DiskFile{content, content, true});
}

/// What is left of a file: of every write since the last sync some sectors.
Bytes torn(const DiskFile& file, std::mt19937& random) {
  Bytes content = file.synced;
  for (const auto& each : file.unsynced) {
    if (each.is_truncation) {
      if (random() % 2 == 0) put(content, each);
      continue;
    }
    for (std::size_t from = 0; from < each.data.size(); from += kSector) {
      if (random() % 2 == 0) continue;
      const auto first = each.data.begin() + static_cast<std::ptrdiff_t>(from);
      const auto length = std::min(kSector, each.data.size() - from);
      put(content, {each.offset + from, Bytes(first, first + static_cast<std::ptrdiff_t>(length))});
    }
  }
  return content;
}

}  // namespace

FaultyDisk::FaultyDisk() {
  vfs().pAppData = this;
  if (sqlite3_vfs_register(&vfs(), 0) != SQLITE_OK) throw std::runtime_error("no VFS");
}

FaultyDisk::~FaultyDisk() { sqlite3_vfs_unregister(&vfs()); }

void FaultyDisk::fail(int call, int rc, Fault fault) {
  count();
  failing_call_ = call;
  rc_ = rc;
  fault_ = fault;
}

int FaultyDisk::enter() {
  if (is_repaired_) return SQLITE_OK;
  ++calls_;
  if (failing_call_ == 0 || calls_ < failing_call_) return SQLITE_OK;
  return calls_ == failing_call_ || fault_ != Fault::kOnce ? rc_ : SQLITE_OK;
}

std::shared_ptr<DiskFile> FaultyDisk::open(const char* name, bool may_create) {
  if (name == nullptr) return std::make_shared<DiskFile>();  // a temporary file
  const auto found = files_.find(name);
  if (found != files_.end()) return found->second;
  if (!may_create) return nullptr;
  return files_[name] = std::make_shared<DiskFile>();
}

void FaultyDisk::remove(const std::string& name, bool is_durable) {
  if (!is_durable && files_[name]->is_synced) removed_[name] = files_[name];
  if (is_durable) removed_.erase(name);
  files_.erase(name);
}

FaultyDisk::Files FaultyDisk::copy() const {
  Files copies;
  for (const auto& [name, file] : files_) copies[name] = durable(file->content);
  return copies;
}

void FaultyDisk::restore(const Files& files) {
  files_.clear();
  removed_.clear();
  for (const auto& [name, file] : files) files_[name] = durable(file->content);
  count();
}

void FaultyDisk::restart(std::mt19937& random) {
  Files found;
  for (const auto& [name, file] : removed_) {
    if (random() % 2 == 0) found[name] = durable(torn(*file, random));
  }
  for (const auto& [name, file] : files_) {
    if (file->is_synced || random() % 2 == 0) found[name] = durable(torn(*file, random));
  }
  restore(found);
}

}  // namespace ddltrail::test
