// SPDX-License-Identifier: MIT
#include "domain/base/csv.hpp"

#include <algorithm>

namespace baodao {

namespace {

constexpr std::string_view line_ends = "\r\n";
constexpr std::string_view field_ends = ",\r\n";

}  // namespace

bool CsvReader::at_line_end() const {
    return rest_.empty() || rest_.front() == '\r' || rest_.front() == '\n';
}

void CsvReader::skip_line_end() {
    rest_.remove_prefix(rest_.starts_with("\r\n") ? 2 : std::min<std::size_t>(1, rest_.size()));
}

CsvItem CsvReader::broken(CsvFault fault) {
    rest_.remove_prefix(std::min(rest_.find_first_of(line_ends), rest_.size()));
    skip_line_end();
    return CsvBrokenRow{row_, fault};
}

std::optional<CsvFault> CsvReader::read_quoted(std::string& field) {
    const std::string_view from_quote = rest_;
    rest_.remove_prefix(1);
    for (;;) {
        const std::size_t piece = rest_.find('"');
        if (piece == std::string_view::npos || field.size() + piece > csv_field_bytes_max) {
            // Most likely a lone quote: what it swallowed is read again as rows of their own.
            rest_ = from_quote;
            return CsvFault::open_quote;
        }
        field.append(rest_.substr(0, piece));
        rest_.remove_prefix(piece + 1);
        if (!rest_.starts_with('"')) break;
        field += '"';
        rest_.remove_prefix(1);
    }
    if (!at_line_end() && rest_.front() != ',') return CsvFault::text_after_quote;
    return std::nullopt;
}

std::optional<CsvFault> CsvReader::read_field(std::string& field) {
    if (rest_.starts_with('"')) return read_quoted(field);
    const std::size_t length = std::min(rest_.find_first_of(field_ends), rest_.size());
    if (length > csv_field_bytes_max) return CsvFault::field_too_long;
    field = rest_.substr(0, length);
    rest_.remove_prefix(length);
    return std::nullopt;
}

std::optional<CsvItem> CsvReader::next() {
    if (rest_.empty()) return std::nullopt;
    CsvRecord record{++row_, {}};
    for (;;) {
        if (record.fields.size() == csv_fields_max) return broken(CsvFault::too_many_fields);
        std::string field;
        if (const auto fault = read_field(field)) return broken(*fault);
        record.fields.push_back(std::move(field));
        if (at_line_end()) break;
        rest_.remove_prefix(1);  // the comma
    }
    skip_line_end();
    return record;
}

}  // namespace baodao
