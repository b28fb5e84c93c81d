// SPDX-License-Identifier: MIT
#include "sync/hq/passes.hpp"

#include "domain/base/text.hpp"
#include "domain/slip/byte_io.hpp"

namespace baodao::hq {

namespace {

constexpr std::size_t until_digits = 16;

Hash seal_of(PassUse use, const OriginId& origin, UtcMillis until, const SecretKey& secret) {
    ByteWriter what;
    what.put(as_bytes(std::string_view("BDPASS1\0", 8)));
    what.put(static_cast<std::uint64_t>(use), 1);
    what.put(origin.bytes);
    what.put(static_cast<std::uint64_t>(until.value), 8);
    return keyed_hash(secret, {what.bytes()});
}

}  // namespace

std::string make_pass(PassUse use, const OriginId& origin, UtcMillis until, const SecretKey& secret) {
    return to_hex64(static_cast<std::uint64_t>(until.value)) + to_hex(seal_of(use, origin, until, secret));
}

bool pass_holds(PassUse use, const std::string& pass, const OriginId& origin, UtcMillis now,
                const SecretKey& secret) {
    if (pass.size() < until_digits) return false;
    const auto until = from_hex64(std::string_view(pass).substr(0, until_digits));
    const auto seal = id_from_hex<Hash>(std::string_view(pass).substr(until_digits));
    if (!until || !seal) return false;
    const UtcMillis end{static_cast<std::int64_t>(*until)};
    return same_secret(*seal, seal_of(use, origin, end, secret)) && now <= end;
}

}  // namespace baodao::hq
