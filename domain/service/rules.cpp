// SPDX-License-Identifier: MIT
#include "domain/service/rules.hpp"

#include <algorithm>
#include <tuple>

#include "domain/base/check.hpp"

namespace baodao {

namespace {

const RuleWord& word_of(Rule rule) {
    const auto found = std::find_if(rule_words.begin(), rule_words.end(),
                                    [&](const RuleWord& word) { return word.rule == rule; });
    BAODAO_CHECK(found != rule_words.end());
    return *found;
}

}  // namespace

std::int64_t Rules::value(Rule rule, LocalDate day) const {
    const auto after = set_.upper_bound({rule, day});
    if (after == set_.begin()) return word_of(rule).standard;
    const auto& [key, entry] = *std::prev(after);
    return key.first == rule ? entry.value : word_of(rule).standard;
}

void Rules::apply(const EventId& id, const Event& event, const RuleSet& set) {
    const auto word = std::find_if(rule_words.begin(), rule_words.end(),
                                   [&](const RuleWord& candidate) { return candidate.name == set.rule; });
    if (word == rule_words.end() || set.value < word->least || set.value > word->most) return;
    const Entry entry{set.value, event.at.estimated(), id};
    const auto [place, fresh] = set_.try_emplace({word->rule, set.from}, entry);
    const Entry& held = place->second;
    if (!fresh && std::tie(held.written, held.id) < std::tie(entry.written, entry.id)) place->second = entry;
}

}  // namespace baodao
