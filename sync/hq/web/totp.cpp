// SPDX-License-Identifier: MIT
#include "sync/hq/web/totp.hpp"

#include <liboath/oath.h>

#include <cstdlib>
#include <memory>

#include "domain/base/check.hpp"
#include "sync/hq/web/form.hpp"

namespace baodao::hq {

namespace {

constexpr unsigned code_digits = 6;

const char* raw(const TotpSecret& secret) {
    return reinterpret_cast<const char*>(secret.bytes.data());
}

void initialise() {
    static const int ready = oath_init();
    BAODAO_CHECK(ready == OATH_OK);
}

}  // namespace

std::int64_t totp_step(UtcMillis time) {
    return time.value / (totp_step_s * ms_per_second);
}

std::string totp_code(const TotpSecret& secret, std::int64_t step) {
    initialise();
    char code[code_digits + 1] = "";
    const int made = oath_hotp_generate(raw(secret), secret.bytes.size(), static_cast<std::uint64_t>(step),
                                        code_digits, false, OATH_HOTP_DYNAMIC_TRUNCATION, code);
    BAODAO_CHECK(made == OATH_OK);
    return code;
}

std::optional<std::int64_t> totp_matches(const TotpSecret& secret, std::string_view code, UtcMillis now) {
    std::optional<std::int64_t> found;
    const Hash given = sha256({as_bytes(code)});
    for (std::int64_t step = totp_step(now) - 1; step <= totp_step(now) + 1; ++step) {
        if (same_secret(given, sha256({as_bytes(totp_code(secret, step))}))) found = step;
    }
    return found;
}

std::string totp_address(const TotpSecret& secret, std::string_view user) {
    initialise();
    char* text = nullptr;
    std::size_t size = 0;
    BAODAO_CHECK(oath_base32_encode(raw(secret), secret.bytes.size(), &text, &size) == OATH_OK);
    const std::unique_ptr<char, decltype(&std::free)> owned(text, &std::free);
    return "otpauth://totp/Baodao:" + url_encoded(user) + "?secret=" + std::string(text, size) +
           "&issuer=Baodao&algorithm=SHA1&digits=6&period=30";
}

}  // namespace baodao::hq
