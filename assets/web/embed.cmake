cmake_minimum_required(VERSION 3.25)

# Puts the page files into the program, so that it works wherever it is copied:
#   cmake -D OUT=web_files.inc -D FILES=a.html;b.css -P embed.cmake
set(rows "")
foreach(path IN LISTS FILES)
  get_filename_component(name ${path} NAME)
  file(READ ${path} text)
  # A literal holds 64 KiB by the standard; ours stay below, and a longer one would be cut in two.
  string(APPEND rows "{\"${name}\", R\"_web_(${text})_web_\"},\n")
endforeach()
file(WRITE ${OUT} "${rows}")
