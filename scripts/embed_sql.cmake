# embed_sql(HEADER NAMESPACE VARIABLE FILE...): at build time, writes HEADER with
#   namespace NAMESPACE { struct SqlFile { std::string_view name, text; }; inline constexpr SqlFile VARIABLE[] = {...}; }
# where name is the file's base name without `.sql`. Run as a script (cmake -P) it does the writing.
if(CMAKE_SCRIPT_MODE_FILE)
  set(body "")
  string(REPLACE "|" ";" files "${FILES}")
  foreach(file IN LISTS files)
    get_filename_component(name ${file} NAME_WE)
    file(READ ${file} text)
    string(APPEND body "    {\"${name}\", R\"sql(${text})sql\"},\n")
  endforeach()
  file(WRITE ${HEADER} "// Written by scripts/embed_sql.cmake; do not edit.\n#pragma once\n#include <string_view>\n\nnamespace ${NAMESPACE} {\nstruct SqlFile {\n  std::string_view name;\n  std::string_view text;\n};\ninline constexpr SqlFile ${VARIABLE}[] = {\n${body}};\n}  // namespace ${NAMESPACE}\n")
  return()
endif()

function(embed_sql header namespace variable)
  string(REPLACE ";" "|" files "${ARGN}")
  add_custom_command(OUTPUT ${header}
    COMMAND ${CMAKE_COMMAND} -DHEADER=${header} -DNAMESPACE=${namespace} -DVARIABLE=${variable}
            "-DFILES=${files}" -P ${PROJECT_SOURCE_DIR}/scripts/embed_sql.cmake
    DEPENDS ${ARGN} ${PROJECT_SOURCE_DIR}/scripts/embed_sql.cmake VERBATIM)
endfunction()
