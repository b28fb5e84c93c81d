// SPDX-License-Identifier: MIT
#include "kiosk/ui/shell.hpp"

#include <algorithm>
#include <string>
#include <variant>

#include "kiosk/app/update.hpp"
#include "kiosk/ui/frame_outlet.hpp"
#include "kiosk/ui/motion.hpp"
#include "kiosk/ui/renderer.hpp"

namespace baodao {
namespace {

// Nothing is due: look at the wall clock now and then, somebody may set it.
constexpr std::int64_t idle_wait_ms = 10'000;

bool shows_camera(const Model& model) {
    const Screen screen = model.screen;
    if (screen == Screen::staff) return model.staff && std::holds_alternative<LinkPage>(model.staff->page);
    return screen != Screen::record && screen != Screen::record_lines && screen != Screen::correct &&
           screen != Screen::claim && screen != Screen::find && screen != Screen::found &&
           screen != Screen::staff_pin && screen != Screen::self_test;
}

bool same_report(const Model& model, const CameraReported& report) {
    return model.camera == report.state && model.coaching == report.coaching;
}

class Shell {
  public:
    Shell(const ShellOptions& options, Model model, ShellLinks links, Window& window, Renderer& renderer)
        : options_(options),
          model_(std::move(model)),
          links_(std::move(links)),
          window_(window),
          renderer_(renderer),
          outlet_(options.describe_file, options.screenshot_folder) {}

    void run() {
        tick();
        while (!closing_ && !links_.stop) {
            if (changed_ || camera_changed_) draw();
            window_.wait(std::chrono::milliseconds(patience()));
            tick();
            take_input();
            take_messages();
            take_preview();
        }
    }

  private:
    void apply(const Intent& intent) {
        for (const Effect& effect : update(model_, intent, now_)) {
            if (std::holds_alternative<Wipe>(effect)) renderer_.forget();
            links_.carry_out(effect);
        }
        changed_ = true;
    }

    // Time passes; the picture changes only when something is due or the minute is another one.
    void tick() {
        const ClockReading reading = links_.clock.now();
        now_ = std::max(now_, reading.mono);
        const bool due = due_ && now_ >= *due_;
        const bool minute = reading.wall.value / ms_per_minute != model_.wall.value / ms_per_minute;
        if (due || minute)
            apply(Tick{reading.wall});
        else
            model_.now = std::max(model_.now, now_);
    }

    void take_input() {
        for (const InputEvent& event : window_.take_events())
            std::visit([&](const auto& e) { on(e); }, event);
    }
    void on(const PointerDown& event) {
        touch_.down(frame_, event.where, now_);
        changed_ = true;
    }
    void on(const PointerMoved& event) {
        const std::string before = touch_.pressed(frame_);
        touch_.move(event.where);
        if (touch_.pressed(frame_) != before) changed_ = true;
    }
    void on(const PointerUp& event) {
        // One touch, one intent: what comes next is judged by the frame that it leads to.
        if (const auto intent = touch_.up(frame_, event.where, now_)) apply(*intent);
        if (changed_) draw();
    }
    void on(const KeyDown& event) {
        if (auto text = wedge_.key(event.key, now_))
            apply(ScanRead{std::move(*text), ScanSource::hand_scanner});
    }
    void on(const Exposed&) { changed_ = true; }
    void on(const CloseAsked&) { closing_ = true; }

    void take_messages() {
        while (auto intent = links_.inbound.take()) {
            const auto* report = std::get_if<CameraReported>(&*intent);
            if (report != nullptr && same_report(model_, *report)) continue;
            if (report != nullptr && report->state != CameraState::working) {
                renderer_.set_camera(nullptr);
            }
            apply(*intent);
        }
    }

    void take_preview() {
        if (now_ - last_preview_ < preview_interval_ms || !shows_camera(model_)) return;
        const auto picture = links_.preview.take();
        if (!picture || model_.camera != CameraState::working) return;
        renderer_.set_camera(picture->get());
        last_preview_ = now_;
        camera_changed_ = true;
    }

    void draw() {
        const PixelSize size = window_.framebuffer();
        if (size.width <= 0 || size.height <= 0) return;
        const bool only_camera = camera_changed_ && !changed_;
        const bool still =
            model_.choices.reduced_motion || model_.large_text || !options_.screenshot_folder.empty();
        const MotionPhase motion = motion_.phase(screen_name(model_), now_, still);
        frame_ = renderer_.draw(
            model_, size, touch_.pressed(frame_),
            {only_camera ? FrameLook::Changed::camera : FrameLook::Changed::everything, motion});
        outlet_.write(frame_, model_.language);
        window_.present();
        due_ = next_change(model_);
        if (const auto moved = motion_.next()) due_ = due_ ? std::min(*due_, *moved) : *moved;
        changed_ = camera_changed_ = false;
        if (!first_frame_done_ && options_.on_first_frame) options_.on_first_frame();
        first_frame_done_ = true;
    }

    [[nodiscard]] std::int64_t patience() const {
        if (changed_ || camera_changed_) return 0;
        const std::int64_t to_minute = ms_per_minute - model_wall_now() % ms_per_minute;
        std::int64_t wait = std::min(idle_wait_ms, to_minute + 1);
        if (due_) wait = std::min(wait, *due_ - now_);
        return std::max<std::int64_t>(wait, 1);
    }
    [[nodiscard]] std::int64_t model_wall_now() const { return links_.clock.now().wall.value; }

    const ShellOptions& options_;
    Model model_;
    ShellLinks links_;
    Window& window_;
    Renderer& renderer_;
    FrameOutlet outlet_;
    Motion motion_;
    TouchTracker touch_;
    Wedge wedge_;
    Frame frame_;
    MonoMillis now_;
    MonoMillis last_preview_;
    std::optional<MonoMillis> due_ = MonoMillis{0};
    bool changed_ = true;
    bool camera_changed_ = false;
    bool closing_ = false;
    bool first_frame_done_ = false;
};

}  // namespace

Status run_shell(const ShellOptions& options, Model model, ShellLinks links) {
    auto window = Window::open(options.window);
    if (!window.ok()) return window.error();
    auto renderer = Renderer::start(options.fonts, options.full_atlas);
    if (!renderer.ok()) return renderer.error();
    Shell(options, std::move(model), std::move(links), **window, **renderer).run();
    return {};
}

}  // namespace baodao
