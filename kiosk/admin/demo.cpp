// SPDX-License-Identifier: MIT
// baodaoctl demo DIR: the fictional community of ./baodao demo, with slips for its members and today's
// activities around the present hour.
#include "domain/base/file.hpp"
#include "domain/event/json.hpp"
#include "domain/event/kinds_activity.hpp"
#include "kiosk/admin/command.hpp"
#include "kiosk/admin/slip_files.hpp"
#include "kiosk/app/drafts.hpp"
#include "kiosk/app/new_community.hpp"

namespace baodao::admin {

namespace {

constexpr std::string_view demo_pin = "250719";  // of the staff side, told to whoever tries the demo
constexpr std::size_t community_file_bytes_max = 1024 * 1024;

struct DemoOptions {
    std::filesystem::path folder;     // of the kiosk's data, to be made
    std::filesystem::path community;  // JSON: see assets/demo/community.json
    SlipFiles files;
};

CommunitySet settings_of(const Json& file) {
    const auto text = [&](const char* key) { return text_at(file, key).value_or(""); };
    return {text("name"),  text("short_name"),   text("town"), text("cadre"),
            text("phone"), text("window_hours"), 480};
}

ItemPublished item_of(const Json& file, Random& random) {
    ItemPublished item;
    item.item = {random.next_u64()};
    item.title = text_at(file, "title").value_or("");
    item.post = text_at(file, "post").value_or("");
    item.people = integer_at(file, "people").value_or(0);
    for (const Json& skill : file.value("skills", Json::array())) {
        if (skill.is_string()) item.skills.push_back(skill.get<std::string>());
    }
    return item;
}

Draft activity_of(const Json& file, UtcMillis now, Random& random) {
    // Plans begin on the half-hour.
    const UtcMillis hour{now.value - now.value % (30 * ms_per_minute)};
    ActivityPlanned plan;
    plan.title = text_at(file, "title").value_or("");
    plan.post = text_at(file, "post").value_or("");
    plan.place = text_at(file, "place").value_or("");
    plan.people = integer_at(file, "people").value_or(0);
    plan.start = hour + integer_at(file, "starts_in_minutes").value_or(0) * ms_per_minute;
    plan.end = plan.start + integer_at(file, "lasts_minutes").value_or(60) * ms_per_minute;
    Draft draft = draft_of(plan);
    draft.event.activity = ActivityId{random.next_u64()};
    return draft;
}

std::vector<Draft> events_of(const Json& file, UtcMillis now, Random& random) {
    std::vector<Draft> events;
    const CivilDate today = civil_from_date(local_date(now, UtcOffset{}));
    const auto month = static_cast<std::int32_t>(today.month);
    events.push_back(draft_of(PlanTheme{today.year, month, 0, text_at(file, "theme").value_or("")}));
    events.push_back(
        draft_of(PlanTheme{today.year, 0, (month + 2) / 3, text_at(file, "quarter_plan").value_or("")}));
    for (const Json& item : file.value("items", Json::array()))
        events.push_back(draft_of(item_of(item, random)));
    for (const Json& activity : file.value("activities", Json::array())) {
        events.push_back(activity_of(activity, now, random));
    }
    return events;
}

Exit demo(const DemoOptions& options) {
    const auto text = read_file(options.community, community_file_bytes_max);
    if (!text) return report(text.error());
    const auto file = parse_json(*text);
    if (!file || !file->is_object()) {
        return report({ErrorKind::bad_input, "not a community's description", options.community.string()});
    }
    if (auto made = make_community({options.folder, true, settings_of(*file), std::string(demo_pin)}); !made)
        return report(made.error());
    const auto opened = OpenedDesk::open({options.folder, std::nullopt});
    if (!opened) return report(opened.error());
    auto events = events_of(*file, (*opened)->clock().now().wall, (*opened)->random());
    if (auto noted = (*opened)->desk().note(std::move(events)); !noted) return report(noted.error());
    const auto issued = write_slip_files(**opened, options.files);
    if (!issued) return report(issued.error());
    say("干部口令 (PIN of the staff side): " + std::string(demo_pin));
    say(std::to_string(*issued) + " members with slips in " + options.files.pdf.string());
    return Exit::good;
}

}  // namespace

void add_demo(CommandLine& app) {
    auto command = app.command("demo", "Make the fictional community of the demo");
    auto options = std::make_shared<DemoOptions>();
    command.needs("DIR", &options->folder, "kiosk's data to make");
    command.needs("--community", &options->community, "JSON with its posts, items and activities");
    command.needs("--roster", &options->files.roster, "CSV of its members");
    command.needs("--out", &options->files.pdf, "PDF of their slips");
    command.needs("--texts", &options->files.texts, "TSV of their slips");
    command.runs([options] { return demo(*options); });
}

}  // namespace baodao::admin
