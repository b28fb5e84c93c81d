// SPDX-License-Identifier: MIT
#include "sync/hq/certificate.hpp"

#include <arpa/inet.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include <memory>

namespace baodao::hq {

namespace {

struct Free {
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
    void operator()(X509* certificate) const { X509_free(certificate); }
    void operator()(BIO* bio) const { BIO_free(bio); }
    void operator()(X509_EXTENSION* extension) const { X509_EXTENSION_free(extension); }
};
template <class T>
using Owned = std::unique_ptr<T, Free>;

bool is_address(const std::string& host) {
    unsigned char bytes[16];
    return inet_pton(AF_INET, host.c_str(), bytes) == 1 || inet_pton(AF_INET6, host.c_str(), bytes) == 1;
}

bool add_extension(X509* certificate, int kind, const std::string& value) {
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    const Owned<X509_EXTENSION> extension(X509V3_EXT_conf_nid(nullptr, &context, kind, value.c_str()));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

template <class Write>
std::string pem(const Write& write) {
    const Owned<BIO> bio(BIO_new(BIO_s_mem()));
    if (!bio || write(bio.get()) != 1) return {};
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return {data, static_cast<std::size_t>(size)};
}

}  // namespace

Result<Certificate> make_certificate(const std::vector<std::string>& hosts, UtcMillis now) {
    const Error failed{ErrorKind::io, "a certificate could not be made", ""};
    const Owned<EVP_PKEY> key(EVP_EC_gen("P-256"));
    const Owned<X509> certificate(X509_new());
    if (!key || !certificate) return failed;
    X509* x = certificate.get();
    unsigned char serial[16];
    bool good = RAND_bytes(serial, sizeof serial) == 1;
    serial[0] &= 0x7F;
    BIGNUM* number = BN_bin2bn(serial, sizeof serial, nullptr);
    good = good && number != nullptr && BN_to_ASN1_INTEGER(number, X509_get_serialNumber(x)) != nullptr;
    BN_free(number);

    // A day earlier: a kiosk's clock may be a little behind ours.
    const auto begin = static_cast<time_t>(now.value / ms_per_second - 24 * 3600);
    const auto end = begin + static_cast<time_t>(certificate_years) * 366 * 24 * 3600;
    good = good && X509_set_version(x, 2) == 1 && ASN1_TIME_set(X509_getm_notBefore(x), begin) != nullptr &&
           ASN1_TIME_set(X509_getm_notAfter(x), end) != nullptr && X509_set_pubkey(x, key.get()) == 1;
    X509_NAME* name = X509_get_subject_name(x);
    const auto* common = reinterpret_cast<const unsigned char*>("Baodao headquarters");
    good = good && X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, common, -1, -1, 0) == 1 &&
           X509_set_issuer_name(x, name) == 1;

    std::string names;
    for (const std::string& host : hosts)
        names += (names.empty() ? "" : ",") + std::string(is_address(host) ? "IP:" : "DNS:") + host;
    good = good && add_extension(x, NID_basic_constraints, "critical,CA:TRUE") &&
           add_extension(x, NID_key_usage, "critical,digitalSignature,keyCertSign") &&
           add_extension(x, NID_ext_key_usage, "serverAuth") &&
           add_extension(x, NID_subject_alt_name, names) && X509_sign(x, key.get(), EVP_sha256()) > 0;
    Certificate out;
    out.certificate = pem([&](BIO* bio) { return PEM_write_bio_X509(bio, x); });
    out.private_key = pem([&](BIO* bio) {
        return PEM_write_bio_PKCS8PrivateKey(bio, key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    });
    if (!good || out.certificate.empty() || out.private_key.empty()) {
        ERR_clear_error();
        return failed;
    }
    return out;
}

}  // namespace baodao::hq
