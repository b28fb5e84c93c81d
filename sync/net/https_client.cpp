// SPDX-License-Identifier: MIT
#include "sync/net/https_client.hpp"

#include <curl/curl.h>

#include <charconv>
#include <mutex>
#include <string_view>

#include "sync/wire/messages.hpp"

namespace baodao {

namespace {

constexpr std::size_t answer_bytes_max = message_bytes_max(MessageType::pull_page);
constexpr long stall_bytes_a_second = 100;

struct FreeHandle {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct FreeList {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

// More than a message can hold is cut off: curl then reports a failed write.
std::size_t take_body(char* data, std::size_t size, std::size_t count, void* into) {
    auto& body = *static_cast<std::string*>(into);
    const std::size_t bytes = size * count;
    if (body.size() + bytes > answer_bytes_max) return 0;
    body.append(data, bytes);
    return bytes;
}

std::size_t take_header(char* data, std::size_t size, std::size_t count, void* into) {
    auto& response = *static_cast<HttpResponse*>(into);
    std::string_view line(data, size * count);
    constexpr std::string_view name = "retry-after:";
    if (line.size() > name.size()) {
        const bool same = std::equal(name.begin(), name.end(), line.begin(), [](char a, char b) {
            return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b - 'A' + 'a') : b);
        });
        if (same) {
            line.remove_prefix(name.size());
            while (line.starts_with(' ')) line.remove_prefix(1);
            std::int64_t seconds = 0;
            const auto read = std::from_chars(line.data(), line.data() + line.size(), seconds);
            if (read.ec == std::errc()) response.retry_after_s = seconds;
        }
    }
    return size * count;
}

// Another value than 0 ends the transfer.
int ask_to_go_on(void* options, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    return static_cast<const HttpsOptions*>(options)->given_up() ? 1 : 0;
}

void begin_curl() {
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

const char* words_for(CURLcode code) {
    switch (code) {
        case CURLE_COULDNT_RESOLVE_HOST:
        case CURLE_COULDNT_RESOLVE_PROXY:
            return "headquarters' name is not known to the network";
        case CURLE_COULDNT_CONNECT:
            return "there is no line to headquarters";
        case CURLE_OPERATION_TIMEDOUT:
            return "headquarters does not answer in time";
        case CURLE_PEER_FAILED_VERIFICATION:
            return "headquarters' certificate is not the right one, or this machine's date is wrong";
        case CURLE_SSL_CONNECT_ERROR:
            return "no secure line to headquarters could be made";
        case CURLE_SSL_CACERT_BADFILE:
            return "the certificate that was given for headquarters cannot be read";
        case CURLE_WRITE_ERROR:
            return "an answer is far too long to be headquarters'";
        default:
            return "the line to headquarters broke";
    }
}

}  // namespace

class HttpsClient::Impl {
  public:
    explicit Impl(HttpsOptions options) : options_(std::move(options)), handle_(curl_easy_init()) {}

    [[nodiscard]] Status prepare() {
        if (!options_.url.starts_with("https://"))
            return Error{ErrorKind::bad_input, "headquarters' address must begin with https://",
                         options_.url};
        curl_blob certificate{options_.certificate.data(), options_.certificate.size(), CURL_BLOB_COPY};
        bool good = handle_ != nullptr;
        const auto set = [&](CURLoption option, auto value) {
            good = good && curl_easy_setopt(handle_.get(), option, value) == CURLE_OK;
        };
        set(CURLOPT_CAINFO_BLOB, &certificate);
        set(CURLOPT_CAPATH, static_cast<const char*>(nullptr));
        set(CURLOPT_SSL_VERIFYPEER, 1L);
        set(CURLOPT_SSL_VERIFYHOST, 2L);
        set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
        set(CURLOPT_PROTOCOLS_STR, "https");
        set(CURLOPT_FOLLOWLOCATION, 0L);
        set(CURLOPT_NOSIGNAL, 1L);
        set(CURLOPT_TCP_NODELAY, 1L);
        set(CURLOPT_PROXY, options_.proxy.c_str());
        set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(options_.connect_ms_max));
        set(CURLOPT_TIMEOUT_MS, static_cast<long>(options_.whole_ms_max));
        set(CURLOPT_LOW_SPEED_LIMIT, stall_bytes_a_second);
        set(CURLOPT_LOW_SPEED_TIME, static_cast<long>(options_.stall_s_max));
        set(CURLOPT_WRITEFUNCTION, &take_body);
        set(CURLOPT_HEADERFUNCTION, &take_header);
        set(CURLOPT_ERRORBUFFER, error_);
        if (options_.given_up) {
            set(CURLOPT_NOPROGRESS, 0L);
            set(CURLOPT_XFERINFOFUNCTION, &ask_to_go_on);
            set(CURLOPT_XFERINFODATA, &options_);
        }
        if (!good) return Error{ErrorKind::io, "the network library cannot be used", ""};
        return {};
    }

    [[nodiscard]] Result<HttpResponse> send(const HttpRequest& request) {
        HttpResponse response;
        curl_slist* raw = curl_slist_append(nullptr, "Expect:");
        const bool binary = request.body.starts_with("BDW1");
        raw = curl_slist_append(
            raw, binary ? "Content-Type: application/vnd.baodao.v1" : "Content-Type: application/json");
        if (!request.token.empty())
            raw = curl_slist_append(raw, ("Authorization: Bearer " + request.token).c_str());
        const std::unique_ptr<curl_slist, FreeList> headers(raw);
        error_[0] = '\0';
        CURL* handle = handle_.get();
        curl_easy_setopt(handle, CURLOPT_URL, (options_.url + request.target).c_str());
        curl_easy_setopt(handle, CURLOPT_HTTPHEADER, headers.get());
        curl_easy_setopt(handle, CURLOPT_WRITEDATA, &response.body);
        curl_easy_setopt(handle, CURLOPT_HEADERDATA, &response);
        if (request.method == "POST") {
            curl_easy_setopt(handle, CURLOPT_POST, 1L);
            curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE,
                             static_cast<curl_off_t>(request.body.size()));
            curl_easy_setopt(handle, CURLOPT_POSTFIELDS, request.body.data());
        } else {
            curl_easy_setopt(handle, CURLOPT_HTTPGET, 1L);
        }
        const CURLcode code = curl_easy_perform(handle);
        if (code != CURLE_OK)
            return Error{ErrorKind::io, words_for(code),
                         error_[0] != '\0' ? error_ : curl_easy_strerror(code)};
        long status = 0;
        curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
        response.status = static_cast<int>(status);
        return response;
    }

  private:
    HttpsOptions options_;
    std::unique_ptr<CURL, FreeHandle> handle_;
    char error_[CURL_ERROR_SIZE] = "";
};

Result<std::string> shown_certificate(const HttpsOptions& options) {
    begin_curl();
    const std::unique_ptr<CURL, FreeHandle> handle(curl_easy_init());
    char words[CURL_ERROR_SIZE] = "";
    bool good = handle != nullptr;
    const auto set = [&](CURLoption option, auto value) {
        good = good && curl_easy_setopt(handle.get(), option, value) == CURLE_OK;
    };
    set(CURLOPT_URL, options.url.c_str());
    set(CURLOPT_PROTOCOLS_STR, "https");
    set(CURLOPT_CONNECT_ONLY, 1L);
    set(CURLOPT_CERTINFO, 1L);
    set(CURLOPT_SSL_VERIFYPEER, 0L);
    set(CURLOPT_SSL_VERIFYHOST, 0L);
    set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_PROXY, options.proxy.c_str());
    set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(options.connect_ms_max));
    set(CURLOPT_ERRORBUFFER, words);
    if (options.given_up) {
        set(CURLOPT_NOPROGRESS, 0L);
        set(CURLOPT_XFERINFOFUNCTION, &ask_to_go_on);
        set(CURLOPT_XFERINFODATA, const_cast<HttpsOptions*>(&options));
    }
    if (!good) return Error{ErrorKind::io, "the network library cannot be used", ""};
    const CURLcode code = curl_easy_perform(handle.get());
    if (code != CURLE_OK)
        return Error{ErrorKind::io, words_for(code), words[0] != '\0' ? words : curl_easy_strerror(code)};
    curl_certinfo* shown = nullptr;
    curl_easy_getinfo(handle.get(), CURLINFO_CERTINFO, &shown);
    constexpr std::string_view field = "Cert:";
    for (const curl_slist* line = shown != nullptr && shown->num_of_certs > 0 ? shown->certinfo[0] : nullptr;
         line != nullptr; line = line->next) {
        const std::string_view text(line->data);
        if (text.starts_with(field)) return std::string(text.substr(field.size()));
    }
    return Error{ErrorKind::io, "no secure line to headquarters could be made", "no certificate"};
}

HttpsClient::HttpsClient(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
HttpsClient::HttpsClient(HttpsClient&&) noexcept = default;
HttpsClient& HttpsClient::operator=(HttpsClient&&) noexcept = default;
HttpsClient::~HttpsClient() = default;

Result<HttpsClient> HttpsClient::make(HttpsOptions options) {
    begin_curl();
    auto impl = std::make_unique<Impl>(std::move(options));
    if (const auto prepared = impl->prepare(); !prepared) return prepared.error();
    return HttpsClient(std::move(impl));
}

Result<HttpResponse> HttpsClient::send(const HttpRequest& request) {
    return impl_->send(request);
}

}  // namespace baodao
