// SPDX-License-Identifier: MIT
// Under the leak sanitizer: Cairo 1.16 loses 768 bytes for each font that it embeds, fontconfig a few hundred
// for its settings, librime a few thousand for its own start. None of it is in our hands.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() {
    return "leak:libcairo.so\nleak:libfontconfig.so\nleak:librime.so\n";
}
