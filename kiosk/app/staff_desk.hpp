// SPDX-License-Identifier: MIT
// The desk's side of the staff pages: lets people in, and answers those who are in. Lives on the desk's
// thread. Each page has a file of its own behind this; here is only who may ask what.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "kiosk/app/board_desk.hpp"
#include "kiosk/app/link_desk.hpp"
#include "kiosk/app/opened_desk.hpp"
#include "kiosk/app/print_desk.hpp"
#include "kiosk/app/staff.hpp"
#include "kiosk/app/staff_door.hpp"
#include "kiosk/app/walk_in_desk.hpp"

namespace baodao {

class StaffDesk {
  public:
    // `opened` outlives this. Error: the secrets of the staff side cannot be read or made; scanning goes on.
    [[nodiscard]] static Result<StaffDesk> open(OpenedDesk& opened, const std::filesystem::path& folder);

    // What it prints with; outlives this. Without it the page of papers is not answered.
    void use(PaperDesk& papers) { papers_ = &papers; }
    // Whom it finds by name, and where the pinyin dictionary lies; outlives this. Without it nothing is
    // typed.
    void use(FindDesk& find, std::filesystem::path dictionary) {
        find_ = &find;
        walk_in_.emplace(*opened_, find, std::move(dictionary));
    }
    // By which it speaks with headquarters; outlives this. Without it that page is not answered.
    void use(LinkDesk& link) { link_ = &link; }
    // A paper came to its end: what the page of papers shows now, for who is in.
    [[nodiscard]] std::optional<StaffAnswer> papers_changed();
    // Nothing: the question needs no answer, or nobody is in who may ask it.
    [[nodiscard]] std::optional<StaffAnswer> answer(const StaffRequest& request);
    // From elsewhere, in the log already.
    void take_in(const Entry& entry) { board_.take_in(entry); }
    // Called when idle.
    void tend() { door_.tend(); }

  private:
    // Who is in.
    struct Session {
        Actor actor;
        bool deputy = false;
    };
    StaffDesk(OpenedDesk& opened, StaffDoor door, std::filesystem::path folder)
        : opened_(&opened), folder_(std::move(folder)), door_(std::move(door)), board_(opened) {}

    struct Answering;  // one overload for each request

    [[nodiscard]] StaffAnswer admit(std::string_view how, Session session, std::string name);
    [[nodiscard]] std::optional<LocalDate> believed_today() const;
    [[nodiscard]] StaffAnswer turn_away(std::string_view how, DoorAnswer answer);
    [[nodiscard]] StaffAnswer board();
    [[nodiscard]] Result<WaitingBoard> waiting();
    [[nodiscard]] StaffAnswer sheet(PaperOrder order, bool to_stick);
    [[nodiscard]] std::optional<StaffAnswer> papers(const std::optional<Result<PaperState>>& asked);
    [[nodiscard]] Status note(Draft draft);
    // All of them or none.
    [[nodiscard]] Status note(std::vector<Draft> drafts);
    [[nodiscard]] LocalDate today() const;

    OpenedDesk* opened_;
    std::filesystem::path folder_;  // of the kiosk's data
    StaffDoor door_;
    BoardDesk board_;
    PaperDesk* papers_ = nullptr;
    FindDesk* find_ = nullptr;
    std::optional<WalkInDesk> walk_in_;
    LinkDesk* link_ = nullptr;
    std::optional<Session> session_;
    bool may_set_pin_ = false;  // a right reset code was given
    std::unique_ptr<PdfCanvas>
        canvas_;  // of sheets that are looked at; fonts are large: only while somebody is in
};

}  // namespace baodao
