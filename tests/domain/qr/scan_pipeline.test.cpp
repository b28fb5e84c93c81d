// SPDX-License-Identifier: MIT
#include "domain/qr/scan_pipeline.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "domain/base/random.hpp"
#include "domain/qr/scan_passes.hpp"
#include "tests/domain/qr/drawn.hpp"

namespace baodao {
namespace {

using test::drawn;
using test::on_paper;
using test::slip_text;
using Texts = std::vector<std::string>;

GreyImage noise(int width, int height, std::uint64_t seed) {
    GreyImage image(width, height);
    SeededRandom random(seed);
    for (int y = 0; y < height; ++y) random.fill({image.row(y), static_cast<std::size_t>(width)});
    return image;
}

GreyImage mirrored(GreyView picture) {
    GreyImage image(picture);
    for (int y = 0; y < image.height(); ++y) std::reverse(image.row(y), image.row(y) + image.width());
    return image;
}

GreyImage inverted(GreyView picture) {
    GreyImage image(picture);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            image.at(x, y) = static_cast<std::uint8_t>(255 - image.at(x, y));
    }
    return image;
}

// Twenty frames of the same scene, each with fresh noise.
ScanResult held(GreyView scene, int frames = 20) {
    ScanPipeline pipeline;
    ScanResult result;
    for (int i = 0; i < frames && result.texts.empty(); ++i) {
        GreyImage frame(scene);
        SeededRandom random(static_cast<std::uint64_t>(i));
        for (int y = 0; y < frame.height(); y += 2) {
            frame.at(static_cast<int>(random.below(static_cast<std::uint64_t>(frame.width()))), y) ^= 8U;
        }
        result = pipeline.scan(frame);
    }
    return result;
}

TEST_CASE("a drawn slip is read on the first frame, with the place of its corners") {
    ScanPipeline pipeline;
    const ScanResult result = pipeline.scan(on_paper(drawn(slip_text)));
    CHECK(result.texts == Texts{slip_text});
    CHECK(result.coaching == ScanCoaching::ok);
    REQUIRE(result.corners);
    const double left = (1280 - 53 * 4) / 2.0 + 16;
    const double top = (720 - 53 * 4) / 2.0 + 16;
    CHECK(std::abs((*result.corners)[0].x - left) < 4);
    CHECK(std::abs((*result.corners)[0].y - top) < 4);
    CHECK(std::abs((*result.corners)[2].x - (left + 180)) < 4);
    CHECK(std::abs((*result.corners)[2].y - (top + 180)) < 4);
}

TEST_CASE("a picture that stays the same gives the same answer, and one that changes a new one") {
    ScanPipeline pipeline;
    const GreyImage slip = on_paper(drawn(slip_text));
    CHECK(pipeline.scan(slip).texts == Texts{slip_text});
    CHECK(pipeline.scan(slip).texts == Texts{slip_text});
    CHECK(pipeline.scan(GreyImage(1280, 720, 235)).texts.empty());
    CHECK(pipeline.scan(slip).texts == Texts{slip_text});
}

TEST_CASE("fault_039_two_codes_in_view_are_both_reported_so_that_the_screen_can_ask") {
    const std::string other = "BD1" + std::string(163, 'Z');
    for (const int gap : {20, 400}) {
        GreyImage scene(1280, 720, 235);
        test::lay(scene, drawn(slip_text), 100, 200);
        test::lay(scene, drawn(other), 100 + 212 + gap, 260);
        Texts live = held(scene).texts;
        Texts whole = read_picture(scene).texts;
        std::sort(live.begin(), live.end());
        std::sort(whole.begin(), whole.end());
        CHECK(live == Texts{slip_text, other});
        CHECK(whole == Texts{slip_text, other});
    }
}

TEST_CASE("the same code twice is one text") {
    GreyImage scene(1280, 720, 235);
    test::lay(scene, drawn(slip_text), 100, 200);
    test::lay(scene, drawn(slip_text), 700, 260);
    CHECK(held(scene).texts == Texts{slip_text});
}

TEST_CASE("two passes that disagree about one place leave nothing") {
    PassOutcome outcome;
    const std::array<PixelPoint, 4> place{{{10, 10}, {90, 10}, {90, 90}, {10, 90}}};
    add_code({"A", place}, outcome);
    add_code({"B", place}, outcome);
    CHECK(outcome.codes.empty());
    add_code({"A", place}, outcome);
    CHECK(outcome.codes.empty());
    add_code({"A", {{{210, 10}, {290, 10}, {290, 90}, {210, 90}}}}, outcome);
    CHECK(outcome.codes.size() == 1);
}

TEST_CASE("fault_039_blank_noisy_and_tiny_pictures_give_no_text_and_no_crash") {
    for (const int size : {0, 1, 2, 3, 7, 16, 20, 21, 22, 33, 100}) {
        CHECK(read_picture(GreyImage(size, size, 200)).texts.empty());
        CHECK(read_picture(GreyImage(size, 2 * size + 1, 0)).texts.empty());
        ScanPipeline pipeline;
        for (std::uint64_t shot = 0; shot < 10; ++shot)
            CHECK(pipeline.scan(noise(size, size + 3, shot)).texts.empty());
    }
    CHECK(read_picture(noise(900, 700, 5)).texts.empty());
    CHECK(held(noise(640, 480, 6)).texts.empty());
}

TEST_CASE("fault_039_a_picture_of_8000_by_8000_is_read_at_a_smaller_size") {
    GreyImage scene(8'000, 8'000, 230);
    test::lay(scene, drawn(slip_text, 20), 3'000, 5'000);
    const ScanResult result = read_picture(scene);
    CHECK(result.texts == Texts{slip_text});
    REQUIRE(result.corners);
    CHECK(std::abs((*result.corners)[0].x - 3'080) < 40);
    CHECK(read_picture(GreyImage(8'000, 8'000, 128)).texts.empty());
}

TEST_CASE("fault_039_mirrored_and_inverted_codes_are_read_right_or_not_at_all") {
    const GreyImage code = drawn(slip_text);
    for (const GreyImage& picture :
         {mirrored(on_paper(code)), on_paper(inverted(code)), inverted(on_paper(code))}) {
        for (const std::string& text : read_picture(picture).texts) CHECK(text == slip_text);
    }
    CHECK(read_picture(mirrored(on_paper(code))).texts == Texts{slip_text});
}

TEST_CASE("fault_039_character_sets_are_told_right_or_nothing_is") {
    CHECK(read_picture(on_paper(draw_qr(test::stored_symbol("utf8_eci"), 5))).texts == Texts{"报到"});
    CHECK(read_picture(on_paper(draw_qr(test::stored_symbol("gbk_eci"), 5))).texts == Texts{"报到双"});
    CHECK(read_picture(on_paper(draw_qr(test::stored_symbol("gbk_bytes"), 5))).texts.empty());
}

TEST_CASE("fault_039_a_part_of_a_structured_append_message_is_not_a_text") {
    for (const char* name : {"appended_1", "appended_2"}) {
        CHECK(read_picture(on_paper(draw_qr(test::stored_symbol(name), 6))).texts.empty());
        CHECK(held(on_paper(draw_qr(test::stored_symbol(name), 6))).texts.empty());
    }
}

TEST_CASE("fault_039_a_micro_code_is_not_a_slip") {
    CHECK(read_picture(on_paper(draw_qr(test::stored_symbol("micro"), 8))).texts.empty());
}

TEST_CASE("fault_040_the_longest_code_there_is_is_read_whole_or_not_at_all") {
    const ScanResult result = read_picture(draw_qr(test::stored_symbol("longest"), 4));
    REQUIRE(result.texts.size() == 1);
    CHECK(result.texts.front().size() == 4'296);
}

TEST_CASE("rows that lie apart in memory are read like rows that touch") {
    const GreyImage scene = on_paper(drawn(slip_text));
    const GreyView part = scene.view().crop({300, 100, 700, 560});
    CHECK(part.stride() != part.width());
    CHECK(read_picture(part).texts == Texts{slip_text});
}

TEST_CASE("an empty scene in the dark is told from one in the light") {
    CHECK(held(GreyImage(1280, 720, 12)).coaching == ScanCoaching::dark);
    CHECK(held(GreyImage(1280, 720, 190)).coaching == ScanCoaching::ok);
}

}  // namespace
}  // namespace baodao
