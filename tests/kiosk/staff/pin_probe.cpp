// SPDX-License-Identifier: MIT
// pin_probe FOLDER MONO TRIES: tries wrong PINs at the door in FOLDER, on a clock that stands at MONO, and
// prints a line after each one that was checked. Killed at any time by its parent.
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

#include "kiosk/app/staff_door.hpp"
#include "sync/host/system_random.hpp"

int main(int argc, char** argv) {
    using namespace baodao;
    if (argc != 4) return 2;
    SystemRandom random;
    const ManualClock clock{{{1'790'000'000'000}, {std::atoll(argv[2])}, {}}};
    auto door = StaffDoor::open(argv[1], {0xF01234}, clock, random);
    if (!door) return 3;
    (void)getppid();  // from here on calls are counted
    for (int i = 0; i < std::atoi(argv[3]); ++i) {
        const DoorAnswer answer = door->try_pin("111222");
        const char* word = answer == DoorAnswer::wrong    ? "checked\n"
                           : answer == DoorAnswer::locked ? "locked\n"
                                                          : "other\n";
        if (write(STDOUT_FILENO, word, std::string_view(word).size()) < 0) return 4;
    }
    return 0;
}
