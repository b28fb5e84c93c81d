// SPDX-License-Identifier: MIT
// The one error value of the program. No exception crosses a folder: a throwing
// library is wrapped once, where it is owned, and speaks Result from there on.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "domain/base/check.hpp"

namespace baodao {

enum class ErrorKind {
    bad_input,    // what a person or a file gave is wrong; the message says what
    not_found,    // asked for something that isn't there
    refused,      // well understood and not allowed
    io,           // the system failed us: disk, device, permission
    full,         // no room on the disk
    damaged,      // data of ours does not pass its own checks
    busy,         // somebody else holds it (a second process, an open device)
    unsupported,  // from a newer version, or a feature that is absent here
};

struct Error {
    ErrorKind kind;
    std::string message;  // one sentence in plain words
    std::string context;  // file, row, system error: for the log and for staff

    // The sentence with its context in parentheses.
    [[nodiscard]] std::string text() const {
        return context.empty() ? message : message + " (" + context + ")";
    }
};

// Either a T or an Error. Reading the wrong one is a bug of ours, so it is checked.
template <class T>
class [[nodiscard]] Result {
  public:
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] bool ok() const { return state_.index() == 0; }
    explicit operator bool() const { return ok(); }

    T& value() & {
        BAODAO_CHECK(ok());
        return std::get<0>(state_);
    }
    const T& value() const& {
        BAODAO_CHECK(ok());
        return std::get<0>(state_);
    }
    T&& value() && {
        BAODAO_CHECK(ok());
        return std::get<0>(std::move(state_));
    }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

    [[nodiscard]] const Error& error() const {
        BAODAO_CHECK(!ok());
        return std::get<1>(state_);
    }

  private:
    std::variant<T, Error> state_;
};

template <>
class [[nodiscard]] Result<void> {
  public:
    Result() = default;
    Result(Error error) : error_(std::move(error)) {}

    [[nodiscard]] bool ok() const { return !error_.has_value(); }
    explicit operator bool() const { return ok(); }

    [[nodiscard]] const Error& error() const {
        BAODAO_CHECK(!ok());
        return *error_;
    }

  private:
    std::optional<Error> error_;
};

using Status = Result<void>;

}  // namespace baodao
