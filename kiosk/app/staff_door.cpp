// SPDX-License-Identifier: MIT
#include "kiosk/app/staff_door.hpp"

#include "domain/base/file.hpp"
#include "domain/base/text.hpp"
#include "domain/event/json.hpp"

namespace baodao {

namespace {

constexpr std::size_t staff_file_bytes_max = 16 * 1024;
constexpr std::int64_t lock_noted_every_ms = 15 * ms_per_second;

std::filesystem::path secrets_path(const std::filesystem::path& folder) {
    return folder / "staff.json";
}
std::filesystem::path tries_path(const std::filesystem::path& folder) {
    return folder / "staff-tries.json";
}

Json to_json(const PinMaterial& pin) {
    return {{"salt", to_hex(pin.salt)},
            {"hash", to_hex(pin.hash)},
            {"passes", pin.cost.passes},
            {"memory_kib", pin.cost.memory_kib}};
}

std::optional<PinMaterial> pin_from(const Json& json) {
    const auto salt = id_from_hex<Salt>(text_at(json, "salt").value_or(""));
    const auto hash = id_from_hex<Hash>(text_at(json, "hash").value_or(""));
    const auto passes = integer_at(json, "passes").value_or(0);
    const auto memory = integer_at(json, "memory_kib").value_or(0);
    if (!salt || !hash || passes < 1 || memory < 1 || passes > INT32_MAX || memory > INT32_MAX)
        return std::nullopt;
    return PinMaterial{
        *salt, {static_cast<std::uint32_t>(passes), static_cast<std::uint32_t>(memory)}, *hash};
}

}  // namespace

StaffSecrets make_staff_secrets(Random& random) {
    return {random.draw<SecretKey>(), random.draw<SecretKey>(), std::nullopt, std::nullopt};
}

namespace {

std::optional<StaffSecrets::Deputy> deputy_from(const Json& json) {
    const auto pin = pin_from(json);
    const auto first = integer_at(json, "first");
    const auto last = integer_at(json, "last");
    if (!pin || !first || !last || *first < 0 || *last < *first || *last > INT32_MAX) return std::nullopt;
    return StaffSecrets::Deputy{
        *pin, {static_cast<std::int32_t>(*first)}, {static_cast<std::int32_t>(*last)}};
}

}  // namespace

Status save_staff_secrets(const StaffSecrets& secrets, const std::filesystem::path& folder) {
    Json json{{"format", 1}, {"device", to_hex(secrets.device)}, {"town", to_hex(secrets.town)}};
    if (secrets.pin) json["pin"] = to_json(*secrets.pin);
    if (secrets.deputy) {
        json["deputy"] = to_json(secrets.deputy->pin);
        json["deputy"]["first"] = secrets.deputy->first.days;
        json["deputy"]["last"] = secrets.deputy->last.days;
    }
    return write_file_atomic(secrets_path(folder), to_compact(json) + "\n", Readers::owner_only);
}

Result<StaffSecrets> load_staff_secrets(const std::filesystem::path& folder) {
    const auto text = read_file(secrets_path(folder), staff_file_bytes_max);
    if (!text) return text.error();
    const auto json = parse_json(*text);
    const Error damaged{ErrorKind::damaged, "the staff side's secrets cannot be read",
                        secrets_path(folder).string()};
    if (!json || !json->is_object()) return damaged;
    const auto device = id_from_hex<SecretKey>(text_at(*json, "device").value_or(""));
    const auto town = id_from_hex<SecretKey>(text_at(*json, "town").value_or(""));
    if (!device || !town) return damaged;
    StaffSecrets secrets{*device, *town, std::nullopt, std::nullopt};
    if (const auto pin = json->find("pin"); pin != json->end()) {
        secrets.pin = pin_from(*pin);
        if (!secrets.pin) return damaged;
    }
    if (const auto deputy = json->find("deputy"); deputy != json->end()) {
        secrets.deputy = deputy_from(*deputy);
        if (!secrets.deputy) return damaged;
    }
    return secrets;
}

Result<StaffDoor> StaffDoor::open(std::filesystem::path folder, CommunityId community, const Clock& clock,
                                  Random& random) {
    StaffDoor door(std::move(folder), community, clock, random);
    auto secrets = load_staff_secrets(door.folder_);
    if (!secrets && secrets.error().kind == ErrorKind::not_found) {
        secrets = make_staff_secrets(random);
        if (auto saved = save_staff_secrets(*secrets, door.folder_); !saved) return saved.error();
    }
    if (!secrets) return secrets.error();
    door.secrets_ = std::move(secrets).value();
    door.tries_ = door.read_tries();
    // What is left of a lock runs on from here, on this boot's clock.
    door.tries_.lock = as_of(door.tries_.lock, clock.now());
    return door;
}

// No file: nobody tried yet. A damaged one counts as a lock that begins now.
StaffDoor::Tries StaffDoor::read_tries() const {
    const auto text = read_file(tries_path(folder_), staff_file_bytes_max);
    if (!text && text.error().kind == ErrorKind::not_found) return {};
    const Tries worst{locked_from(clock_->now()), {}};
    const auto json = text ? parse_json(*text) : Result<Json>(text.error());
    if (!json || !json->is_object()) return worst;
    const auto tries = integer_at(*json, "tries");
    const auto left = integer_at(*json, "left_ms");
    const auto read_at = integer_at(*json, "read_at");
    const auto boot = id_from_hex<BootId>(text_at(*json, "boot").value_or(""));
    if (!tries || *tries < 0 || *tries > pin_tries_max || !left || !read_at || !boot) return worst;
    return {{static_cast<int>(*tries), *left, *boot, MonoMillis{*read_at}},
            text_at(*json, "challenge").value_or("")};
}

Status StaffDoor::keep(const Tries& tries) {
    const Json json{{"tries", tries.lock.tries},
                    {"left_ms", tries.lock.left_ms},
                    {"read_at", tries.lock.read_at.value},
                    {"boot", to_hex(tries.lock.boot)},
                    {"challenge", tries.challenge}};
    auto written = write_file_atomic(tries_path(folder_), to_compact(json) + "\n", Readers::owner_only);
    if (written) tries_ = tries;
    return written;
}

bool StaffDoor::count_try() {
    return keep(Tries{counted(tries_.lock, clock_->now()), tries_.challenge}).ok();
}

Status StaffDoor::keep(StaffSecrets secrets) {
    if (auto saved = save_staff_secrets(secrets, folder_); !saved) return saved;
    secrets_ = std::move(secrets);
    return {};
}

DoorAnswer StaffDoor::try_deputy(std::string_view pin, std::optional<LocalDate> today) const {
    if (!secrets_.deputy) return DoorAnswer::wrong;
    const auto holds = pin_holds(pin, secrets_.deputy->pin, secrets_.device);
    if (!holds) return DoorAnswer::no_check;
    if (!*holds) return DoorAnswer::wrong;
    if (!today) return DoorAnswer::deputy_clock;
    const bool hers = secrets_.deputy->first <= *today && *today <= secrets_.deputy->last;
    return hers ? DoorAnswer::open_deputy : DoorAnswer::deputy_day;
}

DoorAnswer StaffDoor::try_pin(std::string_view pin, std::optional<LocalDate> today) {
    if (!secrets_.pin) return DoorAnswer::no_pin;
    if (lock_left_ms() > 0) return DoorAnswer::locked;
    if (!count_try()) return DoorAnswer::no_check;
    const auto holds = pin_holds(pin, *secrets_.pin, secrets_.device);
    if (!holds) return DoorAnswer::no_check;
    const DoorAnswer answer = *holds ? DoorAnswer::open : try_deputy(pin, today);
    const bool opens = answer == DoorAnswer::open || answer == DoorAnswer::open_deputy;
    if (opens && !keep(Tries{{}, tries_.challenge})) return DoorAnswer::no_check;
    return answer;
}

DoorAnswer StaffDoor::try_reset_code(std::string_view code) {
    if (tries_.challenge.empty()) return DoorAnswer::wrong;
    if (lock_left_ms() > 0) return DoorAnswer::locked;
    if (!count_try()) return DoorAnswer::no_check;
    const std::string right = reset_code(secrets_.town, community_, tries_.challenge);
    if (same_secret(sha256({as_bytes(right)}), sha256({as_bytes(code)}))) {
        // Used up before it opens anything.
        return keep(Tries{}) ? DoorAnswer::open : DoorAnswer::no_check;
    }
    if (lock_left_ms() > 0 && !keep(Tries{tries_.lock, {}})) return DoorAnswer::no_check;
    return DoorAnswer::wrong;
}

Status StaffDoor::set_pin(std::string_view pin) {
    if (is_digits(pin, pin_digits) && is_easy_pin(pin))
        return Error{ErrorKind::bad_input, "this PIN is too easy to guess", {}};
    auto material = make_pin(pin, secrets_.device, cost_, *random_);
    if (!material) return material.error();
    StaffSecrets changed = secrets_;
    changed.pin = std::move(material).value();
    if (auto saved = keep(std::move(changed)); !saved) return saved;
    return keep(Tries{});
}

std::optional<DeputyNotice> StaffDoor::deputy_refusal(std::string_view pin) const {
    if (!is_digits(pin, pin_digits) || is_easy_pin(pin)) return DeputyNotice::easy_pin;
    const auto own = secrets_.pin ? pin_holds(pin, *secrets_.pin, secrets_.device) : Result<bool>(false);
    return own && *own ? std::optional(DeputyNotice::same_pin) : std::nullopt;
}

Status StaffDoor::set_deputy(std::string_view pin, LocalDate first, LocalDate last) {
    auto material = make_pin(pin, secrets_.device, cost_, *random_);
    if (!material) return material.error();
    StaffSecrets changed = secrets_;
    changed.deputy = StaffSecrets::Deputy{std::move(material).value(), first, last};
    return keep(std::move(changed));
}

Status StaffDoor::end_deputy() {
    StaffSecrets changed = secrets_;
    changed.deputy.reset();
    return keep(std::move(changed));
}

Result<std::string> StaffDoor::challenge() {
    if (tries_.challenge.empty()) {
        Tries asked = tries_;
        asked.challenge = draw_challenge(*random_);
        if (auto kept = keep(asked); !kept) return kept.error();
    }
    return tries_.challenge;
}

std::int64_t StaffDoor::lock_left_ms() const {
    return lock_left(tries_.lock, clock_->now());
}

int StaffDoor::tries_left() const {
    return lock_left_ms() > 0 ? 0 : pin_tries_max - (tries_.lock.left_ms > 0 ? 0 : tries_.lock.tries);
}

void StaffDoor::tend() {
    if (tries_.lock.left_ms == 0) return;
    const ClockReading now = clock_->now();
    const bool just_noted =
        now.boot == tries_.lock.boot && now.mono - tries_.lock.read_at < lock_noted_every_ms;
    // A note that cannot be written costs waiting, nothing else.
    if (!just_noted) (void)keep(Tries{as_of(tries_.lock, now), tries_.challenge});
}

}  // namespace baodao
