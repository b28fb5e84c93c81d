// SPDX-License-Identifier: MIT
// The only owner of ICU.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "domain/base/result.hpp"

namespace baodao {

// Unicode normalisation form C. `text` must be valid UTF-8.
[[nodiscard]] Result<std::string> to_nfc(std::string_view text);
[[nodiscard]] bool is_nfc(std::string_view text);

// True for what may stand in a person's name: no controls, no bidirectional overrides,
// no invisible characters that would let one name pass for another (fault 50).
[[nodiscard]] bool is_clean_text(std::string_view text);

// A file's text as UTF-8: a byte-order mark is taken off, what is not UTF-8 is read as GB18030.
[[nodiscard]] Result<std::string> decode_text_file(std::string_view bytes);

// How Chinese names are read aloud, surnames in the way of surnames: 单雄信 is shan xiong xin. Opening takes
// 0.2 s, so it is not for the screen's thread; a name takes 0.03 ms.
class NameReader {
  public:
    [[nodiscard]] static Result<NameReader> open();
    NameReader(NameReader&&) noexcept;
    NameReader& operator=(NameReader&&) noexcept;
    ~NameReader();

    // One syllable for each character, in lower-case letters without tones, and one for each word that is
    // in Latin letters already; an empty one for a character that nobody can read.
    [[nodiscard]] std::vector<std::string> syllables(std::string_view name) const;

  private:
    struct Reader;
    explicit NameReader(std::unique_ptr<Reader> reader);
    std::unique_ptr<Reader> reader_;
};

}  // namespace baodao
