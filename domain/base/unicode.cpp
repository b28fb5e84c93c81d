// SPDX-License-Identifier: MIT
#include "domain/base/unicode.hpp"

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <memory>
#include <vector>

#include "domain/base/text.hpp"

namespace baodao {

namespace {

const icu::Normalizer2* nfc() {
    UErrorCode status = U_ZERO_ERROR;
    return icu::Normalizer2::getNFCInstance(status);
}

Error not_text(std::string_view what) {
    return {ErrorKind::bad_input, "not readable as text", std::string(what)};
}

}  // namespace

Result<std::string> to_nfc(std::string_view text) {
    if (!is_utf8(text)) return not_text("invalid UTF-8");
    UErrorCode status = U_ZERO_ERROR;
    const auto source =
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    const icu::UnicodeString normal = nfc()->normalize(source, status);
    if (U_FAILURE(status) != 0) return not_text(u_errorName(status));
    std::string out;
    normal.toUTF8String(out);
    return out;
}

bool is_nfc(std::string_view text) {
    const auto normal = to_nfc(text);
    return normal.ok() && *normal == text;
}

bool is_clean_text(std::string_view text) {
    if (!is_utf8(text)) return false;
    for (const char32_t point : code_points(text)) {
        const auto category = u_charType(static_cast<UChar32>(point));
        if (category == U_CONTROL_CHAR || category == U_FORMAT_CHAR || category == U_LINE_SEPARATOR ||
            category == U_PARAGRAPH_SEPARATOR || category == U_SURROGATE) {
            return false;
        }
    }
    return true;
}

Result<std::string> decode_text_file(std::string_view bytes) {
    constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";
    if (bytes.starts_with(utf8_mark)) bytes.remove_prefix(utf8_mark.size());
    if (is_utf8(bytes)) return std::string(bytes);

    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open("gb18030", &status),
                                                                       &ucnv_close);
    if (U_FAILURE(status) != 0) return not_text(u_errorName(status));
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    std::vector<UChar> wide(bytes.size() + 1);
    const std::int32_t length =
        ucnv_toUChars(converter.get(), wide.data(), static_cast<std::int32_t>(wide.size()), bytes.data(),
                      static_cast<std::int32_t>(bytes.size()), &status);
    if (U_FAILURE(status) != 0) return not_text("neither UTF-8 nor GB18030");
    std::string out;
    icu::UnicodeString(wide.data(), length).toUTF8String(out);
    return out;
}

struct NameReader::Reader {
    std::unique_ptr<icu::Transliterator> rules;
};

NameReader::NameReader(std::unique_ptr<Reader> reader) : reader_(std::move(reader)) {}
NameReader::NameReader(NameReader&&) noexcept = default;
NameReader& NameReader::operator=(NameReader&&) noexcept = default;
NameReader::~NameReader() = default;

Result<NameReader> NameReader::open() {
    UErrorCode status = U_ZERO_ERROR;
    UParseError where;
    std::unique_ptr<icu::Transliterator> rules(icu::Transliterator::createInstance(
        "Han-Latin/Names; Latin-ASCII; Lower", UTRANS_FORWARD, where, status));
    if (U_FAILURE(status) != 0 || rules == nullptr)
        return Error{ErrorKind::unsupported, "the readings of names cannot be loaded", u_errorName(status)};
    return NameReader(std::make_unique<Reader>(Reader{std::move(rules)}));
}

std::vector<std::string> NameReader::syllables(std::string_view name) const {
    auto read =
        icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<std::int32_t>(name.size())));
    reader_->rules->transliterate(read);
    std::string text;
    read.toUTF8String(text);
    std::vector<std::string> syllables;
    bool inside = false;
    for (const char32_t point : code_points(text)) {
        const bool letter = point >= U'a' && point <= U'z';
        if (letter && !inside) syllables.emplace_back();
        if (letter) syllables.back() += static_cast<char>(point);
        inside = letter;
        if (!letter && u_isalpha(static_cast<UChar32>(point)) != 0) syllables.emplace_back();
    }
    return syllables;
}

}  // namespace baodao
