// SPDX-License-Identifier: MIT
#include "kiosk/app/settings_desk.hpp"

#include <cstdio>

#include "domain/base/file.hpp"
#include "kiosk/app/paper_content.hpp"
#include "kiosk/app/release.hpp"

namespace baodao {

namespace {

constexpr std::size_t choices_bytes_max = 4096;

std::filesystem::path choices_path(const std::filesystem::path& folder) {
    return folder / "window.toml";
}

std::string printer_words(const PrinterView& printer) {
    const std::string name = printer.name.empty() ? "" : "（" + printer.name + "）";
    switch (printer.presence) {
        case PrinterPresence::none:
            return "没有接打印机";
        case PrinterPresence::away:
            return "没有应答" + name;
        case PrinterPresence::unknown:
            return "正在查看" + name;
        case PrinterPresence::answers:
            break;
    }
    if (printer.supply == PaperSupply::out) return "缺纸" + name;
    return (printer.supply == PaperSupply::present ? "有纸" : "不清楚有没有纸") + name;
}

std::string camera_words(CameraState camera) {
    if (camera == CameraState::working) return "正常";
    return camera == CameraState::lost ? "没有接好，用扫码枪" : "正在启动";
}

std::string yes_no(bool yes) {
    return yes ? "开" : "关";
}

std::string clock_words(DayMinute time) {
    char words[16];
    std::snprintf(words, sizeof words, "%02d:%02d", time.minute / 60, time.minute % 60);
    return words;
}

std::string quiet_words(const WindowChoices& choices) {
    if (choices.quiet_from == choices.quiet_to) return "不设";
    return clock_words(choices.quiet_from) + "–" + clock_words(choices.quiet_to);
}

}  // namespace

MachineFacts machine_facts(OpenedDesk& opened, const std::filesystem::path& folder) {
    const CommunitySet settings = opened.desk().community().settings();
    MachineFacts facts;
    facts.community = settings.town + settings.name;
    facts.window = terminal_name(opened);
    facts.version = release_version;
    facts.records = static_cast<std::int64_t>(opened.journal().count());
    if (const auto waiting = opened.journal().outbox_count())
        facts.unreported = static_cast<std::int64_t>(*waiting);
    if (const auto free = opened.disk().free_bytes(folder.string()))
        facts.free_mb = static_cast<std::int64_t>(*free >> 20);
    return facts;
}

KioskSettings with_choices(KioskSettings settings, const std::filesystem::path& folder) {
    const auto text = read_file(choices_path(folder), choices_bytes_max);
    if (!text) return settings;
    auto chosen = read_settings(*text, settings);
    return chosen ? std::move(chosen).value() : settings;
}

Status save_choices(const WindowChoices& choices, const std::filesystem::path& folder) {
    return write_file_atomic(choices_path(folder), to_toml(choices));
}

std::vector<SheetSection> settings_sections(const MachineFacts& facts, const PrintSettings& asked) {
    const WindowChoices& choices = asked.choices;
    const std::string free = facts.free_mb ? "还有 " + std::to_string(*facts.free_mb) + " MB" : "不清楚";
    const SheetSection machine{
        "这台机器",
        {{"社区", facts.community, ""},
         {"窗口终端", facts.window, ""},
         {"程序版本", facts.version, ""},
         {"打印机", printer_words(asked.printer), ""},
         {"摄像头", camera_words(asked.camera), ""},
         {"已存记录", std::to_string(facts.records) + " 条", ""},
         {"待上报", std::to_string(facts.unreported) + " 条", "联网后自动上报，也可以用 U 盘报送"},
         {"存储空间", free, ""}}};
    const SheetSection changeable{
        "在屏幕上可以改的",
        {{"语言", choices.language == Language::english ? "English" : "中文", ""},
         {"开机就用大字", yes_no(choices.large_text), ""},
         {"减少动画", yes_no(choices.reduced_motion), ""},
         {"音量", std::to_string(choices.volume) + "%", choices.volume == 0 ? "静音" : ""},
         {"安静时段", quiet_words(choices), "这段时间里声音放轻"}}};
    return {machine, changeable};
}

}  // namespace baodao
