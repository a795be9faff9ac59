// A database that lives as long as this object, on the server of a connection.
#pragma once

#include <string>

#include "source/postgres/session.h"

namespace ddltrail {

class ScratchDatabase {
 public:
  /// `url`: of the connection. Throws Error where the role may not create databases.
  ScratchDatabase(Session& session, const std::string& url);
  ~ScratchDatabase();
  ScratchDatabase(const ScratchDatabase&) = delete;
  ScratchDatabase& operator=(const ScratchDatabase&) = delete;

  const std::string& url() const { return url_; }

 private:
  Session& session_;
  std::string name_;
  std::string url_;
};

/// The URL with another database. Throws Error where it names one by a parameter.
std::string with_database(const std::string& url, const std::string& database);

}  // namespace ddltrail
