// SPDX-License-Identifier: MIT
#include "domain/community/roster.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "domain/base/csv.hpp"
#include "domain/base/text.hpp"
#include "domain/base/unicode.hpp"
#include "domain/community/roster_field.hpp"
#include "domain/community/xlsx.hpp"

namespace baodao {

namespace {

constexpr std::size_t header_rows_max = 10;   // a title or two may stand above the header
constexpr std::size_t name_points_max = 60;   // characters, as a person counts them
constexpr std::size_t cell_points_max = 500;  // likewise

enum class Column {
    name,
    agency,
    branch,
    community,
    phone,
    skills,
    wishes,
    batch,
    opening_count,
    opening_minutes,
};

struct ColumnWord {
    std::string_view word;
    Column column;
};

constexpr ColumnWord column_words[] = {
    {"姓名", Column::name},
    {"name", Column::name},
    {"单位", Column::agency},
    {"工作单位", Column::agency},
    {"agency", Column::agency},
    {"支部", Column::branch},
    {"党支部", Column::branch},
    {"所在党支部", Column::branch},
    {"branch", Column::branch},
    {"社区", Column::community},
    {"报到社区", Column::community},
    {"community", Column::community},
    {"手机", Column::phone},
    {"手机号", Column::phone},
    {"phone", Column::phone},
    {"特长", Column::skills},
    {"skills", Column::skills},
    {"意向岗位", Column::wishes},
    {"wishes", Column::wishes},
    {"批次", Column::batch},
    {"batch", Column::batch},
    {"期初次数", Column::opening_count},
    {"opening_count", Column::opening_count},
    {"期初时长", Column::opening_minutes},
    {"opening_minutes", Column::opening_minutes},
};

std::optional<Column> column_of(std::string_view header) {
    std::string word;
    for (const char c : trim_cell(header))
        word += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    const auto* const found = std::find_if(std::begin(column_words), std::end(column_words),
                                           [&](const ColumnWord& known) { return known.word == word; });
    return found == std::end(column_words) ? std::nullopt : std::optional(found->column);
}

std::string quoted(std::string_view text) {
    return "“" + std::string(text) + "”";
}

std::string words_of(CsvFault fault) {
    switch (fault) {
        case CsvFault::open_quote:
            return "这一行有一个引号没有配对";
        case CsvFault::text_after_quote:
            return "引号后面还有文字，请检查引号";
        case CsvFault::field_too_long:
            return "有一格太长";
        case CsvFault::too_many_fields:
            return "列数太多";
    }
    BAODAO_CHECK(false && "a fault outside the list");
}

// Reads one file; used once.
class RosterReader {
  public:
    Roster read(std::string_view text) {
        CsvReader reader(text);
        while (auto item = reader.next()) {
            if (const auto* broken = std::get_if<CsvBrokenRow>(&*item)) {
                fault(broken->row, words_of(broken->fault));
            } else if (!take(std::get<CsvRecord>(std::move(*item)))) {
                break;
            }
        }
        return finish();
    }

    Roster read(std::vector<CsvRecord> records) {
        for (CsvRecord& record : records) {
            if (!take(std::move(record))) break;
        }
        return finish();
    }

  private:
    Roster finish() {
        if (!has_header_) fault(0, "没有找到表头：表头要有“姓名”和“单位”两列");
        note_namesakes();
        if (!out_.usable()) out_.rows.clear();
        return std::move(out_);
    }

    static void tell(std::vector<RosterRemark>& list, std::size_t& beyond, std::size_t row,
                     std::string text) {
        if (list.size() < roster_remarks_max) {
            list.push_back({row, std::move(text)});
        } else {
            ++beyond;
        }
    }
    void fault(std::size_t row, std::string text) {
        tell(out_.faults, out_.faults_beyond, row, std::move(text));
    }

    // False when the rest of the file is not worth reading.
    bool take(CsvRecord record) {
        if (!has_header_) {
            has_header_ = take_header(record);
            return has_header_ || record.row < header_rows_max;
        }
        if (std::all_of(record.fields.begin(), record.fields.end(),
                        [](const std::string& cell) { return trim_cell(cell).empty(); })) {
            return true;
        }
        if (out_.rows.size() == roster_rows_max) {
            fault(record.row, "人数太多，请分成几个文件");
            return false;
        }
        out_.rows.push_back(read_row(record));
        return true;
    }

    bool take_header(const CsvRecord& record) {
        const auto is_name = [](const std::string& cell) { return column_of(cell) == Column::name; };
        if (std::none_of(record.fields.begin(), record.fields.end(), is_name)) return false;
        for (const std::string& cell : record.fields) {
            const auto column = column_of(cell);
            if (column && std::find(columns_.begin(), columns_.end(), column) != columns_.end()) {
                fault(record.row, "表头里有两列" + quoted(trim_cell(cell)));
            }
            if (!column && !trim_cell(cell).empty()) out_.unknown_columns.emplace_back(trim_cell(cell));
            columns_.push_back(column);
        }
        if (std::find(columns_.begin(), columns_.end(), Column::agency) == columns_.end()) {
            fault(record.row, "表头缺少“单位”一列");
        }
        return true;
    }

    RosterRow read_row(const CsvRecord& record) {
        RosterRow row;
        row.row = record.row;
        for (std::size_t i = 0; i < record.fields.size(); ++i) {
            const std::string_view cell = trim_cell(record.fields[i]);
            if (cell.empty()) continue;
            if (i >= columns_.size()) {
                fault(row.row, "这一行比表头多出" + quoted(cell));
            } else if (columns_[i]) {
                take_cell(row, *columns_[i], cell);
            }
        }
        if (blank(record, Column::name)) fault(row.row, "缺少姓名");
        if (blank(record, Column::agency)) fault(row.row, "缺少单位");
        return row;
    }

    [[nodiscard]] bool blank(const CsvRecord& record, Column column) const {
        const auto place = std::find(columns_.begin(), columns_.end(), column) - columns_.begin();
        const auto at = static_cast<std::size_t>(place);
        return at >= record.fields.size() || trim_cell(record.fields[at]).empty();
    }

    // The cell as text to keep; empty after a fault.
    std::string text(std::size_t row, std::string_view cell, std::size_t points_max) {
        if (!is_clean_text(cell)) {
            fault(row, "有看不见的字符或换行，请重新输入这一格：" + visible(cell));
            return {};
        }
        if (code_points(cell).size() > points_max) {
            fault(row, "这一格太长：" + visible(cell));
            return {};
        }
        auto normal = to_nfc(cell);
        return normal ? *std::move(normal) : std::string();
    }

    // For showing: at most 20 characters, each hidden one as ◌.
    static std::string visible(std::string_view cell) {
        constexpr std::size_t shown_max = 20;
        std::u32string shown;
        for (const char32_t point : code_points(cell)) {
            if (shown.size() == shown_max) return to_utf8(shown) + "…";
            shown += is_clean_text(to_utf8(std::u32string(1, point))) ? point : U'◌';
        }
        return to_utf8(shown);
    }

    template <class Value>
    void keep(Value& place, std::size_t row, const auto& read, std::string_view cell, std::string_view help) {
        if (read) {
            place = *read;
        } else {
            fault(row, std::string(help) + "：" + visible(cell));
        }
    }

    void take_cell(RosterRow& row, Column column, std::string_view cell) {
        switch (column) {
            case Column::name:
                row.name = text(row.row, close_up_name(cell), name_points_max);
                return;
            case Column::agency:
                row.agency = text(row.row, cell, cell_points_max);
                return;
            case Column::branch:
                row.branch = text(row.row, cell, cell_points_max);
                return;
            case Column::community:
                row.community = text(row.row, cell, cell_points_max);
                return;
            case Column::skills:
                row.skills = split_list(text(row.row, cell, cell_points_max));
                return;
            case Column::wishes:
                row.wishes = split_list(text(row.row, cell, cell_points_max));
                return;
            case Column::phone:
                return keep(row.phone, row.row, read_phone(cell), cell,
                            "手机号只能是数字（若变成了 1.39E+10，请把这一列改为文本）");
            case Column::batch:
                return keep(row.batch, row.row, read_batch(cell), cell, "批次请写数字，如 1");
            case Column::opening_count:
                return keep(row.opening_count, row.row, read_opening_count(cell), cell, "期初次数请写数字");
            case Column::opening_minutes:
                return keep(row.opening_minutes, row.row, read_opening_minutes(cell), cell,
                            "期初时长看不懂，请写分钟数，或如 1:30、1小时30分");
        }
    }

    // Two people of one name are two people; a person entered twice would be too. Somebody must look.
    void note_namesakes() {
        std::map<std::pair<std::string_view, std::string_view>, std::size_t> named;
        std::map<std::string_view, std::size_t> called;
        for (const RosterRow& row : out_.rows) {
            const auto note = [&](const auto& first, std::string text) {
                if (first.second) return;
                tell(out_.notes, out_.notes_beyond, row.row,
                     "与第 " + std::to_string(first.first->second) + " 行" + std::move(text));
            };
            if (row.name.empty()) continue;
            note(named.try_emplace({row.name, row.agency}, row.row), "同名同单位，按两个人登记，请核对");
            if (!row.phone.empty()) note(called.try_emplace(row.phone, row.row), "手机号相同，请核对");
        }
    }

    Roster out_;
    bool has_header_ = false;
    std::vector<std::optional<Column>> columns_;  // nullopt: not one of ours
};

Roster only_fault(std::string text) {
    Roster roster;
    roster.faults.push_back({0, std::move(text)});
    return roster;
}

}  // namespace

std::string to_text(const RosterRemark& remark) {
    return remark.row == 0 ? remark.text : "第 " + std::to_string(remark.row) + " 行：" + remark.text;
}

Roster read_roster(std::string_view file_bytes) {
    if (file_bytes.size() > roster_bytes_max) return only_fault("文件太大，请分成几个文件");
    if (file_bytes.starts_with("\xFF\xFE") || file_bytes.starts_with("\xFE\xFF")) {
        return only_fault("文件是 Unicode 文本（UTF-16），请另存为“CSV UTF-8（逗号分隔）”");
    }
    if (file_bytes.starts_with("PK\x03\x04")) {
        auto rows = read_xlsx(file_bytes);
        return rows ? RosterReader().read(std::move(rows).value()) : only_fault(rows.error().message);
    }
    const auto text = decode_text_file(file_bytes);
    if (!text) return only_fault("文字编码认不出来，请另存为“CSV UTF-8（逗号分隔）”");
    return RosterReader().read(*text);
}

}  // namespace baodao
