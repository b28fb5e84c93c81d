// SPDX-License-Identifier: MIT
// A kiosk without anything but its journal: appends events and prints the hash of
// each one that was confirmed, so that a test can kill it anywhere and count.
// journal_probe FOLDER COUNT; exit 3: could not open, 4: could not append.
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

#include "domain/base/text.hpp"
#include "tests/sync/store/store_scene.hpp"

using namespace baodao;

namespace {

// At once and whole, without a buffer that a kill would take along.
void print(const std::string& line) {
    const std::string text = line + "\n";
    if (::write(STDOUT_FILENO, text.data(), text.size()) < 0) std::exit(5);
}

int append_all(Journal& journal, std::uint64_t count) {
    constexpr int failures_max = 20;
    int failures = 0;
    for (std::uint64_t n = 0; n < count; ++n) {
        auto record = journal.append(test::numbered_event(n));
        if (!record) {
            std::fprintf(stderr, "append: %s\n", record.error().text().c_str());
            // As the kiosk does: opened anew, the event given up.
            if (!journal.reopen() || ++failures == failures_max) return 4;
            continue;
        }
        print(to_hex(record->hash));
        if (n % 20 == 19) (void)journal.tend();
    }
    return journal.close() ? 0 : 4;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) return 2;
    (void)::getppid();  // from here on system calls are counted
    test::StoreScene scene(argv[1]);
    scene.ballast_bytes = 64 << 10;
    auto opened = Journal::open(scene.options());
    if (!opened) {
        std::fprintf(stderr, "open: %s\n", opened.error().text().c_str());
        return 3;
    }
    return append_all(opened->journal, std::strtoull(argv[2], nullptr, 10));
}
