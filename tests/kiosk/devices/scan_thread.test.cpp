// SPDX-License-Identifier: MIT
#include "kiosk/devices/scan_thread.hpp"

#include <catch2/catch.hpp>
#include <condition_variable>
#include <mutex>

#include "domain/qr/encode.hpp"
#include "kiosk/devices/picture_source.hpp"

namespace baodao {
namespace {

const std::string slip = "BD1" + std::string(163, 'K');

// A drawn slip in the middle of a frame of paper.
GreyImage slip_frame() {
    const GreyImage code = draw_qr(encode_qr(slip, QrLevel::medium).value(), 5);
    GreyImage frame(1280, 720, 230);
    for (int y = 0; y < code.height(); ++y) std::copy_n(code.row(y), code.width(), frame.row(200 + y) + 400);
    return frame;
}

// Waits, with a bound, for a report that fulfils a condition.
class Inbox {
  public:
    void put(ScanReport report) {
        {
            const std::lock_guard lock(mutex_);
            last_ = std::move(report);
        }
        arrived_.notify_all();
    }
    template <class Condition>
    [[nodiscard]] std::optional<ScanReport> wait_for(Condition condition) {
        std::unique_lock lock(mutex_);
        const bool came = arrived_.wait_for(lock, std::chrono::seconds{60},
                                            [&] { return last_.has_value() && condition(*last_); });
        return came ? last_ : std::nullopt;
    }

  private:
    std::mutex mutex_;
    std::condition_variable arrived_;
    std::optional<ScanReport> last_;
};

TEST_CASE("a slip before the camera is reported with its place in a small preview") {
    const ManualClock clock({{0}, {0}, {}});
    Inbox inbox;
    const ScanThread thread(
        []() -> Result<std::unique_ptr<FrameSource>> { return still_source(slip_frame()); }, clock,
        [&inbox](ScanReport report) { inbox.put(std::move(report)); });
    const auto report = inbox.wait_for([](const ScanReport& r) { return !r.scan.texts.empty(); });
    REQUIRE(report);
    CHECK(report->scan.texts == std::vector<std::string>{slip});
    CHECK(report->health == CameraHealth::live);
    CHECK(report->preview.width() == 640);
    REQUIRE(report->scan.corners);
    CHECK(std::abs(report->scan.corners->front().x - (400 + 20) / 2.0) < 3);
    CHECK(std::abs(report->scan.corners->front().y - (200 + 20) / 2.0) < 3);
}

TEST_CASE("without a camera the thread reports that once and stops when told") {
    const ManualClock clock({{0}, {0}, {}});
    Inbox inbox;
    int reports = 0;
    {
        const ScanThread thread(
            []() -> Result<std::unique_ptr<FrameSource>> {
                return Error{ErrorKind::not_found, "No camera is connected.", ""};
            },
            clock,
            [&](ScanReport report) {
                ++reports;
                inbox.put(std::move(report));
            });
        const auto report =
            inbox.wait_for([](const ScanReport& r) { return r.health == CameraHealth::absent; });
        REQUIRE(report);
        CHECK(report->frame == 0);
        CHECK_FALSE(report->trouble.empty());
    }
    CHECK(reports == 1);
}

}  // namespace
}  // namespace baodao
