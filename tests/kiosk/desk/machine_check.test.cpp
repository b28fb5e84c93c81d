// SPDX-License-Identifier: MIT
#include "kiosk/app/machine_check.hpp"

#include <catch2/catch.hpp>
#include <fstream>

#include "domain/paper/paper.hpp"
#include "kiosk/app/drafts.hpp"
#include "kiosk/app/office_orders.hpp"
#include "tests/support/desk_fixture.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

void run(MachineCheck& check) {
    for (int i = 0; i < 1000 && !check.done(); ++i) check.step();
    REQUIRE(check.done());
}

// The same bytes with one of them turned, in the middle of a file.
void damage(const std::filesystem::path& file) {
    std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
    stream.seekg(0, std::ios::end);
    const auto middle = stream.tellg() / 2;
    stream.seekg(middle);
    const char byte = static_cast<char>(stream.get() ^ 0x40);
    stream.seekp(middle);
    stream.put(byte);
}

}  // namespace

TEST_CASE("a healthy window's log is read through and found whole") {
    DeskFixture community;
    const auto opened = community.at("2026-03-02T08:10:00+08:00");
    MachineCheck check(*opened, community.data().string());
    CHECK(check.report().journal == JournalState::checking);
    run(check);
    const MachineReport report = check.report();
    CHECK(report.journal == JournalState::whole);
    CHECK(report.records == static_cast<std::int64_t>(opened->journal().count()));
    CHECK(report.unreported == report.records);
    CHECK(report.free_mb.value_or(0) > 0);
    CHECK(report.ballast);
    REQUIRE(report.waits_since);
    REQUIRE(report.last_event);
    CHECK(*report.waits_since <= *report.last_event);
}

TEST_CASE("a log that was damaged on the disk is found by the self-test") {
    DeskFixture community;
    (void)community.issue({"陈建国", "林晓燕"}, "2026-03-01T09:00:00+08:00");
    const auto opened = community.at("2026-03-02T08:10:00+08:00");
    for (const auto& file : std::filesystem::directory_iterator(community.data() / "mirror"))
        if (file.is_regular_file() && file.file_size() > 0) damage(file.path());
    MachineCheck check(*opened, community.data().string());
    run(check);
    CHECK(check.report().journal == JournalState::damaged);
}

TEST_CASE("the result of a self-test is an event that says each part in its own word") {
    DeskFixture community;
    const auto opened = community.at("2026-03-02T08:10:00+08:00");
    const KioskTested said{"morning", {"camera=good", "printer=printer_no_paper"}};
    REQUIRE(opened->desk().note({draft_of(said)}).ok());
    const auto last = opened->journal().last_records(1);
    REQUIRE(last.ok());
    const auto entry = entry_from(last->front());
    REQUIRE(entry);
    CHECK(entry->event.kind == "kiosk.tested");
    const auto read = body_of<KioskTested>(entry->event);
    REQUIRE(read);
    CHECK(read->occasion == "morning");
    CHECK(read->results == said.results);
}

TEST_CASE("the test page is drawn and its code reads") {
    DeskFixture community;
    const auto opened = community.at("2026-03-02T08:10:00+08:00");
    const PaperOrder order = test_page_order(*opened);
    CHECK(order.parts.empty());
    const auto pages = lay_out(order.content);
    REQUIRE(pages.ok());
    REQUIRE(pages->size() == 1);
    PdfCanvas canvas;
    const auto bitmap = canvas.bitmap(pages->front());
    REQUIRE(bitmap.ok());
    CHECK(prove_codes(pages->front(), *bitmap).ok());
}
