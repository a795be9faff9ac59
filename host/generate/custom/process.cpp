#include "generate/custom/process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <optional>
#include <string_view>
#include <system_error>

extern char** environ;

namespace ddltrail::custom {
namespace {

using Clock = std::chrono::steady_clock;

void check(int error) {
  if (error != 0) throw std::system_error(error, std::generic_category());
}

class Descriptor {
 public:
  explicit Descriptor(int value) : value_(value) {}
  ~Descriptor() { close(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return value_; }
  bool is_open() const { return value_ >= 0; }
  void close() {
    if (is_open()) ::close(value_);
    value_ = -1;
  }

 private:
  int value_;
};

/// Two ends.
struct Channel {
  explicit Channel(std::array<int, 2> ends) : own(ends[0]), other(ends[1]) {}
  Descriptor own, other;

  /// A socket, as writing to one whose other end is closed need not raise a signal.
  static std::array<int, 2> socket() {
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) check(errno);
    return ends;
  }
  static std::array<int, 2> pipe() {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) check(errno);
    return ends;
  }
};

/// False where the time is over before one of them is ready.
template <std::size_t N>
bool wait_for(std::array<pollfd, N>& polled, Clock::time_point deadline) {
  while (true) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now());
    if (left.count() <= 0) return false;
    if (::poll(polled.data(), N, static_cast<int>(left.count())) > 0) return true;
  }
}

/// A program that runs, its input and its output.
class Program {
 public:
  explicit Program(const std::vector<std::string>& command)
      : input_(Channel::socket()), output_(Channel::pipe()) {
    start(command);
    input_.other.close();
    output_.other.close();
  }

  ~Program() {
    if (id_ < 0) return;
    ::kill(-id_, SIGKILL);
    reap();
  }
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  /// True where it has closed its output in time.
  bool exchange(std::string_view input, Clock::time_point deadline, std::string& output) {
    while (true) {
      std::array<pollfd, 2> polled{pollfd{output_.own.get(), POLLIN, 0},
                                   pollfd{input_.own.get(), POLLOUT, 0}};  // -1 is left out
      if (!wait_for(polled, deadline)) return false;
      if (polled[1].revents != 0) send(input);
      if (polled[0].revents != 0 && !receive(output)) return true;
    }
  }

  /// Its exit code, or nothing where it goes on after the deadline.
  std::optional<int> finish(Clock::time_point deadline) {
    // glibc 2.36 declares pidfd_open() for C only.
    const Descriptor descriptor(static_cast<int>(::syscall(SYS_pidfd_open, id_, 0)));
    std::array<pollfd, 1> polled{pollfd{descriptor.get(), POLLIN, 0}};
    if (descriptor.is_open() && !wait_for(polled, deadline)) return std::nullopt;
    const int status = reap();
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
  }

 private:
  void start(const std::vector<std::string>& command) {
    std::vector<char*> words;
    for (const std::string& word : command) words.push_back(const_cast<char*>(word.c_str()));
    words.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    check(::posix_spawn_file_actions_init(&actions));
    check(::posix_spawnattr_init(&attributes));
    ::posix_spawn_file_actions_adddup2(&actions, input_.other.get(), STDIN_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions, output_.other.get(), STDOUT_FILENO);
    ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
    const int error =
        ::posix_spawnp(&id_, words.front(), &actions, &attributes, words.data(), environ);
    ::posix_spawn_file_actions_destroy(&actions);
    ::posix_spawnattr_destroy(&attributes);
    if (error != 0) id_ = -1;
    check(error);
  }

  void send(std::string_view& input) {
    const auto sent =
        ::send(input_.own.get(), input.data(), input.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent < 0 && (errno == EAGAIN || errno == EINTR)) return;
    // A program that closes its input early does not want the rest.
    input.remove_prefix(sent < 0 ? input.size() : static_cast<std::size_t>(sent));
    if (input.empty()) input_.own.close();
  }

  /// False at the end.
  bool receive(std::string& output) {
    std::array<char, 65536> buffer;
    const auto got = ::read(output_.own.get(), buffer.data(), buffer.size());
    if (got < 0) return errno == EINTR;
    output.append(buffer.data(), static_cast<std::size_t>(got));
    return got > 0;
  }

  int reap() {
    int status = 0;
    while (::waitpid(id_, &status, 0) < 0 && errno == EINTR) {
    }
    id_ = -1;
    return status;
  }

  Channel input_, output_;
  pid_t id_ = -1;
};

}  // namespace

Finished run_program(const std::vector<std::string>& command, const std::string& input,
                     int timeout_seconds) {
  const auto deadline = Clock::now() + std::chrono::seconds(timeout_seconds);
  Program program(command);
  Finished finished;
  if (!program.exchange(input, deadline, finished.output)) return {false, 0, ""};
  const auto exit_code = program.finish(deadline);
  finished.is_in_time = exit_code.has_value();
  finished.exit_code = exit_code.value_or(0);
  return finished;
}

}  // namespace ddltrail::custom
