// SPDX-License-Identifier: MIT
#include "kiosk/ui/icon.hpp"

#include <charconv>
#include <cmath>
#include <numbers>
#include <string_view>
#include <vector>

#include "kiosk/ui/icon_shapes.hpp"

namespace baodao {
namespace {

constexpr float grid = 24;
constexpr float stroke_width = 2;
constexpr float nearest_points = 0.12f;

// Reads the words of a shape and draws them into a box.
class ShapePen {
  public:
    ShapePen(Canvas& canvas, std::string_view shape, Rect box, Color color)
        : canvas_(canvas), rest_(shape), box_(box), color_(color), unit_(box.width / grid) {}

    void draw() {
        for (char word = next_word(); word != 0; word = next_word()) follow(word);
        finish(false);
    }

  private:
    void follow(char word) {
        switch (word) {
            case 'M':
                finish(false);
                corner(point());
                return;
            case 'L':
                corner(point());
                return;
            case 'C': {
                const Point a = point();
                const Point b = point();
                curve(a, b, point());
                return;
            }
            case 'A': {
                const Point center = point();
                const float radius = number();
                const float from = number();
                around(center, radius, from, number());
                return;
            }
            case 'Z':
                finish(true);
                return;
            case 'O': {
                finish(false);
                const Point center = point();
                around(center, number(), 0, 360);
                finish(true);
                return;
            }
            case 'D': {
                const Point center = point();
                canvas_.disc(place(center), number() * unit_, color_);
                return;
            }
            case 'R':
                rounded_box();
                return;
            default:
                return;
        }
    }

    void rounded_box() {
        finish(false);
        const Point corner = point();
        const Point size = point();
        const float r = number();
        around({corner.x + r, corner.y + r}, r, 180, 270);
        around({corner.x + size.x - r, corner.y + r}, r, 270, 360);
        around({corner.x + size.x - r, corner.y + size.y - r}, r, 0, 90);
        around({corner.x + r, corner.y + size.y - r}, r, 90, 180);
        finish(true);
    }

    void curve(Point a, Point b, Point to) {
        const Point from = last_;
        constexpr int steps = 12;
        for (int i = 1; i <= steps; ++i) {
            const float t = static_cast<float>(i) / steps;
            const float s = 1 - t;
            add({s * s * s * from.x + 3 * s * s * t * a.x + 3 * s * t * t * b.x + t * t * t * to.x,
                 s * s * s * from.y + 3 * s * s * t * a.y + 3 * s * t * t * b.y + t * t * t * to.y});
        }
    }

    void around(Point center, float radius, float from, float to) {
        const int steps = 2 + static_cast<int>(std::abs(to - from) / 12);
        for (int i = 0; i <= steps; ++i) {
            const float degrees = from + (to - from) * static_cast<float>(i) / static_cast<float>(steps);
            const float angle = degrees * std::numbers::pi_v<float> / 180;
            add({center.x + radius * std::cos(angle), center.y + radius * std::sin(angle)});
        }
    }

    void corner(Point p) {
        last_ = p;
        points_.push_back(place(p));
        corners_.push_back(place(p));
    }

    void add(Point p) {
        last_ = p;
        const Point placed = place(p);
        // Points that fall together would spoil the joins.
        if (!points_.empty() && distance(points_.back(), placed) < nearest_points * unit_) return;
        points_.push_back(placed);
    }
    [[nodiscard]] Point place(Point p) const { return {box_.x + p.x * unit_, box_.y + p.y * unit_}; }

    static float distance(Point a, Point b) { return std::hypot(a.x - b.x, a.y - b.y); }

    void finish(bool closed) {
        if (closed && points_.size() > 2 &&
            distance(points_.front(), points_.back()) < nearest_points * unit_)
            points_.pop_back();
        if (!points_.empty()) {
            canvas_.stroke(points_, closed, color_, stroke_width * unit_);
            // Round joins.
            for (const Point p : corners_) canvas_.disc(p, stroke_width * unit_ / 2, color_);
        }
        points_.clear();
        corners_.clear();
    }

    char next_word() {
        while (!rest_.empty() && rest_.front() == ' ') rest_.remove_prefix(1);
        if (rest_.empty()) return 0;
        const char word = rest_.front();
        rest_.remove_prefix(1);
        return word;
    }
    float number() {
        while (!rest_.empty() && rest_.front() == ' ') rest_.remove_prefix(1);
        float value = 0;
        const auto end = std::from_chars(rest_.data(), rest_.data() + rest_.size(), value).ptr;
        rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
        return value;
    }
    Point point() {
        const float x = number();
        return {x, number()};
    }

    Canvas& canvas_;
    std::string_view rest_;
    Rect box_;
    Color color_;
    float unit_;
    std::vector<Point> points_;
    std::vector<Point> corners_;
    Point last_;
};

}  // namespace

void draw_icon(Canvas& canvas, Icon icon, Rect box, Color color) {
    ShapePen(canvas, icon_shape(icon), box, color).draw();
}

}  // namespace baodao
