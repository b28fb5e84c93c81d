// SPDX-License-Identifier: MIT
// baodaoctl staff …: the window cadre's PIN and card, and the town's answer when a PIN was forgotten.
#include <iostream>

#include "domain/base/file.hpp"
#include "domain/base/text.hpp"
#include "domain/event/kinds_staff.hpp"
#include "domain/slip/short_code.hpp"
#include "kiosk/admin/command.hpp"
#include "kiosk/app/drafts.hpp"
#include "kiosk/app/staff_card.hpp"
#include "kiosk/app/staff_door.hpp"

namespace baodao::admin {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t key_file_bytes_max = 4096;

// What the town keeps of one window: its community's number and the shared key, on one line.
std::string key_line(CommunityId community, const SecretKey& town) {
    return std::to_string(community.value) + " " + to_hex(town);
}

struct TownKey {
    CommunityId community;
    SecretKey key;
};

Result<TownKey> read_key_file(const fs::path& file) {
    const auto text = read_file(file, key_file_bytes_max);
    if (!text) return text.error();
    const std::string_view line = trim(*text);
    const std::size_t space = line.find(' ');
    const Error unreadable{ErrorKind::bad_input, "this is no key as `baodaoctl staff reset-key` writes it",
                           file.string()};
    if (space == std::string_view::npos || space == 0 || space > 8) return unreadable;
    const std::string number(line.substr(0, space));
    const auto key = id_from_hex<SecretKey>(trim(line.substr(space)));
    if (!is_digits(number, number.size()) || !key) return unreadable;
    return TownKey{{static_cast<std::uint32_t>(std::stoul(number))}, *key};
}

Exit set_pin(const fs::path& folder, const std::string& pin) {
    auto opened = OpenedDesk::open({folder, std::nullopt});
    if (!opened) return report(opened.error());
    OpenedDesk& desk = **opened;
    auto door = StaffDoor::open(folder, desk.installation().community, desk.clock(), desk.random());
    if (!door) return report(door.error());
    if (auto set = door->set_pin(pin); !set) return report(set.error());
    if (auto noted = desk.desk().note({draft_of(StaffPinSet{"tool"})}); !noted) return report(noted.error());
    say("the PIN is set");
    return Exit::good;
}

Exit print_reset_key(const fs::path& folder) {
    const auto installation = load_installation(folder);
    if (!installation) return report(installation.error());
    const auto secrets = load_staff_secrets(folder);
    if (!secrets) return report(secrets.error());
    return put_line(key_line(installation->community, secrets->town)) ? Exit::good : Exit::refused;
}

Exit print_reset_code(const fs::path& key_file, const std::string& challenge) {
    const auto town = read_key_file(key_file);
    if (!town) return report(town.error());
    std::string digits;
    for (const char c : challenge) {
        if (c != ' ' && c != '-') digits += c;
    }
    if (!is_digits(digits, challenge_digits))
        return report({ErrorKind::bad_input, "a challenge is eight digits", challenge});
    return put_line(reset_code(town->key, town->community, digits)) ? Exit::good : Exit::refused;
}

Exit print_card(const fs::path& folder, const std::string& name, bool leader) {
    auto opened = OpenedDesk::open({folder, std::nullopt});
    if (!opened) return report(opened.error());
    OpenedDesk& desk = **opened;
    const LocalDate today = local_date(desk.desk().now(), desk.desk().community().offset());
    const Validity validity = default_validity(desk.installation().test, today);
    const auto text = leader ? issue_leader_card(name, desk.installation(), validity, desk.random())
                             : issue_staff_card(name, desk.installation(), validity, desk.random());
    if (!text) return report(text.error());
    return put_line(*text) ? Exit::good : Exit::refused;
}

struct StaffOptions {
    fs::path folder;
    fs::path key_file;
    std::string words;
    bool leader = false;
};

}  // namespace

void add_staff(CommandLine& app) {
    auto staff = app.command("staff", "The cadre's PIN and card; the town's answer to a forgotten PIN");
    const auto options = std::make_shared<StaffOptions>();

    auto pin = staff.command("pin", "Set the PIN of a kiosk that is not running");
    pin.needs("--data", &options->folder, "the kiosk's data");
    pin.needs("PIN", &options->words, "six digits, not easy to guess");
    pin.runs([options] { return set_pin(options->folder, options->words); });

    auto key = staff.command("reset-key", "Print the key that the town needs for this kiosk: a secret");
    key.needs("--data", &options->folder, "the kiosk's data");
    key.runs([options] { return print_reset_key(options->folder); });

    auto code = staff.command("reset-code", "The town's side: answer the digits read out by telephone");
    code.needs("--key", &options->key_file, "file with what reset-key printed");
    code.needs("CHALLENGE", &options->words, "the eight digits on the kiosk's screen");
    code.runs([options] { return print_reset_code(options->key_file, options->words); });

    auto card = staff.command("card", "Sign a staff card and print the text of its QR code");
    card.needs("--data", &options->folder, "the kiosk's data");
    card.takes("--name", &options->words, "whose card it is");
    card.flag("--leader", &options->leader, "a team leader's: opens the team's list at an event");
    card.runs([options] { return print_card(options->folder, options->words, options->leader); });
}

}  // namespace baodao::admin
