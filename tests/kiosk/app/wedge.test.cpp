// SPDX-License-Identifier: MIT
#include "kiosk/app/wedge.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace baodao;

namespace {

// Types like a scanner: a key every 5 ms.
struct Typist {
    Wedge wedge;
    MonoMillis now{5'000};
    std::vector<std::string> texts;

    void press(WedgeKey key) {
        now.value += 5;
        if (auto text = wedge.key(key, now)) texts.push_back(*text);
    }
    void type(const std::string& keys) {
        for (const char key : keys) press({WedgeKey::Kind::character, key});
    }
    void end() { press({WedgeKey::Kind::end, 0}); }
    void other() { press({WedgeKey::Kind::other, 0}); }
    void pause() { now.value += Wedge::pause_ms_max + 1; }
};

// Of the right length and shape: the name has as many bytes as the two characters say.
std::string slip(int name_bytes, char filling) {
    constexpr const char* alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    std::string text = "BD1" + std::string(38, filling);
    text += alphabet[name_bytes / 32];
    text += alphabet[name_bytes % 32];
    const auto length = static_cast<std::size_t>(3 + ((93 + name_bytes) * 8 + 4) / 5);
    text.resize(length, filling);
    return text;
}

}  // namespace

TEST_CASE("a slip is complete with its last character, whatever ends it") {
    for (const int name_bytes : {0, 6, 9, 31, 32, 48}) {
        Typist typist;
        typist.type(slip(name_bytes, '7'));
        CHECK(typist.texts == std::vector<std::string>{slip(name_bytes, '7')});
        typist.end();
        CHECK(typist.texts.size() == 1);
    }
}

TEST_CASE("two scans that run together are two") {
    Typist typist;
    typist.type(slip(9, '7') + slip(6, 'K'));
    typist.end();
    CHECK(typist.texts == std::vector<std::string>{slip(9, '7'), slip(6, 'K')});
}

TEST_CASE("the prefix inside a slip does not split it") {
    std::string text = slip(9, '7');
    text.replace(80, 3, "BD1");
    Typist typist;
    typist.type(text);
    CHECK(typist.texts == std::vector<std::string>{text});
}

TEST_CASE("anything else is complete with an end key, so the desk can say it is not ours") {
    Typist typist;
    typist.type("HTTPSEXAMPLECOM");
    CHECK(typist.texts.empty());
    typist.end();
    CHECK(typist.texts == std::vector<std::string>{"HTTPSEXAMPLECOM"});
}

TEST_CASE("half a scan is dropped after a pause") {
    Typist typist;
    typist.type(slip(9, '7').substr(0, 60));
    typist.pause();
    typist.type(slip(6, 'K'));
    CHECK(typist.texts == std::vector<std::string>{slip(6, 'K')});
}

TEST_CASE("fault_041 escape and control keys are no commands and do not spoil a scan") {
    Typist typist;
    const std::string text = slip(9, '7');
    for (const char key : text) {
        typist.other();
        typist.type(std::string(1, key));
    }
    CHECK(typist.texts == std::vector<std::string>{text});
}

TEST_CASE("fault_041 a burst of ten kilobytes is noise, and the next scan is read") {
    Typist typist;
    typist.type(std::string(10 * 1024, 'A'));
    typist.end();
    CHECK(typist.texts.empty());
    typist.type(slip(9, '7'));
    CHECK(typist.texts == std::vector<std::string>{slip(9, '7')});
}

TEST_CASE("a few keys and an end key are nothing") {
    Typist typist;
    typist.type("ABC");
    typist.end();
    typist.end();
    CHECK(typist.texts.empty());
}
