// SPDX-License-Identifier: MIT
// From pinyin letters to characters: our own dictionary (assets/pinyin), made at build time, read only. The
// only owner of librime, which has one state for the whole program: one thread at a time.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "domain/base/result.hpp"

namespace baodao {

// What may stand for the letters typed, or for the first of them.
struct PinyinWord {
    std::string text;
    std::size_t letters = 0;  // that it stands for
    friend bool operator==(const PinyinWord&, const PinyinWord&) = default;
};

class PinyinDictionary {
  public:
    // 2 ms. not_found: the folder holds no dictionary that answers. All dictionaries of one program lie in
    // one folder.
    [[nodiscard]] static Result<PinyinDictionary> open(const std::filesystem::path& folder);
    PinyinDictionary(PinyinDictionary&&) noexcept;
    PinyinDictionary& operator=(PinyinDictionary&&) noexcept;
    ~PinyinDictionary();

    // Likeliest first; what is spelled as typed before what sounds alike. `letters` are lower case; others
    // find nothing.
    [[nodiscard]] std::vector<PinyinWord> words(std::string_view letters) const;

  private:
    struct Sessions;
    explicit PinyinDictionary(std::unique_ptr<Sessions> sessions);
    std::unique_ptr<Sessions> sessions_;
};

// Beside the programs: build/share/pinyin for what runs from build/bin.
[[nodiscard]] std::filesystem::path pinyin_folder();

}  // namespace baodao
