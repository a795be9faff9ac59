#include "constraint.h"

#include <algorithm>
#include <utility>

namespace ddltrail {

namespace {

Vec<int16> read_numbers(Datum key) {
  Vec<int16> numbers = {};
  ArrayType* array = DatumGetArrayTypeP(key);
  auto* items = reinterpret_cast<int16*>(ARR_DATA_PTR(array));
  int size = ArrayGetNItems(ARR_NDIM(array), ARR_DIMS(array));
  for (int i = 0; i < size; i++) numbers.push(items[i]);
  return numbers;
}

}  // namespace

const char* constraint_kind(char type) {
  switch (type) {
    case CONSTRAINT_PRIMARY:
      return "primary key";
    case CONSTRAINT_UNIQUE:
      return "unique";
    case CONSTRAINT_FOREIGN:
      return "foreign key";
    case CONSTRAINT_CHECK:
      return "check";
    case CONSTRAINT_EXCLUSION:
      return "exclusion";
    default:
      return nullptr;
  }
}

bool is_twin(const FormData_pg_constraint& constraint, Snapshot snapshot) {
  if (!OidIsValid(constraint.conparentid)) return false;
  Row origin =
      find_object({ConstraintRelationId, ConstraintOidIndexId}, constraint.conparentid, snapshot);
  return origin && origin.as<FormData_pg_constraint>()->conrelid == constraint.conrelid;
}

Vec<int16> column_numbers(HeapTuple tuple, TupleDesc shape, AttrNumber key) {
  bool is_null;
  Datum datum = heap_getattr(tuple, key, shape, &is_null);
  if (is_null) return {};
  Vec<int16> numbers = read_numbers(datum);
  if (reinterpret_cast<Form_pg_constraint>(GETSTRUCT(tuple))->contype == CONSTRAINT_CHECK)
    std::sort(numbers.begin(), numbers.end(),
              [](int16 a, int16 b) { return std::pair(a == 0, a) < std::pair(b == 0, b); });
  return numbers;
}

}  // namespace ddltrail
