#include <dlfcn.h>

#include "base/error.h"
#include "base/program.h"
#include "source/source.h"
#include "source/sqlite/sqlite_source.h"

namespace ddltrail {
namespace {

using OpenPostgres = Source* (*)(const char* url);

/// Nearly all of the time it takes to load libpq and what that needs goes into finding symbols:
/// they are found sooner where a library is searched before the program.
#if defined(__SANITIZE_ADDRESS__)
constexpr int kOwnLibrariesFirst = 0;  // AddressSanitizer must come before all others
#else
constexpr int kOwnLibrariesFirst = RTLD_DEEPBIND;
#endif

/// The module stays loaded: the source's code is in it.
std::unique_ptr<Source> open_postgres(const std::string& url) {
  const std::string path = find_library("ddltrail_postgres");
  void* module = ::dlopen(path.c_str(), RTLD_LAZY | RTLD_LOCAL | kOwnLibrariesFirst);
  void* open = module ? ::dlsym(module, "ddltrail_open_postgres") : nullptr;
  if (!open)
    throw Error("cannot load the PostgreSQL module", ::dlerror(),
                "Install libpqxx-6.4 (Debian package) and ddltrail again.");
  return std::unique_ptr<Source>(reinterpret_cast<OpenPostgres>(open)(url.c_str()));
}

}  // namespace

std::unique_ptr<Source> open_source(const Url& url) {
  switch (url.engine) {
    case Engine::kPostgres:
      return open_postgres(url.location);
    case Engine::kSqlite:
      return std::make_unique<SqliteSource>(url.location);
  }
  return nullptr;
}

}  // namespace ddltrail
