// A disk in memory, as a VFS of SQLite, that fails as it is told: a call returns an error, or the
// power goes and what was written since the last sync is there only in parts. One connection at a
// time: locks are counted, not kept.
#pragma once

#include <sqlite3.h>

#include <map>
#include <memory>
#include <random>
#include <string>
#include <vector>

namespace ddltrail::test {

using Bytes = std::vector<unsigned char>;

/// A write, or a truncation where there is no data.
struct DiskChange {
  std::size_t offset;
  Bytes data;
  bool is_truncation = false;
};

struct DiskFile {
  Bytes content;           // as programs see it
  Bytes synced;            // as a power cut leaves it, and perhaps some of the changes
  bool is_synced = false;  // it ever was: else it may be gone
  std::vector<DiskChange> unsynced = {};
};

class FaultyDisk {
 public:
  enum class Fault { kOnce, kFromThenOn, kPowerCut };

  FaultyDisk();
  ~FaultyDisk();
  FaultyDisk(const FaultyDisk&) = delete;
  FaultyDisk& operator=(const FaultyDisk&) = delete;

  /// What to open a file of this disk by.
  static std::string uri(const std::string& name) {
    return "file:/" + name + "?vfs=ddltrail-faulty";
  }

  /// From here on the calls that can fail are counted, and none fails.
  void count() { calls_ = failing_call_ = 0, is_repaired_ = false; }
  int calls() const { return calls_; }
  /// The n-th call after this one fails with rc.
  void fail(int call, int rc, Fault fault);

  /// From here on no call fails, and none is counted.
  void repair() { is_repaired_ = true; }
  bool has_power() const { return fault_ != Fault::kPowerCut || failing_call_ == 0; }

  using Files = std::map<std::string, std::shared_ptr<DiskFile>>;
  /// A copy of everything, as if it had been synced.
  Files copy() const;
  void restore(const Files& files);
  /// The machine starts again after a power cut.
  void restart(std::mt19937& random);

  // For the VFS.
  /// Counts a call; the error that it is to return.
  int enter();
  std::shared_ptr<DiskFile> open(const char* name, bool may_create);
  void remove(const std::string& name, bool is_durable);
  bool exists(const std::string& name) const { return files_.contains(name); }

 private:
  Files files_;
  Files removed_;  // but a power cut brings them back
  int calls_ = 0;
  int failing_call_ = 0;
  bool is_repaired_ = false;
  int rc_ = SQLITE_OK;
  Fault fault_ = Fault::kOnce;
};

}  // namespace ddltrail::test
