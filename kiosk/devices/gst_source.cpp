// SPDX-License-Identifier: MIT
#include "kiosk/devices/gst_source.hpp"

#include <gst/app/gstappsink.h>
#include <gst/gst.h>
#include <gst/video/video.h>

#include <cstring>

namespace baodao {
namespace {

// The sink waits for nobody: a late reader gets the newest frame. Without `sync=false` a slow
// machine would drop every frame as late.
constexpr std::string_view grey_sink =
    " ! videoconvert ! video/x-raw,format=GRAY8 ! appsink name=frames drop=true max-buffers=1 sync=false";

template <auto Free>
struct Release {
    template <class Object>
    void operator()(Object* object) const {
        Free(object);
    }
};
using ElementPtr = std::unique_ptr<GstElement, Release<gst_object_unref>>;
using SamplePtr = std::unique_ptr<GstSample, Release<gst_sample_unref>>;
using MessagePtr = std::unique_ptr<GstMessage, Release<gst_message_unref>>;
using BusPtr = std::unique_ptr<GstBus, Release<gst_object_unref>>;
using ErrorPtr = std::unique_ptr<GError, Release<g_error_free>>;

class GstSource final : public FrameSource {
  public:
    GstSource(ElementPtr pipeline, SourceMotion motion)
        : pipeline_(std::move(pipeline)),
          sink_(gst_bin_get_by_name(GST_BIN(pipeline_.get()), "frames")),
          moves_(motion == SourceMotion::moving) {}
    ~GstSource() override { gst_element_set_state(pipeline_.get(), GST_STATE_NULL); }

    [[nodiscard]] Status start() {
        if (sink_ == nullptr) return Error{ErrorKind::bad_input, "The camera setting makes no picture.", ""};
        if (gst_element_set_state(pipeline_.get(), GST_STATE_PLAYING) == GST_STATE_CHANGE_FAILURE) {
            return failure().value_or(Error{ErrorKind::io, "The camera does not start.", ""});
        }
        return {};
    }

    Result<std::optional<GreyImage>> next(std::chrono::milliseconds patience) override {
        const GstClockTime wait = static_cast<GstClockTime>(patience.count()) * GST_MSECOND;
        const SamplePtr sample(gst_app_sink_try_pull_sample(GST_APP_SINK(sink_.get()), wait));
        if (sample != nullptr) return grey_frame(sample.get());
        if (auto error = failure()) return *error;
        if (gst_app_sink_is_eos(GST_APP_SINK(sink_.get())) != 0) {
            return Error{ErrorKind::io, "The camera's pictures have ended.", ""};
        }
        return std::optional<GreyImage>();
    }
    [[nodiscard]] bool moves() const override { return moves_; }

  private:
    // What the pipeline complained about since the last call.
    [[nodiscard]] std::optional<Error> failure() const {
        const BusPtr bus(gst_element_get_bus(pipeline_.get()));
        const MessagePtr message(gst_bus_pop_filtered(bus.get(), GST_MESSAGE_ERROR));
        if (message == nullptr) return std::nullopt;
        GError* raw = nullptr;
        gst_message_parse_error(message.get(), &raw, nullptr);
        const ErrorPtr error(raw);
        return Error{ErrorKind::io, "The camera has failed.", error->message};
    }

    static Result<std::optional<GreyImage>> grey_frame(GstSample* sample) {
        const Error strange{ErrorKind::io, "The camera sends something that is no picture.", ""};
        GstVideoInfo info;
        GstCaps* caps = gst_sample_get_caps(sample);
        GstBuffer* buffer = gst_sample_get_buffer(sample);
        if (caps == nullptr || buffer == nullptr || gst_video_info_from_caps(&info, caps) == 0)
            return strange;
        GstVideoFrame frame;
        if (gst_video_frame_map(&frame, &info, buffer, GST_MAP_READ) == 0) return strange;
        GreyImage image(GST_VIDEO_FRAME_WIDTH(&frame), GST_VIDEO_FRAME_HEIGHT(&frame));
        const auto* pixels = static_cast<const std::uint8_t*>(GST_VIDEO_FRAME_PLANE_DATA(&frame, 0));
        const auto stride = static_cast<std::ptrdiff_t>(GST_VIDEO_FRAME_PLANE_STRIDE(&frame, 0));
        for (int y = 0; y < image.height(); ++y) {
            std::memcpy(image.row(y), pixels + y * stride, static_cast<std::size_t>(image.width()));
        }
        gst_video_frame_unmap(&frame);
        return std::optional<GreyImage>(std::move(image));
    }

    ElementPtr pipeline_;
    ElementPtr sink_;
    bool moves_;
};

}  // namespace

Result<std::unique_ptr<FrameSource>> open_gst_source(const std::string& elements, SourceMotion motion) {
    GError* raw = nullptr;
    if (gst_init_check(nullptr, nullptr, &raw) == 0) {
        const ErrorPtr error(raw);
        return Error{ErrorKind::io, "GStreamer does not start.", error != nullptr ? error->message : ""};
    }
    GstElement* parsed = gst_parse_launch((elements + std::string(grey_sink)).c_str(), &raw);
    const ErrorPtr error(raw);
    ElementPtr pipeline(parsed != nullptr ? static_cast<GstElement*>(gst_object_ref_sink(parsed)) : nullptr);
    if (pipeline == nullptr || error != nullptr) {
        return Error{ErrorKind::bad_input, "The camera setting is not understood.",
                     error != nullptr ? error->message : elements};
    }
    auto source = std::make_unique<GstSource>(std::move(pipeline), motion);
    if (const Status started = source->start(); !started) return started.error();
    return std::unique_ptr<FrameSource>(std::move(source));
}

std::string gst_quoted(std::string_view value) {
    std::string quoted = "\"";
    for (const char c : value) {
        if (c == '"' || c == '\\') quoted += '\\';
        quoted += c;
    }
    return quoted + '"';
}

}  // namespace baodao
