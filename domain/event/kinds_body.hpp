// SPDX-License-Identifier: MIT
// Typed bodies and their JSON. A body type has a `kind`; all are of schema version 1. Its
// fields stand once, in kinds_fields.hpp, used both ways.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/event/event.hpp"
#include "domain/event/kinds.hpp"

namespace baodao {

// Whom an event is about: a piece of paper, a person, or both when both are known.
struct PersonRef {
    std::optional<SlipSerial> serial;
    std::optional<MemberNumber> member;
    friend auto operator<=>(const PersonRef&, const PersonRef&) = default;
};

// Compact JSON object, keys sorted. Texts must be valid UTF-8.
template <class Body>
[[nodiscard]] std::string to_body(const Body& body);

// Error bad_input: a field is missing or of another type. Unknown fields are passed over.
template <class Body>
[[nodiscard]] Result<Body> from_body(std::string_view json);

// The body, if the event is of this kind and of a version that is understood, and reads well.
// Folds use this: what they can't read is left alone, never an error.
template <class Body>
[[nodiscard]] std::optional<Body> body_of(const Event& event) {
    if (event.kind != Body::kind || event.sv > 1) return std::nullopt;
    auto body = from_body<Body>(event.body);
    if (!body) return std::nullopt;
    return std::move(body).value();
}

}  // namespace baodao
