#include <dlfcn.h>

#include "base/error.h"
#include "base/program.h"
#include "source/source.h"
#include "source/sqlite/sqlite_source.h"

namespace ddltrail {
namespace {

using OpenPostgres = Source* (*)(const char* url);

/// The module stays loaded: the source's code is in it.
std::unique_ptr<Source> open_postgres(const std::string& url) {
  const std::string path = find_library("ddltrail_postgres");
  void* module = ::dlopen(path.c_str(), RTLD_LAZY | RTLD_LOCAL);
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
