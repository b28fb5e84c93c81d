// SPDX-License-Identifier: MIT
#include "kiosk/app/new_community.hpp"

#include "domain/base/text.hpp"
#include "domain/event/json.hpp"
#include "domain/event/kinds_staff.hpp"
#include "domain/slip/base32.hpp"
#include "kiosk/app/drafts.hpp"
#include "kiosk/app/staff_door.hpp"
#include "sync/host/system_clock.hpp"

namespace baodao {

namespace {

constexpr std::string_view copy_magic = "BDCOPY1\n";
constexpr std::int64_t copy_format = 1;
constexpr std::size_t password_group = 6;

// The log is made first and the secrets last, so that a folder with secrets is complete.
Status make_log(const std::filesystem::path& folder, SystemClock& clock, SystemRandom& random) {
    SystemDisk disk;
    auto options = journal_options(folder, disk, clock, random);
    options.mode = OpenMode::create;
    auto opened = Journal::open(std::move(options));
    if (!opened) return opened.error();
    return opened->journal.close();
}

Status set_first_pin(OpenedDesk& opened, const NewCommunity& wanted) {
    auto door =
        StaffDoor::open(wanted.folder, opened.installation().community, opened.clock(), opened.random());
    if (!door) return door.error();
    if (auto set = door->set_pin(wanted.pin); !set) return set;
    return opened.desk().note({draft_of(StaffPinSet{"init"})});
}

// The folder with its log, secrets, settings and PIN, opened.
Result<std::unique_ptr<OpenedDesk>> make_window(const NewCommunity& wanted,
                                                const Installation& installation) {
    std::error_code unreadable;
    if (std::filesystem::exists(wanted.folder, unreadable) &&
        !std::filesystem::is_empty(wanted.folder, unreadable)) {
        return Error{ErrorKind::refused, "the folder is not empty", wanted.folder.string()};
    }
    SystemClock clock;
    SystemRandom random;
    if (auto made = make_log(wanted.folder, clock, random); !made) return made.error();
    if (auto saved = save_installation(installation, wanted.folder); !saved) return saved.error();
    auto opened = OpenedDesk::open({wanted.folder, std::nullopt});
    if (!opened) return opened.error();
    if (auto noted = (*opened)->desk().note({draft_of(wanted.settings)}); !noted) return noted.error();
    if (!wanted.pin.empty()) {
        if (auto set = set_first_pin(**opened, wanted); !set) return set.error();
    }
    return opened;
}

// Groups, small letters, and letters that look like digits don't matter.
SecretKey copy_key(std::string_view password) {
    std::string plain;
    for (const char typed : password) {
        const char c = typed >= 'a' && typed <= 'z' ? static_cast<char>(typed - 'a' + 'A') : typed;
        if (c == 'O') {
            plain += '0';
        } else if (c == 'I' || c == 'L') {
            plain += '1';
        } else if (base32_value(c) >= 0) {
            plain += c;
        }
    }
    return {sha256({as_bytes(copy_magic), as_bytes(plain)}).bytes};
}

std::string in_groups(const std::string& password) {
    std::string grouped;
    for (std::size_t at = 0; at < password.size(); at += password_group) {
        if (at > 0) grouped += '-';
        grouped += password.substr(at, password_group);
    }
    return grouped;
}

// What stands in a copy.
struct Copied {
    Installation installation;
    CommunitySet settings;
};

Result<Copied> open_copy(const CommunityCopy& copy) {
    if (!copy.bytes.starts_with(copy_magic)) {
        return Error{ErrorKind::bad_input, "this is no copy of a community; `baodaoctl share` makes one", {}};
    }
    const auto plain = unseal(copy_key(copy.password), as_bytes(copy.bytes).subspan(copy_magic.size()),
                              as_bytes(copy_magic));
    if (!plain) return Error{ErrorKind::refused, "another password, or a damaged file", {}};
    const auto json = parse_json({reinterpret_cast<const char*>(plain->data()), plain->size()});
    if (!json || !json->is_object() || integer_at(*json, "format") != copy_format)
        return Error{ErrorKind::unsupported, "this copy was made by a newer version", {}};
    const auto key_set = from_hex(text_at(*json, "key_set").value_or("")).value_or(ByteVector{});
    auto installation =
        installation_from({text_at(*json, "secrets").value_or(""), {key_set.begin(), key_set.end()}});
    if (!installation) return installation.error();
    auto settings = from_body<CommunitySet>(text_at(*json, "settings").value_or(""));
    if (!settings) return settings.error();
    return Copied{*std::move(installation), *std::move(settings)};
}

}  // namespace

Status make_community(const NewCommunity& wanted) {
    const SystemClock clock;
    SystemRandom random;
    const LocalDate today = local_date(clock.now().wall, {wanted.settings.utc_offset_minutes});
    const Installation installation = make_installation(wanted.test, today, random);
    const auto opened = make_window(wanted, installation);
    if (!opened) return opened.error();
    const IssuerKey& key = installation.keys.keys.front();
    return (*opened)->desk().note({draft_of(
        KeyAdded{key.id, to_hex(key.public_key), key.first_day, key.last_day, wanted.settings.name})});
}

Result<CommunityCopy> copy_community(OpenedDesk& opened) {
    const auto files = installation_files(opened.installation());
    if (!files) return files.error();
    const Json copy{
        {"format", copy_format},
        {"secrets", files->secrets},
        {"key_set", to_hex(as_bytes(files->key_set))},
        {"settings", to_body(opened.desk().community().settings())},
    };
    const auto drawn = opened.random().draw<Bytes<struct CopyPasswordTag, 15>>();
    const std::string password = encode_base32(drawn.bytes);
    const ByteVector sealed =
        seal(copy_key(password), as_bytes(to_compact(copy)), as_bytes(copy_magic), opened.random());
    std::string bytes(copy_magic);
    bytes.append(sealed.begin(), sealed.end());
    return CommunityCopy{std::move(bytes), in_groups(password)};
}

Status make_further_window(const FurtherWindow& wanted, const CommunityCopy& copy) {
    auto copied = open_copy(copy);
    if (!copied) return copied.error();
    Installation& installation = copied->installation;
    if (wanted.letter < 'A' || wanted.letter > 'Z' || wanted.letter == installation.terminal) {
        return Error{ErrorKind::bad_input,
                     std::string("a letter from A to Z, and another one than the first window's, ") +
                         installation.terminal,
                     std::string(1, wanted.letter)};
    }
    installation.terminal = wanted.letter;
    const auto opened =
        make_window({wanted.folder, installation.test, copied->settings, wanted.pin}, installation);
    if (!opened) return opened.error();
    return {};
}

}  // namespace baodao
