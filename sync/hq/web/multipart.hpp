// SPDX-License-Identifier: MIT
// A form with a file in it (multipart/form-data, RFC 7578), as browsers send it. Read strictly and within
// bounds: whatever a browser would not send is refused as a whole.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/base/result.hpp"
#include "sync/hq/web/form.hpp"

namespace baodao::hq {

inline constexpr std::size_t multipart_parts_max = 16;
inline constexpr std::size_t multipart_head_bytes_max = 2048;   // of one part's headers
inline constexpr std::size_t multipart_field_bytes_max = 4096;  // of one text field

struct UploadedFile {
    std::string name;  // as the browser calls it; a stranger's text
    std::string bytes;
};
struct Multipart {
    Form form;                         // its text fields
    std::optional<UploadedFile> file;  // the one file; nullopt: none was chosen
};

[[nodiscard]] bool is_multipart(std::string_view content_type);
// bad_input: not a whole form, or beyond the bounds.
[[nodiscard]] Result<Multipart> read_multipart(std::string_view content_type, std::string_view body);

}  // namespace baodao::hq
