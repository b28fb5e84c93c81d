// SPDX-License-Identifier: MIT
#include "sync/wire/pack.hpp"

#include <zstd.h>

#include "domain/base/check.hpp"

namespace baodao {

namespace {

constexpr int level = 3;

}  // namespace

ByteVector pack(ByteSpan plain) {
    ByteVector packed(ZSTD_compressBound(plain.size()));
    const std::size_t size = ZSTD_compress(packed.data(), packed.size(), plain.data(), plain.size(), level);
    BAODAO_CHECK(ZSTD_isError(size) == 0);
    packed.resize(size);
    return packed;
}

Result<ByteVector> unpack(ByteSpan packed, std::size_t plain_max) {
    const Error bad{ErrorKind::bad_input, "a message cannot be unpacked", ""};
    const unsigned long long claimed = ZSTD_getFrameContentSize(packed.data(), packed.size());
    if (claimed == ZSTD_CONTENTSIZE_ERROR || claimed == ZSTD_CONTENTSIZE_UNKNOWN || claimed > plain_max)
        return bad;
    ByteVector plain(static_cast<std::size_t>(claimed));
    const std::size_t size = ZSTD_decompress(plain.data(), plain.size(), packed.data(), packed.size());
    if (ZSTD_isError(size) != 0 || size != plain.size()) return bad;
    return plain;
}

}  // namespace baodao
