// SPDX-License-Identifier: MIT
// 补录, on the staff side (19): services away from the window, from a signed sheet (decision 11).
#pragma once

#include <array>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "domain/base/ids.hpp"
#include "domain/base/name_sound.hpp"
#include "domain/base/time.hpp"

namespace baodao {

// What service it was: two that have no place of their own, and the community's items.
struct EntryKind {
    std::string title;  // stands in the record: 上门服务, 河道巡护清洁
    std::string post;
    std::optional<ItemId> item;
    std::vector<SlipSerial> team;  // for 全选
};

struct EntryPerson {
    SlipSerial serial;     // registered with
    std::string name;      // in full: staff only
    NameSound sound = {};  // none: its readings are not known, it is listed whatever is typed
};

enum class EntryReason { outside, power, no_device, forgot };
inline constexpr std::array all_entry_reasons{EntryReason::outside, EntryReason::power,
                                              EntryReason::no_device, EntryReason::forgot};
[[nodiscard]] std::string_view token(EntryReason reason);

// What is filled in; kept while the staff side is locked, so it holds no name.
struct BackEntryDraft {
    std::optional<std::size_t> kind;
    LocalDate day;
    std::int64_t from_minutes = 14 * 60;  // of the day, local
    std::int64_t to_minutes = 16 * 60;
    std::optional<EntryReason> reason;
    std::vector<SlipSerial> people;
    std::int64_t sheet = 1;
};

struct BackEntryForm {
    std::vector<EntryKind> kinds;
    std::vector<EntryPerson> people;   // by name
    std::vector<std::int64_t> sheets;  // numbers used before
    LocalDate today;
    UtcOffset offset;
};

struct BackEntryPage {
    static constexpr std::string_view token = "staff_back_entry";
    std::optional<BackEntryForm> form;  // nothing: the desk has not answered yet
    BackEntryDraft draft;
    std::size_t people_page = 0;
    std::size_t kinds_page = 0;
    std::string name_keys = {};  // by initial_keys; the next tick takes them away
    bool sheet_asked = false;    // the number was used before: asked once
};
inline constexpr std::size_t entry_people_on_page = 12;
inline constexpr std::size_t entry_kinds_on_page = 4;
inline constexpr std::size_t entry_people_max = 200;
inline constexpr std::int64_t entry_step_minutes = 5;

// ---- touches
struct KindChosen {
    std::size_t kind;
};
struct DayMoved {
    int days = 0;
};
struct FromMoved {
    std::int64_t minutes = 0;
};
struct ToMoved {
    std::int64_t minutes = 0;
};
struct ReasonChosen {
    EntryReason reason;
};
struct EntryPersonTicked {
    SlipSerial serial;
};
struct EntryNameKey {
    char key = 'A';  // first letter of one of initial_keys
};
struct EntryNameErased {};
struct TeamTicked {};  // the whole team of the chosen item, or nobody of it
struct SheetMoved {
    int by = 0;
};
struct PeopleTurned {
    int by = 0;
};
struct KindsTurned {};
struct EntrySent {};     // 补录 n 人
struct SheetAgain {};    // the same number all the same
struct EntryDropped {};  // 不补了
using BackEntryTouch = std::variant<KindChosen, DayMoved, FromMoved, ToMoved, ReasonChosen, EntryPersonTicked,
                                    EntryNameKey, EntryNameErased, TeamTicked, SheetMoved, PeopleTurned,
                                    KindsTurned, EntrySent, SheetAgain, EntryDropped>;

// ---- to the desk
struct AskBackEntry {};
struct RecordEntry {
    EntryKind kind;
    UtcMillis start;
    UtcMillis end;
    EntryReason reason = EntryReason::outside;
    std::int64_t sheet = 0;
    std::vector<SlipSerial> people;
};
struct BackEntryAnswered {
    BackEntryForm form;
};
struct EntryRecorded {
    std::size_t people = 0;
};

// Whether everything is there that a record needs.
[[nodiscard]] bool is_complete(const BackEntryPage& page);
[[nodiscard]] bool sheet_was_used(const BackEntryPage& page);
[[nodiscard]] RecordEntry entry_of(const BackEntryPage& page);
// Whose names fit the keys typed, in the form's order; all of them while none is. Good while the page is.
[[nodiscard]] std::vector<const EntryPerson*> people_listed(const BackEntryPage& page);
[[nodiscard]] bool is_ticked(const BackEntryDraft& draft, SlipSerial serial);

}  // namespace baodao
