// SPDX-License-Identifier: MIT
// Who may come in to the staff side: the PIN, its tries, the one-time code of a forgotten PIN. Two files of
// the data folder, both for their owner only: staff.json (secrets; changes when a PIN is set) and
// staff-tries.json (changes before each check). Belongs to the desk's thread.
#pragma once

#include <filesystem>
#include <optional>

#include "domain/slip/pin.hpp"
#include "kiosk/app/deputy_page.hpp"
#include "kiosk/app/pin_lock.hpp"

namespace baodao {

// What the window keeps secret about its staff. `town` is shared with the town's side, which needs it to
// answer a challenge; `device` never leaves.
struct StaffSecrets {
    SecretKey device;
    SecretKey town;
    std::optional<PinMaterial> pin;  // nothing: never set, nobody comes in by PIN
    // The deputy's, for her days only, both included.
    struct Deputy {
        PinMaterial pin;
        LocalDate first;
        LocalDate last;
    };
    std::optional<Deputy> deputy;
};
// not_found: this data was made before staff had a side of their own.
[[nodiscard]] Result<StaffSecrets> load_staff_secrets(const std::filesystem::path& folder);
[[nodiscard]] Status save_staff_secrets(const StaffSecrets& secrets, const std::filesystem::path& folder);
[[nodiscard]] StaffSecrets make_staff_secrets(Random& random);

enum class DoorAnswer {
    open,          //
    open_deputy,   // for the deputy
    wrong,         //
    deputy_day,    // the deputy's, on a day that is not hers; counted like a wrong one
    deputy_clock,  // the deputy's, and the day is not known; likewise
    locked,        // nothing was checked
    no_pin,        // none was ever set
    no_check,      // the try could not be counted or checked: nothing is known
};

class StaffDoor {
  public:
    // Makes the secrets when there are none. `random` and `clock` outlive the door.
    [[nodiscard]] static Result<StaffDoor> open(std::filesystem::path folder, CommunityId community,
                                                const Clock& clock, Random& random);

    // Each try is on the disk before it is checked. `today` is for the deputy's PIN; nothing: the clock
    // cannot be believed.
    [[nodiscard]] DoorAnswer try_pin(std::string_view pin, std::optional<LocalDate> today = std::nullopt);
    [[nodiscard]] DoorAnswer try_reset_code(std::string_view code);
    // Sets the PIN and forgets wrong tries. bad_input: not six digits, or too easy to guess.
    [[nodiscard]] Status set_pin(std::string_view pin);
    // Why this cannot be a deputy's PIN: too easy, or the cadre's own.
    [[nodiscard]] std::optional<DeputyNotice> deputy_refusal(std::string_view pin) const;
    // One deputy at a time; a new one takes the place of the old.
    [[nodiscard]] Status set_deputy(std::string_view pin, LocalDate first, LocalDate last);
    [[nodiscard]] Status end_deputy();
    [[nodiscard]] const std::optional<StaffSecrets::Deputy>& deputy() const { return secrets_.deputy; }
    // The digits to read to the town. The same until they were answered rightly or five times wrongly.
    [[nodiscard]] Result<std::string> challenge();

    [[nodiscard]] std::int64_t lock_left_ms() const;
    [[nodiscard]] int tries_left() const;
    [[nodiscard]] int tries() const { return tries_.lock.tries; }
    [[nodiscard]] bool has_pin() const { return secrets_.pin.has_value(); }
    // Called now and then: notes how far a running lock has come.
    void tend();

    // For tests, which make thousands of tries.
    void set_cost(StretchCost cost) { cost_ = cost; }

  private:
    struct Tries {
        PinLock lock;
        std::string challenge;  // empty: none is out
    };
    StaffDoor(std::filesystem::path folder, CommunityId community, const Clock& clock, Random& random)
        : folder_(std::move(folder)), community_(community), clock_(&clock), random_(&random) {}

    // True when the try may be checked.
    [[nodiscard]] bool count_try();
    [[nodiscard]] Status keep(const Tries& tries);
    [[nodiscard]] Status keep(StaffSecrets secrets);
    [[nodiscard]] DoorAnswer try_deputy(std::string_view pin, std::optional<LocalDate> today) const;
    [[nodiscard]] Tries read_tries() const;

    std::filesystem::path folder_;
    CommunityId community_;
    const Clock* clock_;
    Random* random_;
    StaffSecrets secrets_;
    Tries tries_;
    StretchCost cost_;
};

}  // namespace baodao
