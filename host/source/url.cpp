#include "source/url.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/error.h"

namespace ddltrail {
namespace {

constexpr std::string_view kSqlite = "sqlite:";

/// The password of ://user:password@host, wrongly encoded ones too; empty where there is none.
std::string_view password_of_user(std::string_view text) {
  const auto authority = text.find("://");
  if (authority == std::string_view::npos) return {};
  const auto colon = text.find_first_of(":@/?", authority + 3);
  const auto at = text.rfind('@');
  if (colon == std::string_view::npos || text[colon] != ':') return {};
  if (at == std::string_view::npos || at < colon) return {};
  const std::string_view rest = text.substr(colon + 1, at - colon - 1);
  const auto port_end = std::find_if_not(rest.begin(), rest.end(), is_digit);
  const bool is_port = port_end != rest.end() && (*port_end == '/' || *port_end == '?');
  return is_port ? std::string_view{} : rest;
}

/// The value of a parameter that begins here: quoted, or up to & or white space.
std::string_view parameter_value(std::string_view text) {
  std::size_t end = 0;
  if (text.starts_with('\'')) {
    for (end = 1; end < text.size() && text[end] != '\''; ++end)
      if (text[end] == '\\') ++end;
    return text.substr(0, end + 1);
  }
  while (end < text.size() && text[end] != '&' && !is_space(text[end])) ++end;
  return text.substr(0, end);
}

/// The value of the next parameter after `from` whose name ends in password; empty where there is
/// none.
std::string_view next_password_parameter(std::string_view text, std::size_t from) {
  constexpr std::string_view kName = "password";
  for (auto at = text.find(kName, from); at != std::string_view::npos; at = text.find(kName, at)) {
    at += kName.size();
    while (at < text.size() && is_space(text[at])) ++at;
    if (at == text.size() || text[at] != '=') continue;
    ++at;
    while (at < text.size() && is_space(text[at])) ++at;
    const auto value = parameter_value(text.substr(at));
    if (!value.empty()) return value;
  }
  return {};
}

constexpr std::string_view kMask = "***";

/// The text with a mask in the place of every password, whatever form of URL or conninfo it is.
std::string without_passwords(std::string text) {
  const auto mask = [&](std::string_view secret) {
    const auto at = static_cast<std::size_t>(secret.data() - text.data());
    text.replace(at, secret.size(), kMask);
    return at + kMask.size();
  };
  std::size_t done = 0;
  for (auto secret = next_password_parameter(text, done); !secret.empty();
       secret = next_password_parameter(text, done))
    done = mask(secret);
  if (const auto secret = password_of_user(text); !secret.empty()) mask(secret);
  return text;
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
  throw Error("not a database URL", without_passwords(std::string(text)),
              "Write postgresql://user@host/database or sqlite:PATH.", ExitCode::kUsage);
}

bool Url::has_password() const {
  return engine == Engine::kPostgres && without_passwords(location) != location;
}

std::string Url::shown() const {
  return engine == Engine::kSqlite ? std::string(kSqlite) + location : without_passwords(location);
}

}  // namespace ddltrail
