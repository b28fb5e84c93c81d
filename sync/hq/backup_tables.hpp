// SPDX-License-Identifier: MIT
// Which tables of headquarters hold what cannot be derived, in the order in which they are copied.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace baodao::hq {

struct BackupTable {
    std::string_view name;
    std::string_view columns;  // the primary key first
    std::string_view kinds;    // of each column: i a whole number, t a text, b bytes
    int key_columns = 1;

    [[nodiscard]] std::string into() const;
    // So many rows (?) in the order of the key; from the beginning, or after the key of the last row (?…).
    [[nodiscard]] std::string first_page() const;
    [[nodiscard]] std::string later_page() const;
};

[[nodiscard]] std::span<const BackupTable> backup_tables();
// Null: none of ours.
[[nodiscard]] const BackupTable* find_backup_table(std::string_view name);

}  // namespace baodao::hq
