// SPDX-License-Identifier: MIT
// The worked example and the reader of sync/store/JOURNAL_FORMAT.md.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>

#include "domain/base/file.hpp"
#include "domain/base/text.hpp"
#include "sync/wire/frame.hpp"
#include "tests/sync/store/store_scene.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

const std::string format_path = BAODAO_SOURCE_DIR "/sync/store/JOURNAL_FORMAT.md";

std::string format_text() {
    const auto text = read_file(format_path, 1 << 20);
    REQUIRE(text.ok());
    return *text;
}

// The hexadecimal digits of indented lines after a heading, comments left out.
std::string digits_after(const std::string& text, const std::string& heading) {
    std::string digits;
    for (std::size_t at = text.find('\n', text.find(heading)) + 1; at < text.size();) {
        const std::size_t end = text.find('\n', at);
        const std::string line = text.substr(at, end - at);
        at = end + 1;
        if (line.starts_with("#")) break;
        if (!line.starts_with("    ")) continue;
        for (const char c : line) {
            if (c == ';') break;
            if (c != ' ') digits += c;
        }
    }
    return digits;
}

ByteVector example() {
    OriginId origin;
    for (std::size_t i = 0; i < origin.bytes.size(); ++i) origin.bytes[i] = static_cast<std::uint8_t>(i);
    const Record record = make_record({origin, {1}, {1}}, {}, R"({"a":1})");
    ByteVector bytes = encode_segment_head({origin, 1});
    const ByteVector batch = encode_batch({&record, 1}, {});
    bytes.insert(bytes.end(), batch.begin(), batch.end());
    return bytes;
}

}  // namespace

TEST_CASE("the worked example of the format is what is written") {
    CHECK(digits_after(format_text(), "## Worked example") == to_hex(example()));
}

TEST_CASE("the Python reader of the format reads a mirror") {
    if (std::system("python3 -c pass >/dev/null 2>&1") != 0) {
        WARN("SKIPPED: no python3 here");
        return;
    }
    const ScratchFolder folder;
    StoreScene scene(folder.path());
    auto opened = Journal::open(scene.options());
    REQUIRE(opened.ok());
    for (std::uint64_t n = 0; n < 20; ++n) REQUIRE(opened->journal.append(numbered_event(n)).ok());

    const std::string text = format_text();
    const std::size_t from = text.find("    import glob");
    std::ofstream script(folder.path() + "/reader.py");
    std::string line;
    for (std::size_t at = from; text.compare(at, 4, "    ") == 0;) {
        const std::size_t end = text.find('\n', at);
        script << text.substr(at + 4, end - at - 3);
        at = end + 1;
    }
    script << "found = list(records('" << folder.path() << "/mirror'))\n"
           << "assert [r[2] for r in found] == list(range(1, 21)), found\n"
           << "assert '\"n\":19' in found[-1][3]\n";
    script.close();
    CHECK(std::system(("python3 " + folder.path() + "/reader.py").c_str()) == 0);
}

TEST_CASE("every frame with a turned bit is refused, and the one after it is found") {
    const ByteVector good = example();
    std::size_t frames = 0;
    CHECK(walk_frames(good, 0, [&](const FrameView&) { ++frames; }).gaps.empty());
    CHECK(frames == 2);
    const std::size_t head = encode_segment_head({}).size();
    for (std::size_t i = 0; i < head * 8; ++i) {
        ByteVector altered = good;
        altered[i / 8] ^= static_cast<std::uint8_t>(1U << (i % 8));
        std::vector<FrameType> found;
        const auto walk =
            walk_frames(altered, 0, [&](const FrameView& frame) { found.push_back(frame.type); });
        // The three zero bytes are covered as well.
        CHECK(found == std::vector{FrameType::batch});
        REQUIRE(walk.gaps.size() == 1);
        CHECK(walk.gaps[0].to == head);
    }
}
