// SPDX-License-Identifier: MIT
#include "domain/qr/symbol_repair.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "domain/qr/reed_solomon.hpp"

namespace baodao {
namespace {

constexpr std::size_t erasure_step = 2;
constexpr std::size_t spare_with_erasures = 4;  // bytes: a wrong word passes once in 2³² tries

struct Format {
    QrLevel level = QrLevel::medium;
    int mask = 0;
    unsigned word = 0;
};

// The word that agrees best with both copies.
Format likeliest_format(const ModuleEvidence& evidence) {
    const auto places = format_places(evidence.side());
    Format best;
    float best_sum = -1e9F;
    for (const QrLevel level : {QrLevel::medium, QrLevel::quartile}) {
        for (int mask = 0; mask < 8; ++mask) {
            const unsigned word = format_word(level, mask);
            float sum = 0;
            for (const auto& copy : places) {
                for (std::size_t i = 0; i < copy.size(); ++i) {
                    const float value = std::clamp(evidence.at(copy[i].x, copy[i].y), -1.0F, 1.0F);
                    sum += (word >> (14 - i) & 1U) != 0 ? value : -value;
                }
            }
            if (sum > best_sum) {
                best_sum = sum;
                best = {level, mask, word};
            }
        }
    }
    return best;
}

struct Block {
    std::vector<std::uint8_t> bytes;
    std::vector<float> doubt;  // higher is worse
    bool passed = false;
};

std::vector<Block> read_blocks(const QrLayout& layout, const BlockPlan& plan, int mask,
                               const ModuleEvidence& evidence) {
    std::vector<Block> blocks(plan.sizes.size());
    for (std::size_t b = 0; b < blocks.size(); ++b) {
        blocks[b].bytes.assign(plan.sizes[b], 0);
        blocks[b].doubt.assign(plan.sizes[b], 0);
    }
    for (std::size_t i = 0; i < plan.codewords.size(); ++i) {
        unsigned byte = 0;
        float doubt = 0;
        for (std::size_t bit = 0; bit < 8; ++bit) {
            const ModulePlace place = layout.data_order()[8 * i + bit];
            const float value = evidence.at(place.x, place.y);
            const bool one = (value > 0) != mask_flips(mask, place.x, place.y);
            byte = byte << 1U | (one ? 1U : 0U);
            doubt += std::exp(-4 * std::abs(value));  // about the number of wrong bits
        }
        const CodewordPlace at = plan.codewords[i];
        blocks[at.block].bytes[at.position] = static_cast<std::uint8_t>(byte);
        blocks[at.block].doubt[at.position] = doubt;
    }
    return blocks;
}

void repair_block(Block& block, std::size_t check) {
    if (repair_word(block.bytes, check, {}, 0)) {
        block.passed = true;
        return;
    }
    std::vector<std::size_t> by_doubt(block.bytes.size());
    std::iota(by_doubt.begin(), by_doubt.end(), 0);
    std::stable_sort(by_doubt.begin(), by_doubt.end(),
                     [&](std::size_t a, std::size_t b) { return block.doubt[a] > block.doubt[b]; });
    for (std::size_t erased = erasure_step; erased + spare_with_erasures <= check; erased += erasure_step) {
        const std::span<const std::size_t> worst(by_doubt.data(), erased);
        if (repair_word(block.bytes, check, worst, spare_with_erasures)) {
            block.passed = true;
            return;
        }
    }
}

void write_known(const QrLayout& layout, const BlockPlan& plan, const std::vector<Block>& blocks,
                 const Format& format, ModuleEvidence& known) {
    for (std::size_t i = 0; i < plan.codewords.size(); ++i) {
        const CodewordPlace at = plan.codewords[i];
        if (!blocks[at.block].passed) continue;
        for (std::size_t bit = 0; bit < 8; ++bit) {
            const ModulePlace place = layout.data_order()[8 * i + bit];
            const bool one = (blocks[at.block].bytes[at.position] >> (7 - bit) & 1) != 0;
            known.at(place.x, place.y) = one != mask_flips(format.mask, place.x, place.y) ? 1.0F : -1.0F;
        }
    }
    const bool any = std::any_of(blocks.begin(), blocks.end(), [](const Block& b) { return b.passed; });
    if (!any) return;
    for (const auto& copy : format_places(layout.side())) {
        for (std::size_t i = 0; i < copy.size(); ++i) {
            known.at(copy[i].x, copy[i].y) = (format.word >> (14 - i) & 1U) != 0 ? 1.0F : -1.0F;
        }
    }
}

}  // namespace

RepairedSymbol repair_symbol(const QrLayout& layout, const ModuleEvidence& evidence) {
    const Format format = likeliest_format(evidence);
    const BlockPlan plan = block_plan(layout, format.level);
    std::vector<Block> blocks = read_blocks(layout, plan, format.mask, evidence);
    for (Block& block : blocks) repair_block(block, plan.check);

    RepairedSymbol result{std::all_of(blocks.begin(), blocks.end(), [](const Block& b) { return b.passed; }),
                          {},
                          fixed_patterns(layout)};
    write_known(layout, plan, blocks, format, result.known);
    if (!result.complete) return result;
    result.symbol.side = layout.side();
    for (int y = 0; y < layout.side(); ++y) {
        for (int x = 0; x < layout.side(); ++x) {
            float black = result.known.at(x, y);  // the remainder bits belong to no codeword
            if (black == 0) black = mask_flips(format.mask, x, y) ? 1.0F : -1.0F;
            result.symbol.modules.push_back(black > 0 ? 1 : 0);
        }
    }
    return result;
}

}  // namespace baodao
