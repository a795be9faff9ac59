// PostgreSQL as a database to change.
#pragma once

#include "source/database.h"
#include "source/postgres/scratch_database.h"
#include "source/postgres/session.h"

namespace ddltrail {

class PostgresDatabase : public Database {
 public:
  /// Throws Error where the server cannot be reached or refuses.
  explicit PostgresDatabase(const std::string& url);

  const Url& url() const override { return url_; }
  bool try_lock() override;
  void set_timeouts(std::chrono::seconds lock, std::chrono::seconds statement) override;
  void begin() override;
  void commit() override;
  void roll_back() override;
  void execute(const std::string& statement) override;
  std::vector<std::vector<Value>> query(const std::string& sql,
                                        const std::vector<Value>& parameters) override;
  bool has_table(const std::string& schema, const std::string& name) override;
  void begin_migration(const std::string& name) override;
  std::optional<std::string> cursor() override;
  std::string user() override;

 private:
  Url url_;
  Session session_;
  std::string timeouts_;
};

class PostgresScratch : public Scratch {
 public:
  /// `url`: of a database of the server.
  explicit PostgresScratch(const std::string& url)
      : session_(url), database_(session_, url), url_{Engine::kPostgres, database_.url()} {}
  const Url& url() const override { return url_; }

 private:
  Session session_;
  ScratchDatabase database_;
  Url url_;
};

}  // namespace ddltrail
