// SPDX-License-Identifier: MIT
// 没带卡: a member without her slip finds herself by the sound of her name and four characters that only she
// knows. The screen holds masked names only; who is meant is looked up on the desk's thread.
//
// A try that did not match is told in one and the same words, whether nobody has that name or the digits
// are wrong. Five of them within ten minutes, by whomever, and the search rests for a minute; scanning never
// does.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "domain/base/ids.hpp"
#include "domain/base/time.hpp"

namespace baodao {

enum class FindTab {
    initials,  // eight keys, one for each character of the name
    pinyin,    // letters, whole or abbreviated
    code,      // the 14 characters below the QR code, which need nothing else
};
enum class FindProof {
    phone,  // last four digits of the phone on the roster
    code,   // last four characters of the short code: for who has no phone there, and for namesakes
};

inline constexpr std::size_t proof_length = 4;
inline constexpr std::size_t name_keys_max = 8;
inline constexpr std::size_t name_letters_max = 24;
inline constexpr std::size_t masked_names_max = 4;  // shown; of the others only how many

// ---- to the desk, and back
using FindTicket = Id<struct FindTicketTag, std::uint64_t>;

// Answered by PeopleAnswered.
struct AskPeople {
    FindTicket ticket;
    FindTab by = FindTab::initials;  // never code
    std::string name;                // keys by their first letters, or letters in lower case
    FindProof proof = FindProof::phone;
    std::string typed;  // up to four characters
};

struct FoundPerson {
    SlipSerial serial;  // goes on as if this slip had been scanned
    std::string name;   // in full: her digits were right
    bool registered = false;
    bool is_in = false;  // a scan would sign her out
};

enum class FindVerdict {
    open,      // something is still to be typed
    no_match,  // nobody of that name, or the digits are another's
    several,   // more than one person fits both: the short code tells them apart
    found,
};

struct PeopleAnswered {
    FindTicket ticket;
    std::size_t people = 0;           // whose names fit so far; 0 while nothing is typed
    std::vector<std::string> masked;  // 陈＊＊, the first few of them
    FindVerdict verdict = FindVerdict::open;
    std::optional<FoundPerson> found;
};

// ---- on the screen
struct FindState {
    FindTab tab = FindTab::initials;
    FindProof proof = FindProof::phone;
    std::string name;   // keys or letters, by the tab
    std::string typed;  // of the proof
    std::string code;   // on its own tab, without spaces

    FindTicket asked;    // only its answer counts
    bool tells = false;  // the question that was asked last is a try: its answer is told
    PeopleAnswered answer;
    bool told_no = false;    // 没有对上 shows
    bool silent_no = false;  // it did not match, and she is still typing
    bool counted = false;    // this try stands among the misses; more letters do not make it another one
    std::optional<FoundPerson> found;  // she is asked what she came for
    MonoMillis found_since;
};

// Outlives the person: a stranger who goes home and comes back has not started anew.
struct FindGuard {
    std::vector<MonoMillis> misses;
    MonoMillis paused_until;
};
inline constexpr std::size_t find_misses_max = 5;
inline constexpr std::int64_t find_misses_within_ms = 600'000;
inline constexpr std::int64_t find_pause_ms = 60'000;

// ---- touches
enum class FindField { name, proof, code };
struct FindKey {
    FindField field;
    char key;
};
struct FindErased {
    FindField field;
};
struct FindCleared {
    FindField field;
};
struct FindTabTouched {
    FindTab tab;
};
struct FindProofTouched {
    FindProof proof;
};
struct FindAsked {};  // 查找
enum class FoundWish { attend, record, claim };
struct FoundTouched {
    FoundWish wish;
};
using FindTouch =
    std::variant<FindKey, FindErased, FindCleared, FindTabTouched, FindProofTouched, FindAsked, FoundTouched>;

}  // namespace baodao
