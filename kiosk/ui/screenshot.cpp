// SPDX-License-Identifier: MIT
#include "kiosk/ui/screenshot.hpp"

#include <stb_image_write.h>

namespace baodao {

Status write_png(const std::string& path, PixelSize size, const std::vector<unsigned char>& pixels) {
    if (stbi_write_png(path.c_str(), size.width, size.height, 3, pixels.data(), size.width * 3) == 0)
        return Error{ErrorKind::io, "a picture of the screen was not written", path};
    return {};
}

}  // namespace baodao
