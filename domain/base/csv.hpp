// SPDX-License-Identifier: MIT
// Comma-separated values as spreadsheets write them (RFC 4180), read record by record.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace baodao {

inline constexpr std::size_t csv_field_bytes_max = 4096;
inline constexpr std::size_t csv_fields_max = 256;  // of one record

struct CsvRecord {
    std::size_t row;  // counted from 1 as a spreadsheet does: a field that holds line ends is still one row
    std::vector<std::string> fields;  // as they stand; an empty line is one empty field
};

enum class CsvFault {
    open_quote,        // the quote that begins in this row never ends, or only after csv_field_bytes_max
    text_after_quote,  // something other than a separator follows a closing quote
    field_too_long,    //
    too_many_fields,   //
};

struct CsvBrokenRow {
    std::size_t row;
    CsvFault fault;
};

using CsvItem = std::variant<CsvRecord, CsvBrokenRow>;

// Reads UTF-8 text that outlives it. Lines end with LF, CR LF or CR, mixed at will. Memory is bounded by
// one record. After a broken row it goes on with the next line.
class CsvReader {
  public:
    explicit CsvReader(std::string_view text) : rest_(text) {}
    // nullopt at the end.
    [[nodiscard]] std::optional<CsvItem> next();

  private:
    std::optional<CsvFault> read_field(std::string& field);
    std::optional<CsvFault> read_quoted(std::string& field);
    [[nodiscard]] bool at_line_end() const;
    void skip_line_end();
    CsvItem broken(CsvFault fault);

    std::string_view rest_;
    std::size_t row_ = 0;
};

}  // namespace baodao
