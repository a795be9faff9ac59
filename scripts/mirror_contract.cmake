# mirror_contract(FOLDER CONTRACT): at build time, writes contract_rows.h, with a struct for every relation of CONTRACT
# that says what its row is called ("row"), in the order of the contract, and contract_mirrors.h, with their Mirrors,
# which take a compiler long and few files need. object_id is left out: it differs between two databases with the same
# schema. Run as a script (cmake -P) it does the writing.
if(CMAKE_SCRIPT_MODE_FILE)
  file(READ ${CONTRACT} contract)
  set(member_text "std::string")
  set(member_integer "std::int64_t")
  set(member_boolean "bool")
  set(member_json "Json")
  set(member_texts "std::vector<std::string>")  # json whose items are text
  set(first_integer " = 0")
  set(first_boolean " = false")

  function(member result column)
    string(JSON type GET "${column}" type)
    string(JSON name GET "${column}" name)
    string(JSON is_null GET "${column}" null)
    string(JSON items ERROR_VARIABLE has_none GET "${column}" items)
    if(NOT has_none)
      set(type texts)
    endif()
    if(is_null AND NOT type STREQUAL "json")
      set(${result} "  std::optional<${member_${type}}> ${name};\n" PARENT_SCOPE)
    else()
      set(${result} "  ${member_${type}} ${name}${first_${type}};\n" PARENT_SCOPE)
    endif()
  endfunction()

  # enum type -> EnumType
  function(struct_name result row)
    set(name "")
    string(REPLACE " " ";" words "${row}")
    foreach(word IN LISTS words)
      string(SUBSTRING ${word} 0 1 first)
      string(SUBSTRING ${word} 1 -1 rest)
      string(TOUPPER ${first} first)
      string(APPEND name ${first}${rest})
    endforeach()
    set(${result} ${name} PARENT_SCOPE)
  endfunction()

  # Appends to `rows` and `mirrors`.
  function(mirror relation name)
    string(JSON columns GET "${contract}" relations ${relation} columns)
    string(JSON count LENGTH "${columns}")
    math(EXPR last "${count} - 1")
    set(members "")
    set(fields "")
    foreach(i RANGE ${last})
      string(JSON column GET "${columns}" ${i})
      string(JSON column_name GET "${column}" name)
      if(column_name STREQUAL "object_id")
        continue()
      endif()
      member(line "${column}")
      string(APPEND members "${line}")
      string(JSON is_compared ERROR_VARIABLE has_none GET "${column}" compared)
      set(mark "")
      if(is_compared STREQUAL "OFF")
        set(mark ", kNotCompared")
      endif()
      list(APPEND fields "Field{\"${column_name}\", &${name}::${column_name}${mark}}")
    endforeach()
    string(JSON key GET "${contract}" relations ${relation} key)
    string(JSON count LENGTH "${key}")
    math(EXPR last "${count} - 1")
    set(keys "")
    foreach(i RANGE ${last})
      string(JSON column_name GET "${key}" ${i})
      list(APPEND keys "&${name}::${column_name}")
    endforeach()
    list(JOIN fields ",\n                                             " fields)
    list(JOIN keys ", " keys)
    string(APPEND rows "/// A row of `${relation}`.
struct ${name} {
${members}  bool operator==(const ${name}&) const = default;
};

")
    string(APPEND mirrors "template <>
struct Mirror<${name}> {
  static constexpr std::string_view kRelation = \"${relation}\";
  static constexpr auto kFields = std::tuple{${fields}};
  static constexpr auto kKey = std::tuple{${keys}};
};

")
    set(rows "${rows}" PARENT_SCOPE)
    set(mirrors "${mirrors}" PARENT_SCOPE)
  endfunction()

  function(write_header name include body)
    file(WRITE ${FOLDER}/${name} "// Written by scripts/mirror_contract.cmake; do not edit.
#pragma once

#include \"${include}\"

namespace ddltrail {

${body}}  // namespace ddltrail
")
  endfunction()

  set(rows "")
  set(mirrors "")
  string(JSON count LENGTH "${contract}" relations)
  math(EXPR last "${count} - 1")
  foreach(i RANGE ${last})
    string(JSON relation MEMBER "${contract}" relations ${i})
    string(JSON row ERROR_VARIABLE has_none GET "${contract}" relations ${relation} row)
    if(NOT has_none)
      struct_name(name "${row}")
      mirror(${relation} ${name})
    endif()
  endforeach()
  write_header(contract_rows.h model/row.h "${rows}")
  write_header(contract_mirrors.h contract_rows.h "${mirrors}")
  return()
endif()

function(mirror_contract folder contract)
  add_custom_command(OUTPUT ${folder}/contract_rows.h ${folder}/contract_mirrors.h
    COMMAND ${CMAKE_COMMAND} -DFOLDER=${folder} -DCONTRACT=${contract} -P ${PROJECT_SOURCE_DIR}/scripts/mirror_contract.cmake
    DEPENDS ${contract} ${PROJECT_SOURCE_DIR}/scripts/mirror_contract.cmake VERBATIM)
endfunction()
