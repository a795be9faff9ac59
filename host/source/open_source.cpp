#include <dlfcn.h>

#include "base/error.h"
#include "base/program.h"
#include "source/database.h"
#include "source/source.h"
#include "source/sqlite/sqlite_database.h"
#include "source/sqlite/sqlite_source.h"

namespace ddltrail {
namespace {

/// Nearly all of the time it takes to load libpq and what that needs goes into finding symbols:
/// they are found sooner where a library is searched before the program.
#ifdef DDLTRAIL_SANITIZED
constexpr int kOwnLibrariesFirst = 0;  // AddressSanitizer must come before all others
#else
constexpr int kOwnLibrariesFirst = RTLD_DEEPBIND;
#endif

/// A function of the module that makes an Interface. The module stays loaded: its code is there.
template <class Interface>
std::unique_ptr<Interface> from_module(const char* function, const std::string& url) {
  const std::string path = find_library("ddltrail_postgres");
  void* module = ::dlopen(path.c_str(), RTLD_LAZY | RTLD_LOCAL | kOwnLibrariesFirst);
  void* open = module ? ::dlsym(module, function) : nullptr;
  if (!open)
    throw Error("cannot load the PostgreSQL module", ::dlerror(),
                "Install libpqxx-6.4 (Debian package) and ddltrail again.");
  using Open = Interface* (*)(const char* url);
  return std::unique_ptr<Interface>(reinterpret_cast<Open>(open)(url.c_str()));
}

}  // namespace

std::unique_ptr<Source> open_source(const Url& url) {
  switch (url.engine) {
    case Engine::kPostgres:
      return from_module<Source>("ddltrail_open_postgres", url.location);
    case Engine::kSqlite:
      return std::make_unique<SqliteSource>(url.location);
  }
  return nullptr;
}

std::unique_ptr<Database> open_database(const Url& url, bool may_create) {
  switch (url.engine) {
    case Engine::kPostgres:
      return from_module<Database>("ddltrail_open_postgres_database", url.location);
    case Engine::kSqlite:
      return std::make_unique<SqliteDatabase>(url, may_create);
  }
  return nullptr;
}

std::unique_ptr<Scratch> make_scratch(const Url& beside) {
  switch (beside.engine) {
    case Engine::kPostgres:
      return from_module<Scratch>("ddltrail_make_postgres_scratch", beside.location);
    case Engine::kSqlite:
      return std::make_unique<SqliteScratch>();
  }
  return nullptr;
}

}  // namespace ddltrail
