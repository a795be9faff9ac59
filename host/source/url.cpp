#include "source/url.h"

#include "base/error.h"

namespace ddltrail {
namespace {

constexpr std::string_view kSqlite = "sqlite:";

/// Where the password of postgresql://user:password@host stands; empty where there is none.
std::string_view password_of(std::string_view url) {
  const std::size_t authority = url.find("://") + 3;
  const std::size_t end = url.find_first_of("/?", authority);
  const std::string_view part = url.substr(authority, end - authority);
  const std::size_t at = part.rfind('@');
  if (at == std::string_view::npos) return {};
  const std::size_t colon = part.substr(0, at).find(':');
  if (colon == std::string_view::npos) return {};
  return part.substr(colon + 1, at - colon - 1);
}

/// Where the value of `password=` in the query part stands.
std::string_view password_parameter(std::string_view url) {
  std::size_t at = url.find("?password=");
  if (at == std::string_view::npos) at = url.find("&password=");
  if (at == std::string_view::npos) return {};
  at += std::string_view("?password=").size();
  return url.substr(at, url.find('&', at) - at);
}

}  // namespace

Url Url::parse(std::string_view text) {
  if (text.starts_with("postgresql://") || text.starts_with("postgres://"))
    return {Engine::kPostgres, std::string(text)};
  if (text.starts_with(kSqlite) && text.size() > kSqlite.size()) {
    std::string_view path = text.substr(kSqlite.size());
    if (path.starts_with("///")) path.remove_prefix(2);
    return {Engine::kSqlite, std::string(path)};
  }
  throw Error("not a database URL", std::string(text),
              "Write postgresql://user@host/database or sqlite:PATH.", ExitCode::kUsage);
}

bool Url::has_password() const {
  return engine == Engine::kPostgres &&
         !(password_of(location).empty() && password_parameter(location).empty());
}

std::string Url::shown() const {
  if (engine == Engine::kSqlite) return std::string(kSqlite) + location;
  std::string url = location;
  for (const auto find : {password_of, password_parameter}) {
    const std::string_view secret = find(url);
    if (secret.empty()) continue;
    url.replace(static_cast<std::size_t>(secret.data() - url.data()), secret.size(), "***");
  }
  return url;
}

}  // namespace ddltrail
