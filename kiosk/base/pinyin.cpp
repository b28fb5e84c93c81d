// SPDX-License-Identifier: MIT
#include "kiosk/base/pinyin.hpp"

#include <rime_api.h>

#include <algorithm>
#include <set>

namespace baodao {

namespace {

constexpr std::size_t exact_words_max = 120;
constexpr std::size_t lenient_words_max = 40;

// librime tells versions of its structures apart by the bytes after their first field.
template <class Structure>
Structure sized() {
    Structure structure{};
    structure.data_size = static_cast<int>(sizeof structure - sizeof structure.data_size);
    return structure;
}

// Texts that librime reads for as long as the program runs.
struct Place {
    std::string folder;
    RimeTraits traits = sized<RimeTraits>();

    explicit Place(const std::filesystem::path& where) : folder(where.string()) {
        // Everything lies there already, and nothing is to be written anywhere: no log file, no upkeep.
        traits.shared_data_dir = traits.user_data_dir = folder.c_str();
        traits.prebuilt_data_dir = traits.staging_dir = folder.c_str();
        traits.app_name = "rime.baodao";
        traits.min_log_level = 3;
        traits.log_dir = "";
        rime_get_api()->setup(&traits);
        rime_get_api()->initialize(&traits);
    }
};

bool is_pinyin(std::string_view letters) {
    return std::all_of(letters.begin(), letters.end(),
                       [](char letter) { return 'a' <= letter && letter <= 'z'; });
}

void type(RimeSessionId session, const std::string& letters) {
    rime_get_api()->clear_composition(session);
    (void)rime_get_api()->simulate_key_sequence(session, letters.c_str());
}

std::vector<std::string> offered(RimeSessionId session, const std::string& letters, std::size_t most) {
    type(session, letters);
    std::vector<std::string> texts;
    RimeCandidateListIterator at{};
    if (!rime_get_api()->candidate_list_begin(session, &at)) return texts;
    while (texts.size() < most && rime_get_api()->candidate_list_next(&at))
        texts.emplace_back(at.candidate.text);
    rime_get_api()->candidate_list_end(&at);
    return texts;
}

// What it would leave of the letters is told only when it is chosen.
std::size_t letters_left(RimeSessionId session, const std::string& letters, std::size_t candidate) {
    type(session, letters);
    (void)rime_get_api()->select_candidate(session, candidate);
    auto commit = sized<RimeCommit>();
    if (rime_get_api()->get_commit(session, &commit)) {
        rime_get_api()->free_commit(&commit);
        return 0;
    }
    auto context = sized<RimeContext>();
    if (!rime_get_api()->get_context(session, &context)) return 0;
    const std::string shown = context.composition.preedit == nullptr ? "" : context.composition.preedit;
    const auto from = std::min(shown.size(), static_cast<std::size_t>(context.composition.sel_start));
    const auto left = std::count_if(shown.begin() + static_cast<std::ptrdiff_t>(from), shown.end(),
                                    [](char letter) { return 'a' <= letter && letter <= 'z'; });
    rime_get_api()->free_context(&context);
    return static_cast<std::size_t>(left);
}

}  // namespace

struct PinyinDictionary::Sessions {
    RimeSessionId exact = rime_get_api()->create_session();
    RimeSessionId lenient = rime_get_api()->create_session();

    Sessions() {
        (void)rime_get_api()->select_schema(exact, "baodao");
        (void)rime_get_api()->select_schema(lenient, "baodao_lenient");
    }
    ~Sessions() {
        (void)rime_get_api()->destroy_session(exact);
        (void)rime_get_api()->destroy_session(lenient);
    }
    Sessions(const Sessions&) = delete;
    Sessions& operator=(const Sessions&) = delete;
};

PinyinDictionary::PinyinDictionary(std::unique_ptr<Sessions> sessions) : sessions_(std::move(sessions)) {}
PinyinDictionary::PinyinDictionary(PinyinDictionary&&) noexcept = default;
PinyinDictionary& PinyinDictionary::operator=(PinyinDictionary&&) noexcept = default;
PinyinDictionary::~PinyinDictionary() = default;

Result<PinyinDictionary> PinyinDictionary::open(const std::filesystem::path& folder) {
    const Error missing{ErrorKind::not_found, "the pinyin dictionary cannot be read", folder.string()};
    std::error_code ignored;
    // librime takes a folder without tables without a word, and would then find nothing for ever.
    if (!std::filesystem::exists(folder / "baodao.table.bin", ignored)) return missing;
    static const Place place(folder);
    PinyinDictionary dictionary(std::make_unique<Sessions>());
    if (dictionary.words("guo").empty()) return missing;
    return dictionary;
}

std::vector<PinyinWord> PinyinDictionary::words(std::string_view letters) const {
    std::vector<PinyinWord> words;
    if (letters.empty() || !is_pinyin(letters)) return words;
    const std::string typed(letters);
    std::set<std::string> known;
    const auto add = [&](RimeSessionId session, std::size_t most) {
        const std::vector<std::string> texts = offered(session, typed, most);
        for (std::size_t i = 0; i < texts.size(); ++i) {
            if (!known.insert(texts[i]).second) continue;
            words.push_back({texts[i], typed.size() - letters_left(session, typed, i)});
        }
    };
    add(sessions_->exact, exact_words_max);
    add(sessions_->lenient, lenient_words_max);
    return words;
}

std::filesystem::path pinyin_folder() {
    std::error_code unknown;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", unknown);
    return program.parent_path().parent_path() / "share" / "pinyin";
}

}  // namespace baodao
