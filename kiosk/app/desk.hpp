// SPDX-License-Identifier: MIT
// One scan, end to end without a screen: text → slip → person → decision → durable event → answer.
// The same desk stands behind the touch screen and behind `baodaoctl scan`. The thread that owns
// the journal owns the desk.
#pragma once

#include <map>
#include <optional>
#include <string_view>
#include <variant>

#include "domain/community/items.hpp"
#include "domain/service/decide.hpp"
#include "kiosk/app/correct.hpp"
#include "kiosk/app/effect.hpp"
#include "kiosk/app/event_lines.hpp"
#include "kiosk/app/installation.hpp"
#include "kiosk/app/numbers.hpp"
#include "kiosk/app/people.hpp"
#include "kiosk/app/slip_reading.hpp"
#include "kiosk/app/stamp.hpp"
#include "kiosk/app/views.hpp"

namespace baodao {

// Borrowed for the desk's lifetime.
struct DeskParts {
    Journal& journal;
    const Installation& installation;
    const Clock& clock;
    Random& random;
    ClockTrust trust = ClockTrust::judged;
};

class Desk {
  public:
    // Reads the community's own events, and no person's. Error: the store cannot be read.
    [[nodiscard]] static Result<Desk> open(const DeskParts& parts);

    // Never fails: what goes wrong is an outcome. What it says was recorded is durable.
    [[nodiscard]] ScanAnswer scan(const SubmitScan& request);
    // The year of the person whose slip or short code this is. Error: nobody known here holds it; the
    // message is for the log, the screen answers with scan().
    [[nodiscard]] Result<RecordView> record(const SubmitScan& request);
    [[nodiscard]] HomeView home() const;

    // Whoever is registered with this slip or short code. Errors as for record().
    [[nodiscard]] Result<KnownPerson> known(const SubmitScan& request);
    // Everything about one person, by slip serial or member number.
    [[nodiscard]] Result<LoadedPerson> load(std::uint64_t subject);
    [[nodiscard]] ActivityView activity_view(const Activity& activity) const {
        return views().activity(activity);
    }
    [[nodiscard]] ServiceView service_view(const Service& service) const { return views().service(service); }
    [[nodiscard]] const ItemBook& items() const { return items_; }

    // 申请更正: recorded as she says it; it changes no figure. Returns its line of her record.
    [[nodiscard]] Result<EventLine> dispute(const AskCorrection& asked);
    // When others came to and left an activity; empty where nobody did, or nothing could be read.
    [[nodiscard]] TeamTimes team_times(const AskTeamTimes& asked);

    // 我要参加. Does nothing when the activity is not planned here.
    [[nodiscard]] Status join(SlipSerial serial, ActivityId activity);

    // From elsewhere, and in the log already: counted from now on. Twice is as good as once.
    void take_in(const Entry& entry);
    // Headquarters' clock, as it was just heard. The first of a boot and each that is news is recorded, and
    // when what was recorded in this boot was estimated otherwise, what holds for it. Error: could not be.
    [[nodiscard]] Status hear_time(const HqObservation& heard, std::int64_t round_trip_ms);

    [[nodiscard]] const CommunityState& community() const { return community_; }
    // The best estimate of the time.
    [[nodiscard]] UtcMillis now() const { return stamp_.moment().time.estimated(); }
    [[nodiscard]] ClockDoubt clock_doubt() const { return stamp_.moment().doubt; }
    // Appends what staff or the machine record, in this order; times, community and, unless set, the machine
    // as actor are put on here. More than batch_drafts_max at once are appended in several batches.
    [[nodiscard]] Status note(std::vector<Draft> drafts);

  private:
    // A scan on its way to an answer.
    struct Visit {
        Moment moment;
        ReadSlip read;
        LoadedPerson person;
        std::string text;
        std::optional<Actor> entered_by = {};
    };

    Desk(const DeskParts& parts, std::optional<UtcMillis> last_event);

    [[nodiscard]] std::variant<ReadSlip, RefusedText> read(const SubmitScan& request, LocalDate today) const;
    [[nodiscard]] std::optional<std::string> issued_text(SlipSerial serial,
                                                         const std::vector<Record>& records) const;
    [[nodiscard]] ReadSlip typed_slip(SlipSerial serial, LocalDate today) const;
    [[nodiscard]] ScanAnswer refuse(const RefusedText& refused, const SubmitScan& request,
                                    const Moment& moment);
    [[nodiscard]] Result<DeskScan> question(const SubmitScan& request, const Visit& visit);
    [[nodiscard]] PersonState as_of_now(const Visit& visit) const;
    [[nodiscard]] Result<std::vector<Record>> append(const std::vector<EventDraft>& drafts,
                                                     const Visit& visit);
    [[nodiscard]] std::optional<SealedCard> card_for(const EventDraft& draft, const Visit& visit);
    [[nodiscard]] Status take_up(const std::vector<Record>& written, Visit& visit);
    void describe(ScanAnswer& answer, const Decision& decision, const Visit& visit,
                  const std::vector<Record>& written) const;
    [[nodiscard]] const Service* touched(const PersonState& person, const std::vector<Record>& written) const;
    [[nodiscard]] Views views() const;
    [[nodiscard]] OwnTerminal own_terminal() const;
    void take(const Entry& entry);
    void remember_time(const Entry& entry);
    [[nodiscard]] bool objection_over(const ServiceView& service, UtcMillis now) const;
    [[nodiscard]] Status reopen_if_failed();

    DeskParts parts_;
    CommunityState community_;
    ItemBook items_;
    Presence presence_;
    Stamp stamp_;
    RecentSightings recent_;
    RegistrationNumbers numbers_;
    std::map<std::size_t, MonoMillis> refused_;  // fingerprints of refused texts, and when they were noted
};

}  // namespace baodao
