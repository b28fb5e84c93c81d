// SPDX-License-Identifier: MIT
#include "kiosk/devices/voice_folder.hpp"

#include <sndfile.h>

#include <memory>

namespace baodao {

Result<Samples> read_prompt(const std::filesystem::path& folder, Sound sound) {
    const std::filesystem::path path = folder / (std::string(token(sound)) + ".wav");
    std::error_code problem;
    const std::uintmax_t bytes = std::filesystem::file_size(path, problem);
    if (problem) return Error{ErrorKind::not_found, "no recording", path.string()};
    if (bytes > prompt_bytes_max)
        return Error{ErrorKind::bad_input, "the recording is longer than 300 KB", path.string()};

    SF_INFO info{};
    const std::unique_ptr<SNDFILE, int (*)(SNDFILE*)> file(sf_open(path.c_str(), SFM_READ, &info), sf_close);
    if (!file) return Error{ErrorKind::bad_input, "the recording is not a WAV file", path.string()};
    if (info.channels != 1 || info.samplerate != sound_rate)
        return Error{ErrorKind::bad_input, "the recording is not mono with 48,000 samples a second",
                     path.string()};
    if (info.frames <= 0 || static_cast<double>(info.frames) > prompt_seconds_max * sound_rate)
        return Error{ErrorKind::bad_input, "the recording is empty or longer than 2.5 seconds",
                     path.string()};
    Samples samples(static_cast<std::size_t>(info.frames));
    const sf_count_t read = sf_readf_short(file.get(), samples.data(), info.frames);
    if (read != info.frames)
        return Error{ErrorKind::bad_input, "the recording ends too early", path.string()};
    return samples;
}

}  // namespace baodao
