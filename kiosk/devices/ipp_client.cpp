// SPDX-License-Identifier: MIT
#include "kiosk/devices/ipp_client.hpp"

#include <cups/cups.h>

#include <algorithm>
#include <array>
#include <memory>

namespace baodao {

namespace {

constexpr const char* a4 = "iso_a4_210x297mm";
constexpr const char* user = "baodao";

struct CloseHttp {
    void operator()(http_t* http) const { httpClose(http); }
};
struct DeleteIpp {
    void operator()(ipp_t* message) const { ippDelete(message); }
};
using Connection = std::unique_ptr<http_t, CloseHttp>;
using Message = std::unique_ptr<ipp_t, DeleteIpp>;

// libcups asks whether to go on waiting for a printer that is silent.
int give_up(http_t*, void*) {
    return 0;
}

Connection connect(const IppAddress& address, int patience_ms) {
    const auto encryption = address.encrypted ? HTTP_ENCRYPTION_ALWAYS : HTTP_ENCRYPTION_IF_REQUESTED;
    Connection http(httpConnect2(address.host.c_str(), address.port, nullptr, AF_UNSPEC, encryption, 1,
                                 patience_ms, nullptr));
    if (http) httpSetTimeout(http.get(), patience_ms / 1000.0, give_up, nullptr);
    return http;
}

Message request_for(ipp_op_t operation, const IppAddress& address) {
    Message request(ippNewRequest(operation));
    ippAddString(request.get(), IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri", nullptr,
                 address.uri().c_str());
    ippAddString(request.get(), IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", nullptr, user);
    return request;
}

Error answer_error(const IppAddress& address) {
    const ipp_status_t status = cupsLastError();
    const bool said_no = status >= IPP_STATUS_ERROR_BAD_REQUEST && status < IPP_STATUS_ERROR_INTERNAL &&
                         status != IPP_STATUS_ERROR_NOT_POSSIBLE;
    return {said_no ? ErrorKind::refused : ErrorKind::io,
            said_no ? "the printer refused" : "the printer does not answer",
            address.uri() + ": " + cupsLastErrorString()};
}

// cupsDoRequest frees the request.
Result<Message> ask(const IppAddress& address, Message request, int patience_ms) {
    const Connection http = connect(address, patience_ms);
    if (!http) return Error{ErrorKind::io, "the printer does not answer", address.uri()};
    Message answer(cupsDoRequest(http.get(), request.release(), address.resource.c_str()));
    if (!answer || cupsLastError() >= IPP_STATUS_ERROR_BAD_REQUEST) return answer_error(address);
    return answer;
}

std::vector<std::string> words(const Message& answer, const char* attribute) {
    std::vector<std::string> all;
    ipp_attribute_t* found = ippFindAttribute(answer.get(), attribute, IPP_TAG_ZERO);
    for (int i = 0; found != nullptr && i < ippGetCount(found); ++i) {
        const char* word = ippGetString(found, i, nullptr);
        if (word != nullptr) all.emplace_back(word);
    }
    return all;
}

void add_job_attributes(ipp_t* request) {
    ippAddString(request, IPP_TAG_JOB, IPP_TAG_KEYWORD, "media", nullptr, a4);
    ippAddString(request, IPP_TAG_JOB, IPP_TAG_KEYWORD, "sides", nullptr, "one-sided");
    // Cards are cut along printed lines: nothing is fitted to the page.
    ippAddString(request, IPP_TAG_JOB, IPP_TAG_KEYWORD, "print-scaling", nullptr, "none");
}

IppJobEnd end_of(int state) {
    if (state == IPP_JSTATE_COMPLETED) return IppJobEnd::completed;
    if (state == IPP_JSTATE_CANCELED) return IppJobEnd::cancelled;
    return state == IPP_JSTATE_ABORTED ? IppJobEnd::aborted : IppJobEnd::none;
}

std::optional<IppAddress> address_option(const cups_dest_t* dest, const char* option) {
    const char* uri = cupsGetOption(option, dest->num_options, dest->options);
    if (uri == nullptr) return std::nullopt;
    auto address = parse_ipp_address(uri);
    if (!address) return std::nullopt;
    return *address;
}

PrintQueue queue_of(const cups_dest_t* dest) {
    const std::string name = dest->name;
    PrintQueue queue{name, address_option(dest, "device-uri"), {}};
    queue.queue = address_option(dest, "printer-uri-supported")
                      .value_or(IppAddress{cupsServer(), ippPort(), "/printers/" + name});
    return queue;
}

struct Found {
    std::string wanted;  // empty: the default, else the first
    std::optional<PrintQueue> queue;
};

// Goes on (1) until the one that is wanted was seen.
int take_destination(void* into, unsigned flags, cups_dest_t* dest) {
    auto& found = *static_cast<Found*>(into);
    if ((flags & CUPS_DEST_FLAGS_REMOVED) != 0) return 1;
    const bool named = !found.wanted.empty();
    if (named && found.wanted != dest->name) return 1;
    if (!found.queue || dest->is_default != 0) found.queue = queue_of(dest);
    return named || dest->is_default != 0 ? 0 : 1;
}

}  // namespace

std::string IppAddress::uri() const {
    return std::string(encrypted ? "ipps" : "ipp") + "://" + host + ":" + std::to_string(port) + resource;
}

Result<IppAddress> parse_ipp_address(const std::string& uri) {
    constexpr std::size_t part_max = 256;
    std::array<char, 16> scheme{};
    std::array<char, part_max> login{};
    std::array<char, part_max> host{};
    std::array<char, part_max> resource{};
    int port = 0;
    const auto status =
        httpSeparateURI(HTTP_URI_CODING_ALL, uri.c_str(), scheme.data(), scheme.size(), login.data(),
                        login.size(), host.data(), host.size(), &port, resource.data(), resource.size());
    const std::string kind = scheme.data();
    if (status < HTTP_URI_STATUS_OK || (kind != "ipp" && kind != "ipps") || host[0] == '\0') {
        return Error{ErrorKind::bad_input, "a printer's address looks like ipp://host/ipp/print", uri};
    }
    return IppAddress{host.data(), port, resource.data(), kind == "ipps"};
}

Result<IppPrinterFacts> ipp_printer_facts(const IppAddress& address, int patience_ms) {
    constexpr std::array<const char*, 5> wanted{"document-format-supported", "media-ready",
                                                "printer-is-accepting-jobs", "printer-make-and-model",
                                                "printer-state-reasons"};
    Message request = request_for(IPP_OP_GET_PRINTER_ATTRIBUTES, address);
    ippAddStrings(request.get(), IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes",
                  static_cast<int>(wanted.size()), nullptr, wanted.data());
    const auto answer = ask(address, std::move(request), patience_ms);
    if (!answer) return answer.error();
    IppPrinterFacts facts;
    const auto model = words(*answer, "printer-make-and-model");
    if (!model.empty()) facts.name = model.front();
    facts.formats = words(*answer, "document-format-supported");
    facts.ready = words(*answer, "media-ready");
    facts.reasons = words(*answer, "printer-state-reasons");
    std::erase(facts.reasons, "none");
    ipp_attribute_t* accepting =
        ippFindAttribute(answer->get(), "printer-is-accepting-jobs", IPP_TAG_BOOLEAN);
    facts.accepting = accepting == nullptr || ippGetBoolean(accepting, 0) != 0;
    return facts;
}

Result<int> ipp_print_pdf(const IppAddress& address, const std::string& title, const std::string& pdf,
                          int patience_ms) {
    Message request = request_for(IPP_OP_PRINT_JOB, address);
    ippAddString(request.get(), IPP_TAG_OPERATION, IPP_TAG_NAME, "job-name", nullptr, title.c_str());
    ippAddString(request.get(), IPP_TAG_OPERATION, IPP_TAG_MIMETYPE, "document-format", nullptr,
                 "application/pdf");
    add_job_attributes(request.get());
    const Connection http = connect(address, patience_ms);
    if (!http) return Error{ErrorKind::io, "the printer does not answer", address.uri()};
    const std::size_t length = ippLength(request.get()) + pdf.size();
    const http_status_t ready = cupsSendRequest(http.get(), request.get(), address.resource.c_str(), length);
    if (ready != HTTP_STATUS_CONTINUE) return answer_error(address);
    if (cupsWriteRequestData(http.get(), pdf.data(), pdf.size()) != HTTP_STATUS_CONTINUE) {
        return answer_error(address);
    }
    const Message answer(cupsGetResponse(http.get(), address.resource.c_str()));
    if (!answer || cupsLastError() >= IPP_STATUS_ERROR_BAD_REQUEST) return answer_error(address);
    ipp_attribute_t* number = ippFindAttribute(answer.get(), "job-id", IPP_TAG_INTEGER);
    if (number == nullptr) return Error{ErrorKind::io, "the printer gave the job no number", address.uri()};
    return ippGetInteger(number, 0);
}

Result<IppJobEnd> ipp_job_end(const IppAddress& address, int job, int patience_ms) {
    Message request = request_for(IPP_OP_GET_JOB_ATTRIBUTES, address);
    ippAddInteger(request.get(), IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", job);
    const auto answer = ask(address, std::move(request), patience_ms);
    if (!answer) return answer.error();
    ipp_attribute_t* state = ippFindAttribute(answer->get(), "job-state", IPP_TAG_ENUM);
    if (state == nullptr) return Error{ErrorKind::io, "the printer does not say how the job goes", {}};
    return end_of(ippGetInteger(state, 0));
}

Status ipp_cancel(const IppAddress& address, int job, int patience_ms) {
    Message request = request_for(IPP_OP_CANCEL_JOB, address);
    ippAddInteger(request.get(), IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", job);
    const auto answer = ask(address, std::move(request), patience_ms);
    if (!answer) return answer.error();
    return {};
}

std::optional<PrintQueue> find_print_queue(const std::string& name, int patience_ms) {
    Found found{name, std::nullopt};
    cupsEnumDests(CUPS_DEST_FLAGS_NONE, patience_ms, nullptr, 0, 0, take_destination, &found);
    return found.queue;
}

}  // namespace baodao
