cmake_minimum_required(VERSION 3.25)

# Makes the string table from zh-CN.toml and en.toml:
#   cmake -D ZH=zh-CN.toml -D EN=en.toml -D OUT=folder -P text_table.cmake
# Every key must stand in both files, one line each: key = "text". The text holds no ASCII quote,
# backslash or square bracket.

function(read_strings file prefix)
  file(STRINGS ${file} lines ENCODING UTF-8)
  set(keys "")
  foreach(line IN LISTS lines)
    if(line STREQUAL "" OR line MATCHES "^#")
      continue()
    endif()
    if(NOT line MATCHES "^([a-z0-9_]+) = \"([^\"\\]*)\"$")
      message(FATAL_ERROR "${file}: not a line of the form key = \"text\": ${line}")
    endif()
    if(DEFINED ${prefix}_${CMAKE_MATCH_1})
      message(FATAL_ERROR "${file}: ${CMAKE_MATCH_1} stands there twice")
    endif()
    list(APPEND keys ${CMAKE_MATCH_1})
    set(${prefix}_${CMAKE_MATCH_1} "${CMAKE_MATCH_2}")
    set(${prefix}_${CMAKE_MATCH_1} "${CMAKE_MATCH_2}" PARENT_SCOPE)
  endforeach()
  set(${prefix}_keys ${keys} PARENT_SCOPE)
endfunction()

read_strings(${ZH} zh)
read_strings(${EN} en)
foreach(key IN LISTS en_keys)
  if(NOT key IN_LIST zh_keys)
    message(FATAL_ERROR "${key} stands in ${EN} but not in ${ZH}")
  endif()
endforeach()

set(enumerators "")
set(rows "")
foreach(key IN LISTS zh_keys)
  if(NOT key IN_LIST en_keys)
    message(FATAL_ERROR "${key} stands in ${ZH} but not in ${EN}")
  endif()
  string(APPEND enumerators "    ${key},\n")
  string(APPEND rows "    {\"${zh_${key}}\", \"${en_${key}}\"},\n")
endforeach()
list(LENGTH zh_keys count)

file(WRITE ${OUT}/text_keys.hpp
"// Made from assets/text; do not edit.
#pragma once
#include <cstddef>
namespace baodao {
enum class Text : std::size_t {
${enumerators}};
inline constexpr std::size_t text_count = ${count};
}  // namespace baodao
")
file(WRITE ${OUT}/text_rows.inc "${rows}")
