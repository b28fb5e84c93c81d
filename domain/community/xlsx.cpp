// SPDX-License-Identifier: MIT
#include "domain/community/xlsx.hpp"

#include <expat.h>
#include <zip.h>

#include <charconv>
#include <map>
#include <memory>
#include <optional>

namespace baodao {

namespace {

Error unreadable(std::string why) {
    return {ErrorKind::bad_input, "表格文件读不出来，请另存为“CSV UTF-8（逗号分隔）”", std::move(why)};
}

struct CloseZip {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct CloseFile {
    void operator()(zip_file_t* file) const { (void)zip_fclose(file); }
};
struct FreeParser {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};
using Archive = std::unique_ptr<zip_t, CloseZip>;

Result<Archive> open_archive(std::string_view bytes) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (source == nullptr) return unreadable("no memory");
    Archive archive(zip_open_from_source(source, ZIP_RDONLY, &error));
    if (!archive) {
        zip_source_free(source);
        return unreadable(zip_error_strerror(&error));
    }
    return archive;
}

// nullopt: there is no such part.
Result<std::optional<std::string>> read_part(const Archive& archive, const char* name) {
    const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen(archive.get(), name, 0));
    if (!file) return std::optional<std::string>();
    std::string text;
    char part[16384];
    for (zip_int64_t got = 0; (got = zip_fread(file.get(), part, sizeof part)) != 0;) {
        if (got < 0) return unreadable("damaged");
        text.append(part, static_cast<std::size_t>(got));
        if (text.size() > xlsx_unpacked_max) return unreadable("too large");
    }
    return std::optional(std::move(text));
}

using Attributes = std::map<std::string_view, std::string_view>;

// What one kind of part is read into.
class PartReader {
  public:
    virtual ~PartReader() = default;
    virtual void start(std::string_view element, const Attributes& attributes) = 0;
    virtual void text(std::string_view part) = 0;
    virtual void end(std::string_view element) = 0;
    bool too_much = false;  // reading stops
};

struct Parsing {
    PartReader& reader;
    XML_Parser parser;
};

// Prefixes of namespaces say nothing here.
std::string_view local_name(const char* name) {
    const std::string_view whole = name;
    const auto colon = whole.find(':');
    return colon == std::string_view::npos ? whole : whole.substr(colon + 1);
}

void XMLCALL on_start(void* data, const char* name, const char** pairs) {
    auto& parsing = *static_cast<Parsing*>(data);
    Attributes attributes;
    for (; *pairs != nullptr; pairs += 2) attributes[pairs[0]] = pairs[1];
    parsing.reader.start(local_name(name), attributes);
    if (parsing.reader.too_much) XML_StopParser(parsing.parser, XML_FALSE);
}
void XMLCALL on_text(void* data, const char* text, int size) {
    static_cast<Parsing*>(data)->reader.text({text, static_cast<std::size_t>(size)});
}
void XMLCALL on_end(void* data, const char* name) {
    static_cast<Parsing*>(data)->reader.end(local_name(name));
}
// A workbook declares no entities; one that does wants to grow.
void XMLCALL on_doctype(void* data, const char*, const char*, const char*, int) {
    XML_StopParser(static_cast<Parsing*>(data)->parser, XML_FALSE);
}

Status parse(const std::string& text, PartReader& reader) {
    const std::unique_ptr<XML_ParserStruct, FreeParser> parser(XML_ParserCreate("UTF-8"));
    Parsing parsing{reader, parser.get()};
    XML_SetUserData(parser.get(), &parsing);
    XML_SetElementHandler(parser.get(), on_start, on_end);
    XML_SetCharacterDataHandler(parser.get(), on_text);
    XML_SetStartDoctypeDeclHandler(parser.get(), on_doctype);
    if (XML_Parse(parser.get(), text.data(), static_cast<int>(text.size()), XML_TRUE) == XML_STATUS_OK)
        return {};
    return unreadable(reader.too_much ? "too large" : XML_ErrorString(XML_GetErrorCode(parser.get())));
}

// xl/sharedStrings.xml: texts that cells name by number. The pinyin above characters (rPh) is no text of
// theirs.
class SharedTexts final : public PartReader {
  public:
    void start(std::string_view element, const Attributes&) override {
        if (element == "si") texts.emplace_back();
        if (element == "rPh") in_reading_ = true;
        in_text_ = element == "t" && !in_reading_;
    }
    void text(std::string_view part) override {
        if (in_text_ && !texts.empty() && texts.back().size() <= csv_field_bytes_max) texts.back() += part;
    }
    void end(std::string_view element) override {
        if (element == "t") in_text_ = false;
        if (element == "rPh") in_reading_ = false;
    }
    std::vector<std::string> texts;

  private:
    bool in_text_ = false;
    bool in_reading_ = false;
};

template <class Number>
std::optional<Number> number_of(std::string_view text) {
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

// Column of "AB12", from 0.
std::optional<std::size_t> column_of(std::string_view reference) {
    std::size_t column = 0;
    for (const char c : reference) {
        if (c < 'A' || c > 'Z') break;
        column = column * 26 + static_cast<std::size_t>(c - 'A' + 1);
        if (column > xlsx_columns_max) return std::nullopt;
    }
    if (column == 0) return std::nullopt;
    return column - 1;
}

// xl/worksheets/sheet1.xml.
class Sheet final : public PartReader {
  public:
    explicit Sheet(const std::vector<std::string>& texts) : texts_(texts) {}

    void start(std::string_view element, const Attributes& attributes) override {
        const auto attribute = [&](const char* name) {
            const auto found = attributes.find(name);
            return found == attributes.end() ? std::string_view() : found->second;
        };
        if (element == "row") {
            begin_row(number_of<std::size_t>(attribute("r")).value_or(row_ + 1));
        } else if (element == "c") {
            type_ = attribute("t");
            value_.clear();
            column_ = column_of(attribute("r")).value_or(next_column_);
            const bool beyond = !attribute("r").empty() && !column_of(attribute("r"));
            too_much = too_much || beyond || column_ >= xlsx_columns_max;
        } else {
            in_value_ = element == "v" || element == "t";
        }
    }
    void text(std::string_view part) override {
        if (in_value_ && value_.size() <= csv_field_bytes_max) value_ += part;
    }
    void end(std::string_view element) override {
        if (element == "v" || element == "t") in_value_ = false;
        if (element == "c") end_cell();
    }
    std::vector<CsvRecord> rows;

  private:
    void begin_row(std::size_t number) {
        row_ = number;
        next_column_ = 0;
        if (rows.size() >= xlsx_rows_max) too_much = true;
    }
    void end_cell() {
        next_column_ = column_ + 1;
        if (type_ == "s") {
            const auto number = number_of<std::size_t>(value_);
            value_ = number && *number < texts_.size() ? texts_[*number] : std::string();
        }
        if (value_.empty() || too_much) return;
        if (rows.empty() || rows.back().row != row_) rows.push_back({row_, {}});
        auto& fields = rows.back().fields;
        if (fields.size() <= column_) fields.resize(column_ + 1);
        fields[column_] = value_;
    }

    const std::vector<std::string>& texts_;
    std::size_t row_ = 0;
    std::size_t column_ = 0;
    std::size_t next_column_ = 0;
    std::string type_;
    std::string value_;
    bool in_value_ = false;
};

}  // namespace

Result<std::vector<CsvRecord>> read_xlsx(std::string_view file_bytes) {
    const auto archive = open_archive(file_bytes);
    if (!archive) return archive.error();
    const auto texts = read_part(*archive, "xl/sharedStrings.xml");
    if (!texts) return texts.error();
    SharedTexts shared;
    if (*texts) {
        if (auto read = parse(**texts, shared); !read) return read.error();
    }
    const auto part = read_part(*archive, "xl/worksheets/sheet1.xml");
    if (!part) return part.error();
    if (!*part) return unreadable("no first sheet");
    Sheet sheet(shared.texts);
    if (auto read = parse(**part, sheet); !read) return read.error();
    return std::move(sheet.rows);
}

}  // namespace baodao
