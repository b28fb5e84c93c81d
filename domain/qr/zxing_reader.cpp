// SPDX-License-Identifier: MIT
#include "domain/qr/zxing_reader.hpp"

#define ZX_USE_UTF8 1
#include <ZXing/ReadBarcode.h>

#include <exception>

#include "domain/base/text.hpp"

namespace baodao {
namespace {

PixelPoint to_point(ZXing::PointI point) {
    return {static_cast<double>(point.x), static_cast<double>(point.y)};
}

ZXing::ImageView to_zxing(GreyView picture) {
    return {picture.row(0), picture.width(), picture.height(), ZXing::ImageFormat::Lum, picture.stride()};
}

// Without a declared character set only UTF-8 (and so ASCII) is certain; ZXing would guess.
std::string text_of(const ZXing::Result& result) {
    if (result.hasECI()) return result.text();
    const ZXing::ByteArray& bytes = result.bytes();
    return {bytes.begin(), bytes.end()};
}

FoundCodes kept(const ZXing::Results& results) {
    FoundCodes codes;
    for (const ZXing::Result& result : results) {
        if (!result.isValid() || result.format() != ZXing::BarcodeFormat::QRCode) continue;
        if (result.isPartOfSequence()) continue;
        std::string text = text_of(result);
        if (text.empty() || !is_utf8(text)) continue;
        const ZXing::Position& p = result.position();
        codes.push_back({std::move(text),
                         {to_point(p.topLeft()), to_point(p.topRight()), to_point(p.bottomRight()),
                          to_point(p.bottomLeft())}});
    }
    return codes;
}

}  // namespace

FoundCodes zxing_read(GreyView picture, ZxingEffort effort) {
    if (picture.empty()) return {};
    ZXing::DecodeHints hints;
    hints.setFormats(ZXing::BarcodeFormat::QRCode);
    hints.setTryHarder(effort == ZxingEffort::hard);
    hints.setTryRotate(false);  // does nothing for QR
    hints.setTryDownscale(false);
    hints.setIsPure(effort == ZxingEffort::pure);
    if (effort == ZxingEffort::pure) hints.setBinarizer(ZXing::Binarizer::FixedThreshold);
    hints.setMaxNumberOfSymbols(effort == ZxingEffort::pure ? 1 : 2);
    try {
        return kept(ZXing::ReadBarcodes(to_zxing(picture), hints));
    } catch (const std::exception&) {
        return {};
    }
}

FoundCodes zxing_read_naively(GreyView picture) {
    if (picture.empty()) return {};
    try {
        return kept({ZXing::ReadBarcode(to_zxing(picture))});
    } catch (const std::exception&) {
        return {};
    }
}

}  // namespace baodao
