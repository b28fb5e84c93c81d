// SPDX-License-Identifier: MIT
#include "kiosk/ui/texture.hpp"

#define GLFW_INCLUDE_GLEXT
#include <GLFW/glfw3.h>

#include <array>
#include <cstddef>
#include <vector>

namespace baodao {

Texture::Texture(Kind kind, PixelSize size) : size_(size) {
    glGenTextures(1, &name_);
    glBindTexture(GL_TEXTURE_2D, name_);
    // Glyphs are drawn pixel for pixel, so they need no filter.
    const GLint filter = kind == Kind::coverage ? GL_NEAREST : GL_LINEAR;
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, filter);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, filter);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    using Swizzle = std::array<GLint, 4>;
    const Swizzle swizzle = kind == Kind::coverage ? Swizzle{GL_ONE, GL_ONE, GL_ONE, GL_RED}
                                                   : Swizzle{GL_RED, GL_RED, GL_RED, GL_ONE};
    glTexParameteriv(GL_TEXTURE_2D, GL_TEXTURE_SWIZZLE_RGBA, swizzle.data());
    const std::vector<std::uint8_t> zeros(static_cast<std::size_t>(size.width) *
                                          static_cast<std::size_t>(size.height));
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, size.width, size.height, 0, GL_RED, GL_UNSIGNED_BYTE, zeros.data());
}

Texture::~Texture() {
    glDeleteTextures(1, &name_);
}

void Texture::upload_rows(const std::uint8_t* picture, int y, int rows) {
    glBindTexture(GL_TEXTURE_2D, name_);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexSubImage2D(GL_TEXTURE_2D, 0, 0, y, size_.width, rows, GL_RED, GL_UNSIGNED_BYTE,
                    picture + static_cast<std::ptrdiff_t>(y) * size_.width);
}

}  // namespace baodao
