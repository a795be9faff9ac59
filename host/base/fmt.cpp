// The one place where fmt is compiled: Debian has it as headers, which take seconds in every file
// that uses them whole, and as a shared library, which costs a run with nothing to do its time to
// load.
#include <fmt/format-inl.h>

FMT_BEGIN_NAMESPACE
namespace detail {

template auto thousands_sep_impl(locale_ref) -> thousands_sep_result<char>;
template auto decimal_point_impl(locale_ref) -> char;

}  // namespace detail
FMT_END_NAMESPACE
