// Plans from one snapshot to another, for tests/bench/diff, which reads what it prints: for each
// round, the processor time of one plan in seconds. Reading the snapshots is not in it.
//
//   plan_driver FROM.json TO.json ROUNDS
#include <time.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include "model/snapshot.h"
#include "plan/plan.h"

namespace {

double processor_time() {
  timespec now{};
  ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

ddltrail::Schema read(const char* path) {
  std::ifstream file(path);
  const std::string text(std::istreambuf_iterator<char>(file), {});
  return ddltrail::read_snapshot(text, path);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) return 64;
  const ddltrail::Schema from = read(argv[1]), to = read(argv[2]);
  for (int round = 0; round < std::atoi(argv[3]); ++round) {
    const double began = processor_time();
    const bool is_empty = ddltrail::plan(from, to, {}, {}).empty();
    std::printf("%.6f\n", processor_time() - began);
    if (is_empty) return 1;  // what planned nothing was fast for nothing
  }
  return 0;
}
