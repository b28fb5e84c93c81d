// SPDX-License-Identifier: MIT
#include "domain/qr/finder_search.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace baodao {
namespace {

constexpr int row_step = 2;
constexpr double module_px_min = 1.2;
constexpr double heart_share_min = 1.7;  // modules; blur eats black or white evenly
constexpr double heart_share_max = 4.4;
constexpr double ring_share_min = 0.3;
constexpr double ring_share_max = 2.0;

using Runs = std::array<int, 5>;

// The size of one module if five runs look like a cut through a finder.
std::optional<double> module_of(const Runs& runs) {
    double total = 0;
    for (const int run : runs) total += run;
    const double module = total / 7;
    if (module < module_px_min) return std::nullopt;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const double share = runs[i] / module;
        const bool heart = i == 2;
        if (share < (heart ? heart_share_min : ring_share_min)) return std::nullopt;
        if (share > (heart ? heart_share_max : ring_share_max)) return std::nullopt;
    }
    return module;
}

struct Cut {
    double centre = 0;
    double module_px = 0;
};

// The cut through (x, y) along a direction of whole pixels; nullopt unless it is a finder's.
std::optional<Cut> cut_through(GreyView binary, int x, int y, int dx, int dy, int reach) {
    const auto black = [&](int step) { return binary.at(x + step * dx, y + step * dy) == 0; };
    const auto inside = [&](int step) {
        const int px = x + step * dx;
        const int py = y + step * dy;
        return px >= 0 && py >= 0 && px < binary.width() && py < binary.height() && std::abs(step) <= reach;
    };
    if (!black(0)) return std::nullopt;
    Runs runs{};
    std::array<int, 2> heart_end{};
    for (const int way : {-1, 1}) {
        int step = 0;
        for (int ring = 0; ring < 3; ++ring) {
            const bool colour = ring != 1;
            const int start = step;
            while (inside(step) && black(step) == colour) step += way;
            if (ring == 0) heart_end[way < 0 ? 0 : 1] = step;
            if (ring > 0) runs[static_cast<std::size_t>(2 + way * ring)] = std::abs(step - start);
        }
    }
    runs[2] = heart_end[1] - heart_end[0] - 1;
    const auto module = module_of(runs);
    if (!module) return std::nullopt;
    return Cut{(heart_end[0] + heart_end[1]) / 2.0, *module};
}

void vote(std::vector<Finder>& finders, const Finder& seen) {
    for (Finder& known : finders) {
        const double away = std::hypot(known.centre.x - seen.centre.x, known.centre.y - seen.centre.y);
        if (away > 2.5 * known.module_px) continue;
        const double share = 1.0 / ++known.votes;
        known.centre.x += (seen.centre.x - known.centre.x) * share;
        known.centre.y += (seen.centre.y - known.centre.y) * share;
        known.module_px += (seen.module_px - known.module_px) * share;
        return;
    }
    finders.push_back(seen);
}

// Confirms a row's suspicion by a cut down and a second cut across.
std::optional<Finder> confirm(GreyView binary, int x, int y, double row_module) {
    const int reach = static_cast<int>(row_module * 12) + 4;
    const auto down = cut_through(binary, x, y, 0, 1, reach);
    if (!down || down->module_px > 2.2 * row_module || row_module > 2.2 * down->module_px)
        return std::nullopt;
    const int middle = y + static_cast<int>(std::lround(down->centre));
    if (middle < 0 || middle >= binary.height()) return std::nullopt;
    const auto across = cut_through(binary, x, middle, 1, 0, reach);
    if (!across) return std::nullopt;
    return Finder{{x + across->centre, y + down->centre}, (across->module_px + down->module_px) / 2, 1};
}

void search_row(GreyView binary, int y, std::vector<Finder>& finders) {
    const std::uint8_t* row = binary.row(y);
    Runs runs{};
    int start = 0;
    int seen = 0;
    for (int x = 1; x <= binary.width(); ++x) {
        if (x < binary.width() && row[x] == row[start]) continue;
        std::rotate(runs.begin(), runs.begin() + 1, runs.end());
        runs[4] = x - start;
        ++seen;
        if (seen >= 5 && row[start] == 0) {
            if (const auto module = module_of(runs)) {
                const int heart = x - runs[4] - runs[3] - (runs[2] + 1) / 2;
                if (const auto finder = confirm(binary, heart, y, *module)) vote(finders, *finder);
            }
        }
        start = x;
    }
}

double distance(const Finder& a, const Finder& b) {
    return std::hypot(a.centre.x - b.centre.x, a.centre.y - b.centre.y);
}

struct RatedTriple {
    FinderTriple triple;
    double doubt = 0;
};

std::optional<RatedTriple> rate(const Finder& corner, const Finder& a, const Finder& b) {
    const double ax = a.centre.x - corner.centre.x;
    const double ay = a.centre.y - corner.centre.y;
    const double bx = b.centre.x - corner.centre.x;
    const double by = b.centre.y - corner.centre.y;
    const double la = std::hypot(ax, ay);
    const double lb = std::hypot(bx, by);
    const double cosine = (ax * bx + ay * by) / (la * lb);
    if (std::abs(cosine) > 0.6 || la > 2.2 * lb || lb > 2.2 * la) return std::nullopt;
    const std::array<double, 3> sizes{corner.module_px, a.module_px, b.module_px};
    const auto [least, most] = std::minmax_element(sizes.begin(), sizes.end());
    if (*most > 2 * *least) return std::nullopt;
    // A row or column through a turned square is longer than its side, so the legs shrink alike.
    const double turn = std::max(std::abs(ax), std::abs(ay)) / la;
    const double module = (sizes[0] + sizes[1] + sizes[2]) / 3 * turn;
    const double side = (la + lb) / 2 / module + 7;
    if (side < 16 || side > 190) return std::nullopt;
    const bool a_is_right = ax * by - ay * bx > 0;
    const double doubt = std::abs(cosine) + std::abs(std::log(la / lb)) + std::log(*most / *least) -
                         0.02 * std::min({corner.votes, a.votes, b.votes});
    return RatedTriple{{corner, a_is_right ? a : b, a_is_right ? b : a, side}, doubt};
}

}  // namespace

std::vector<Finder> find_finders(GreyView binary) {
    std::vector<Finder> finders;
    for (int y = 0; y < binary.height(); y += row_step) search_row(binary, y, finders);
    std::stable_sort(finders.begin(), finders.end(),
                     [](const Finder& a, const Finder& b) { return a.votes > b.votes; });
    if (finders.size() > finders_max) finders.resize(finders_max);
    return finders;
}

std::vector<FinderTriple> find_triples(const std::vector<Finder>& finders) {
    std::vector<RatedTriple> rated;
    for (std::size_t i = 0; i < finders.size(); ++i) {
        for (std::size_t j = i + 1; j < finders.size(); ++j) {
            for (std::size_t k = j + 1; k < finders.size(); ++k) {
                const double ij = distance(finders[i], finders[j]);
                const double jk = distance(finders[j], finders[k]);
                const double ik = distance(finders[i], finders[k]);
                // The corner lies opposite the longest side.
                const auto triple = jk >= ij && jk >= ik   ? rate(finders[i], finders[j], finders[k])
                                    : ik >= ij && ik >= jk ? rate(finders[j], finders[i], finders[k])
                                                           : rate(finders[k], finders[i], finders[j]);
                if (triple) rated.push_back(*triple);
            }
        }
    }
    std::stable_sort(rated.begin(), rated.end(),
                     [](const RatedTriple& a, const RatedTriple& b) { return a.doubt < b.doubt; });
    std::vector<FinderTriple> triples;
    for (const RatedTriple& each : rated) {
        if (triples.size() == triples_max) break;
        triples.push_back(each.triple);
    }
    return triples;
}

}  // namespace baodao
