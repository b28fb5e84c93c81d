// SPDX-License-Identifier: MIT
#include "domain/service/paper_book.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/domain/service/story.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

const PersonRef her{chen, std::nullopt};
constexpr std::uint64_t receipt_job = 0xA1;

PaperBook book_of(const std::vector<Entry>& entries) {
    PaperBook book;
    for (const Entry& entry : entries) book.apply(entry);
    return book;
}

std::string in_words(const PaperBook& book) {
    std::string words;
    for (const PaperJob& job : book.waiting()) {
        words += std::to_string(job.job) + " copy " + std::to_string(job.last_number()) + " " +
                 job.last().why + "; ";
    }
    return words;
}

}  // namespace

TEST_CASE("a paper waits from its request until it is printed") {
    Story story;
    story.tell(Where::a, "2026-03-01 09:00", PaperRequested{receipt_job, "receipt", her, 1});
    const auto asked = book_of(story.entries).waiting();
    REQUIRE(asked.size() == 1);
    CHECK(asked[0].last().state == CopyState::asked);
    CHECK(asked[0].paper == papers::receipt);
    CHECK(asked[0].who == her);
    story.tell(Where::a, "2026-03-01 09:01", PaperPrinted{receipt_job, her, "printer", 1});
    CHECK(book_of(story.entries).waiting().empty());
}

TEST_CASE("a failed copy waits with its reason; asked for again it is on its way") {
    Story story;
    story.tell(Where::a, "2026-03-01 09:00", PaperRequested{receipt_job, "receipt", her, 1});
    story.tell(Where::a, "2026-03-01 09:01", PaperFailed{receipt_job, her, "no_paper", 1});
    CHECK(in_words(book_of(story.entries)) == "161 copy 1 no_paper; ");
    story.tell(Where::a, "2026-03-01 09:02", PaperRequested{receipt_job, "receipt", her, 1});
    CHECK(book_of(story.entries).waiting().front().last().state == CopyState::asked);
    CHECK(in_words(book_of(story.entries)) == "161 copy 1 ; ");
}

TEST_CASE("of a job with several copies the last one counts") {
    Story story;
    story.tell(Where::a, "2026-03-01 09:00", PaperRequested{receipt_job, "receipt", her, 1});
    story.tell(Where::a, "2026-03-01 09:01", PaperPrinted{receipt_job, her, "printer", 1});
    story.tell(Where::a, "2026-03-01 09:02", PaperRequested{receipt_job, "receipt", her, 2});
    CHECK(in_words(book_of(story.entries)) == "161 copy 2 ; ");
    CHECK(book_of(story.entries).job(receipt_job)->copies.size() == 2);
}

TEST_CASE("printed once is printed, whatever is said later") {
    Story story;
    story.tell(Where::a, "2026-03-01 09:00", PaperRequested{receipt_job, "receipt", her, 1});
    story.tell(Where::a, "2026-03-01 09:01", PaperPrinted{receipt_job, her, "printer", 1});
    story.tell(Where::a, "2026-03-01 09:05", PaperFailed{receipt_job, her, "lost", 1});
    CHECK(book_of(story.entries).waiting().empty());
}

TEST_CASE("papers fold alike in every order of arrival, repeats included") {
    Story story;
    story.tell(Where::a, "2026-03-01 09:00", PaperRequested{receipt_job, "receipt", her, 1});
    story.tell(Where::a, "2026-03-01 09:01", PaperFailed{receipt_job, her, "away", 1});
    story.tell(Where::a, "2026-03-01 09:02", PaperRequested{receipt_job, "receipt", her, 2});
    story.tell(Where::b, "2026-03-01 09:03", PaperRequested{0xB1, "record", her, 1});
    story.tell(Where::b, "2026-03-01 09:04", PaperPrinted{0xB1, her, "printer", 1});
    const std::string expected = in_words(book_of(story.entries));
    CHECK(expected == "161 copy 2 ; ");
    std::vector<Entry> shuffled = story.entries;
    const auto by_id = [](const Entry& a, const Entry& b) { return a.id < b.id; };
    std::sort(shuffled.begin(), shuffled.end(), by_id);
    do {
        std::vector<Entry> twice = shuffled;
        twice.insert(twice.end(), shuffled.begin(), shuffled.end());
        REQUIRE(in_words(book_of(twice)) == expected);
    } while (std::next_permutation(shuffled.begin(), shuffled.end(), by_id));
}

TEST_CASE("the first paper of a kind for a slip is found, others are not taken for it") {
    Story story;
    story.tell(Where::a, "2026-03-01 09:00", PaperRequested{5, "record", her, 1});
    story.tell(Where::a, "2026-03-01 09:01", PaperRequested{6, "receipt", her, 1});
    const PaperBook book = book_of(story.entries);
    REQUIRE(book.first_for(chen, papers::receipt).has_value());
    CHECK(book.first_for(chen, papers::receipt)->job == 6);
    CHECK_FALSE(book.first_for(SlipSerial{77}, papers::receipt).has_value());
}
