#include "source/postgres/scratch_database.h"

#include <unistd.h>

#include <random>

namespace ddltrail {
namespace {

/// No other run, here or on another machine, has the same.
std::string new_name() {
  std::random_device random;
  return "ddltrail_scratch_" + std::to_string(::getpid()) + "_" + std::to_string(random());
}

}  // namespace

std::string with_database(const std::string& url, const std::string& database) {
  const std::size_t host = url.find("://") + 3;
  const std::size_t question = std::min(url.find('?', host), url.size());
  const std::size_t slash = std::min(url.find('/', host), question);
  if (url.find("dbname=", question) != std::string::npos)
    throw Error("the URL names its database by a parameter", "dbname",
                "Name it as postgresql://host/database to have a throw-away one beside it.");
  return url.substr(0, slash) + "/" + database + url.substr(question);
}

ScratchDatabase::ScratchDatabase(Session& session, const std::string& url)
    : session_(session), name_(new_name()), url_(with_database(url, name_)) {
  try {
    session_.end_snapshot();
    session_.execute("CREATE DATABASE " + name_ + " TEMPLATE template0");
  } catch (const StatementFailure& failure) {
    if (failure.sqlstate != kInsufficientPrivilege) session_.explain(failure);
    throw Error("cannot make a throw-away database (" + first_line(failure.message) + ")",
                session_.shown_url(),
                "Say with --scratch beside which database the role may, or grant it CREATEDB.");
  }
}

ScratchDatabase::~ScratchDatabase() {
  try {
    session_.execute("DROP DATABASE " + name_);
  } catch (...) {
    // Its name says what it is, and the error that is under way says more.
  }
}

}  // namespace ddltrail
