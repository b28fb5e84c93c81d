// SPDX-License-Identifier: MIT
#include "tests/support/town_scene.hpp"

#include "domain/base/text.hpp"

namespace baodao::test {

namespace {

const SecretKey card_key{{7}};  // as HqScene enrols kiosks
constexpr AgencyId first_agency{0xF00001};

}  // namespace

TownScene::TownScene(std::string store, CommunityId of)
    : web(std::move(store)), kiosk(web.hq, of.value % 100 + 1, of), community(of), now_(moment(200, 8)) {
    CommunitySet settings;
    settings.name = "枫林社区";
    settings.short_name = "枫林";
    settings.town = "云溪镇";
    settings.contact_name = "周敏";
    write(settings);
    write(AgencyRegistered{first_agency, agency});
}

UtcMillis TownScene::moment(int days_ago, int hour, int minute) const {
    const LocalDate today = local_date(web.hq.clock.now().wall, {});
    return day_start({today.days - days_ago}, {}) + hour * ms_per_hour + minute * ms_per_minute;
}

Record TownScene::put(Event event, std::optional<UtcMillis> at, CardFields fields) {
    now_ = now_ + ms_per_minute;
    const UtcMillis time = at.value_or(now_);
    event.at = {time, {time.value - 1'700'000'000'000}, BootId{{1}}, 0, 0, Confidence::confirmed};
    std::vector<SealedCard> cards;
    if (!fields.empty()) {
        cards.push_back(seal_card(fields, card_key, kiosk.random));
        event.card = cards.back().name;
    }
    return kiosk.add(std::move(event), std::move(cards));
}

TestMember TownScene::member(const std::string& name, const std::string& branch, bool registers) {
    ++members_;
    const TestMember made{{kiosk.random.next_u64()}, {kiosk.random.next_u64()}};
    write(MemberListed{{made.serial, made.number}, first_agency, local_date(moment(190, 9), {})}, {}, {},
          {{"name", name}, {"branch", branch}, {"agency", agency}});
    write(SlipIssued{made.serial, made.number, first_agency, {1}, members_, 2026});
    if (registers) {
        std::string digits = std::to_string(members_);
        digits.insert(0, 4 - digits.size(), '0');
        write(MemberRegistered{made.serial, made.number, "枫林A-" + digits, first_agency, 0, ""},
              moment(180, 9));
    }
    return made;
}

void TownScene::serve(const TestMember& who, int days_ago, int hour, int minutes,
                      std::optional<ActivityId> activity) {
    const UtcMillis start = moment(days_ago, hour);
    write(AttendanceIn{who.serial, ""}, start, activity);
    write(AttendanceOut{who.serial, "", false}, start + minutes * ms_per_minute, activity);
}

void TownScene::send() {
    BAODAO_CHECK(kiosk.run_until_rest());
}

std::string TownScene::digest() {
    return to_hex(web.hq.with<Hash>([](sql::Session& session) { return hq::projections_digest(session); }));
}

}  // namespace baodao::test
