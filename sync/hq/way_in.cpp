// SPDX-License-Identifier: MIT
#include "sync/hq/way_in.hpp"

#include "domain/base/text.hpp"
#include "sync/host/system_clock.hpp"
#include "sync/host/system_random.hpp"
#include "sync/hq/folder.hpp"
#include "sync/hq/headquarters.hpp"
#include "sync/net/https_client.hpp"

namespace baodao::hq {

namespace {

// Its records, opened here.
struct Inside {
    Folder folder;
    std::unique_ptr<Pool> pool;
    SystemClock clock;
    SystemRandom random;
    std::string token;
    std::unique_ptr<Headquarters> headquarters;
};

struct Outside {
    HttpsClient client;
    std::string token;
};

}  // namespace

Result<AskHq> open_way_in(const std::filesystem::path& folder) {
    auto loaded = load_folder(folder);
    if (!loaded) return loaded.error();
    if (const auto serving = read_serving(folder); serving) {
        auto client = HttpsClient::make(
            {"https://127.0.0.1:" + std::to_string(serving->port), loaded->certificate.certificate, ""});
        if (!client) return client.error();
        // Without an answer it was killed: its file is a leftover.
        if (client->send({"GET", "/v1/hello", "", ""})) {
            auto outside = std::make_shared<Outside>(Outside{std::move(*client), serving->token});
            return AskHq([outside](HttpRequest request) {
                request.token = outside->token;
                return outside->client.send(request);
            });
        }
    }
    auto inside = std::make_shared<Inside>();
    inside->folder = std::move(*loaded);
    auto pool = Pool::open(inside->folder.store);
    if (!pool) return pool.error();
    inside->pool = std::move(*pool);
    inside->token = to_hex(inside->random.draw<SecretKey>());
    Inside& own = *inside;
    inside->headquarters = std::make_unique<Headquarters>(
        HqParts{own.folder.keys, *own.pool, own.clock, own.random, {}, own.token});
    return AskHq([inside](HttpRequest request) -> Result<HttpResponse> {
        request.token = inside->token;
        auto response = inside->headquarters->answer(request).response;
        // Nobody else projects while nothing runs.
        const auto projected =
            inside->pool->with<void>([](sql::Session& session) { return project_all(session); });
        if (!projected) return projected.error();
        return response;
    });
}

}  // namespace baodao::hq
