// SPDX-License-Identifier: MIT
// A look at JSON without taking it apart, for texts that programs of ours wrote and that are only to be known
// as whole: several times as fast as parse_json, which decides about every text that is not plain.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace baodao {

// One object's members as they stand in the text. Their names are all different.
struct PlainObject {
    struct Member {
        std::string_view name;
        std::string_view value;  // raw: a string with its quotes
    };
    static constexpr std::size_t members_max = 24;
    std::array<Member, members_max> members;
    std::size_t count = 0;

    [[nodiscard]] std::optional<std::string_view> find(std::string_view name) const;
};

// Something: parse_json takes this text too, it is an object, and these are its members. Nothing: it is not
// plain, which says nothing about whether it is good: white space, escapes, fractions, numbers of more than
// 18 digits, more members than fit.
[[nodiscard]] std::optional<PlainObject> plain_object(std::string_view text);

}  // namespace baodao
