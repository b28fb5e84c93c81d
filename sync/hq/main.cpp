// SPDX-License-Identifier: MIT
// baodao-hq: headquarters from the command line. Standard output is for the result, standard error for words.
#include <sys/stat.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <cstdio>
#include <functional>

#include "domain/base/file.hpp"
#include "domain/base/text.hpp"
#include "domain/event/json.hpp"
#include "sync/host/system_clock.hpp"
#include "sync/host/system_disk.hpp"
#include "sync/host/system_random.hpp"
#include "sync/hq/backup.hpp"
#include "sync/hq/folder.hpp"
#include "sync/hq/headquarters.hpp"
#include "sync/hq/password_prompt.hpp"
#include "sync/hq/serve.hpp"
#include "sync/hq/way_in.hpp"
#include "sync/hq/web/qr_picture.hpp"
#include "sync/net/https_client.hpp"

namespace baodao::hq {

namespace {

namespace fs = std::filesystem;

// 0 good, 1 refused, 2 the command line itself, 3 disk or data damaged.
int report(const Error& error) {
    std::fprintf(stderr, "baodao-hq: %s\n", error.text().c_str());
    const bool fault =
        error.kind == ErrorKind::io || error.kind == ErrorKind::full || error.kind == ErrorKind::damaged;
    return fault ? 3 : 1;
}

void put(const std::string& line) {
    std::printf("%s\n", line.c_str());
}

// Asked of the one that runs on this folder, else done on its records.
Result<Json> ask(const fs::path& folder, const Json& command) {
    auto loaded = load_folder(folder);
    if (!loaded) return loaded.error();
    if (const auto serving = read_serving(folder); serving) {
        auto client = HttpsClient::make(
            {"https://127.0.0.1:" + std::to_string(serving->port), loaded->certificate.certificate, ""});
        if (!client) return client.error();
        const auto response = client->send({"POST", "/v1/admin", serving->token, to_compact(command)});
        // Without an answer it was killed: its file is a leftover.
        if (response) {
            auto json = parse_json(response->body);
            if (!json) return json.error();
            if (response->status != 200)
                return Error{ErrorKind::refused, text_at(*json, "error").value_or("refused"), ""};
            return json;
        }
    }
    auto pool = Pool::open(loaded->store);
    if (!pool) return pool.error();
    SystemClock clock;
    SystemRandom random;
    const auto done = run_command(to_compact(command), **pool, loaded->keys, clock.now().wall, random);
    if (!done) return done.error();
    return parse_json(*done);
}

int show(const Result<Json>& result) {
    if (!result) return report(result.error());
    put(to_compact(*result));
    return 0;
}

struct Options {
    fs::path folder;
    std::string store;
    std::vector<std::string> hosts;
    std::string listen = "0.0.0.0:8443";
    std::string name;
    std::string url;
    fs::path out;
    std::string digits;
    std::string origin;
    std::string role;
    std::string scope;
    std::int64_t year = 0;
    std::int64_t batch = 0;
    std::string agency;
    fs::path texts;
    bool wipe = false;
    KeyId key;
    std::uint32_t community = 0;
    fs::path file;
};

int init(const Options& options) {
    SystemClock clock;
    SystemRandom random;
    const auto made = make_folder({options.folder, options.store, options.hosts}, clock.now().wall, random);
    if (!made) return report(made.error());
    put("headquarters made in " + options.folder.string());
    put("next: baodao-hq serve --data " + options.folder.string());
    return 0;
}

int serve_command(const Options& options) {
    const auto colon = options.listen.rfind(':');
    const std::string port = colon == std::string::npos ? options.listen : options.listen.substr(colon + 1);
    ServeOptions wanted{options.folder, "0.0.0.0", 0};
    if (colon != std::string::npos) wanted.address = options.listen.substr(0, colon);
    if (wanted.address.starts_with('[') && wanted.address.ends_with(']'))
        wanted.address = wanted.address.substr(1, wanted.address.size() - 2);
    int number = -1;
    const auto read = std::from_chars(port.data(), port.data() + port.size(), number);
    if (read.ec != std::errc() || read.ptr != port.data() + port.size() || number < 0 || number > 65535)
        return report({ErrorKind::bad_input, "--listen wants ADDRESS:PORT", options.listen});
    wanted.port = static_cast<std::uint16_t>(number);
    const auto served = serve(wanted);
    return served ? 0 : report(served.error());
}

// As a file for `baodaoctl sync join`, and as the QR code that the kiosk reads itself: a picture, or at a
// terminal on the screen.
Status hand_out(const InvitationText& invitation, const Options& options) {
    const auto code = to_code(invitation);
    if (!code) return code.error();
    if (!options.file.empty()) {
        const auto picture = qr_png(*code);
        if (!picture) return picture.error();
        if (auto kept = write_file_atomic(options.file, *picture, Readers::owner_only); !kept) return kept;
    }
    if (!options.out.empty())
        return write_file_atomic(options.out, to_text(invitation) + "\n", Readers::owner_only);
    if (!options.file.empty()) return {};
    if (::isatty(STDOUT_FILENO) != 0) {
        const auto picture = qr_terminal(*code);
        if (!picture) return picture.error();
        std::printf("%s", picture->c_str());
    }
    put(to_text(invitation));
    return {};
}

int enroll(const Options& options) {
    auto folder = load_folder(options.folder);
    if (!folder) return report(folder.error());
    std::string url = options.url;
    if (url.empty()) {
        const auto serving = read_serving(options.folder);
        if (!serving)
            return report({ErrorKind::refused,
                           "headquarters is not running: start it, or give --url https://HOST:PORT",
                           options.folder.string()});
        url = "https://" + outside_host() + ":" + std::to_string(serving->port);
    }
    const auto made = ask(options.folder, {{"command", "kiosk enroll"}, {"name", options.name}});
    if (!made) return report(made.error());
    const auto id = id_from_hex<InvitationId>(text_at(*made, "invitation").value_or(""));
    const auto secret = id_from_hex<SecretKey>(text_at(*made, "secret").value_or(""));
    if (!id || !secret) return report({ErrorKind::damaged, "the invitation could not be made", ""});
    const InvitationText invitation{url, folder->certificate.certificate, folder->keys.answers.public_key,
                                    *id, *secret};
    const auto handed = hand_out(invitation, options);
    return handed ? 0 : report(handed.error());
}

// Which keys sign slips. A running headquarters takes up a change by itself.
int keys_command(const Options& options, const std::function<Status(HqKeys&, LocalDate)>& change) {
    auto keys = load_keys(options.folder);
    if (!keys) return report(keys.error());
    const LocalDate today = local_date(SystemClock().now().wall, UtcOffset{});
    if (change) {
        if (const auto changed = change(*keys, today); !changed) return report(changed.error());
        if (const auto kept = replace_keys(*keys, options.folder); !kept) return report(kept.error());
    }
    Json list = Json::array();
    for (const IssuerKey& key : keys->keys.keys) {
        list.push_back({{"id", key.id.value},
                        {"first_day", to_string(key.first_day)},
                        {"last_day", to_string(key.last_day)},
                        {"revoked", key.revoked},
                        {"signs_now", key.id == keys->issuer_id}});
    }
    return show(Json{{"version", keys->keys.version.value}, {"keys", list}});
}

int add_user_command(const Options& options) {
    const auto password = read_new_password();
    if (!password) return report(password.error());
    const auto added = ask(options.folder, {{"command", "user add"},
                                            {"name", options.name},
                                            {"role", options.role},
                                            {"scope", options.scope},
                                            {"password", *password}});
    if (!added) return report(added.error());
    std::fprintf(stderr, "scan this with an authenticator app; it is shown this once:\n");
    const auto shown =
        show_second_factor(text_at(*added, "second_factor").value_or(""), options.out.string());
    return shown ? 0 : report(shown.error());
}

// A folder of its own, which appears under its name only when it is whole.
int back_up(const Options& options) {
    std::error_code failed;
    if (fs::exists(options.out, failed))
        return report({ErrorKind::refused, "there is something of that name already", options.out.string()});
    const fs::path out = fs::absolute(options.out, failed);
    fs::path part = out;
    part += ".part";
    fs::remove_all(part, failed);
    if (!fs::create_directories(part, failed))
        return report({ErrorKind::io, "the folder could not be made", part.string()});
    auto rows = ask(options.folder, {{"command", "backup"}, {"file", (part / records_name).string()}});
    if (rows) {
        if (const auto copied = copy_secrets(options.folder, part); !copied) rows = copied.error();
    }
    SystemDisk disk;
    if (rows) {
        if (const auto named = disk.rename(part.string(), out.string()); !named) rows = named.error();
    }
    if (!rows) {
        fs::remove_all(part, failed);
        return report(rows.error());
    }
    if (const auto kept = disk.sync_folder(out.parent_path().string()); !kept) return report(kept.error());
    return show(rows);
}

int restore(const Options& options) {
    SystemDisk disk;
    const auto rows = restore_folder(disk, options.out, options.folder, options.store);
    if (!rows) return report(rows.error());
    return show(Json{{"rows", *rows}});
}

int report_command(const Options& options) {
    Json command{{"command", "report"}};
    if (options.year != 0) command["year"] = options.year;
    const auto made = ask(options.folder, command);
    if (!made) return report(made.error());
    const std::string csv = text_at(*made, "csv").value_or("");
    if (options.out.empty()) {
        (void)std::fwrite(csv.data(), 1, csv.size(), stdout);
        return 0;
    }
    const auto written = write_file_atomic(options.out, csv, Readers::owner_only);
    return written ? 0 : report(written.error());
}

// Everything that was noticed is said in words; what was done goes to standard output.
int import_roster(const Options& options) {
    std::error_code failed;
    Json command{{"command", "roster import"}, {"file", fs::absolute(options.file, failed).string()}};
    if (options.community != 0) command["community"] = options.community;
    const auto done = ask(options.folder, command);
    if (!done) return report(done.error());
    const auto say = [&](const char* key, const char* before) {
        for (const Json& line : done->value(key, Json::array()))
            std::fprintf(stderr, "%s%s\n", before, line.get<std::string>().c_str());
    };
    say("columns", "不认识的列，未读入：");
    say("notes", "请核对：");
    say("faults", "");
    if (!done->value("faults", Json::array()).empty())
        return report({ErrorKind::bad_input, "名册有错误，没有签发任何签到卡", options.file.string()});
    put(to_compact(
        Json{{"issued", done->value("issued", 0)}, {"batches", done->value("batches", Json::array())}}));
    return 0;
}

int slips_command(const Options& options) {
    std::error_code failed;
    Json command{{"command", "slips"},
                 {"agency", options.agency},
                 {"out", fs::absolute(options.out, failed).string()},
                 {"texts", fs::absolute(options.texts, failed).string()}};
    if (options.year != 0) command["year"] = options.year;
    if (options.batch != 0) command["batch"] = options.batch;
    return show(ask(options.folder, command));
}

int courier_in_command(const Options& options) {
    const auto door = open_way_in(options.folder);
    if (!door) return report(door.error());
    const auto received = courier_in(*door, options.file);
    if (!received) return report(received.error());
    const std::string held =
        std::to_string(received->place.epoch.value) + "." + std::to_string(received->place.seq.value);
    put(received->name + " " + to_hex(received->origin) + (received->anew ? ": taken in" : ": nothing new") +
        ", held up to " + held);
    return 0;
}

int courier_out_command(const Options& options) {
    const auto origin = id_from_hex<OriginId>(options.origin);
    if (!origin) return report({ErrorKind::bad_input, "this is not a kiosk's name", options.origin});
    const auto door = open_way_in(options.folder);
    if (!door) return report(door.error());
    SystemRandom random;
    const auto answered = courier_out(*door, *origin, random, options.out);
    if (!answered) return report(answered.error());
    put(answered->path.string());
    return 0;
}

int verify_command(const Options& options) {
    const auto found = ask(options.folder, {{"command", "verify"}});
    if (!found) return report(found.error());
    put(to_compact(*found));
    return found->value("damaged", Json::array()).empty() ? 0 : 3;
}

}  // namespace

}  // namespace baodao::hq

int main(int argc, char** argv) {
    using namespace baodao;
    using namespace baodao::hq;
    // Keys and records of persons lie in what this program writes.
    ::umask(0077);
    CLI::App app("baodao-hq: headquarters of Baodao", "baodao-hq");
    app.require_subcommand(1);
    Options options;
    std::function<int()> run;
    const auto command = [&](CLI::App& parent, const char* name, const char* words,
                             std::function<int()> work) {
        auto* added = parent.add_subcommand(name, words);
        added->callback([&run, work = std::move(work)] { run = work; });
        return added;
    };
    const auto with_data = [&](CLI::App* added) {
        added->add_option("--data", options.folder, "headquarters' folder")->required();
        return added;
    };

    auto* make = command(app, "init", "Make a headquarters: keys, certificate, empty records",
                         [&] { return init(options); });
    make->add_option("DIR", options.folder, "folder to make")->required();
    make->add_option("--store", options.store, "postgresql://… instead of a file in the folder");
    make->add_option("--host", options.hosts, "another name or address for the certificate");

    auto* serving = with_data(
        command(app, "serve", "Serve kiosks until stopped", [&] { return serve_command(options); }));
    serving->add_option("--listen", options.listen, "ADDRESS:PORT; port 0: any")->capture_default_str();

    auto* kiosk = app.add_subcommand("kiosk", "The windows' kiosks");
    kiosk->require_subcommand(1);
    auto* invite = with_data(command(*kiosk, "enroll", "An invitation for one kiosk, good for 15 minutes",
                                     [&] { return enroll(options); }));
    invite->add_option("--name", options.name, "what the kiosk is called here")->required();
    invite->add_option("--url", options.url, "https://HOST:PORT under which kiosks reach headquarters");
    invite->add_option("--out", options.out, "file for `baodaoctl sync join`");
    invite->add_option("--qr", options.file, "PNG picture of the code that the kiosk's camera reads");
    auto* approve =
        with_data(command(*kiosk, "approve", "Take in the kiosk that shows these six digits", [&] {
            return show(ask(options.folder, {{"command", "kiosk approve"}, {"digits", options.digits}}));
        }));
    approve->add_option("DIGITS", options.digits, "as the kiosk shows them")->required();
    with_data(command(*kiosk, "list", "All kiosks, as JSON", [&] {
        return show(ask(options.folder, {{"command", "kiosk list"}}));
    }));
    auto* revoke =
        with_data(command(*kiosk, "revoke", "From now on it hands over its events and reads nothing", [&] {
            return show(
                ask(options.folder,
                    {{"command", "kiosk revoke"}, {"origin", options.origin}, {"wipe", options.wipe}}));
        }));
    revoke->add_flag("--wipe", options.wipe, "and it forgets the names that it keeps");
    revoke->add_option("ORIGIN", options.origin, "32 hexadecimal digits, see kiosk list")->required();

    auto* keys = app.add_subcommand("keys", "The keys that sign slips");
    keys->require_subcommand(1);
    with_data(command(*keys, "list", "All of them, as JSON", [&] { return keys_command(options, {}); }));
    with_data(command(*keys, "rotate",
                      "A new key signs from today on; the one before stays good for its slips", [&] {
                          return keys_command(options, [](HqKeys& held, LocalDate today) {
                              SystemRandom random;
                              return rotate_issuer(held, today, random);
                          });
                      }));
    auto* revoke_key = with_data(
        command(*keys, "revoke", "What this key signed waits for headquarters' word from now on", [&] {
            return keys_command(options, [&](HqKeys& held, LocalDate today) {
                return revoke_issuer(held, options.key, today);
            });
        }));
    revoke_key->add_option("ID", options.key.value, "its number, see keys list")->required();

    auto* user = app.add_subcommand("user", "Who may look at the pages");
    user->require_subcommand(1);
    auto* add_user =
        with_data(command(*user, "add", "A user; the password is asked for, or read from standard input",
                          [&] { return add_user_command(options); }));
    add_user->add_option("--name", options.name, "name to log in with")->required();
    add_user->add_option("--role", options.role, "town, agency or community")
        ->required()
        ->check(CLI::IsMember({"town", "agency", "community"}));
    add_user->add_option("--scope", options.scope, "agency: its name; community: its number");
    add_user->add_option("--qr", options.out, "file (SVG) for the second factor's QR code");
    with_data(command(*user, "list", "All users, as JSON", [&] {
        return show(ask(options.folder, {{"command", "user list"}}));
    }));
    auto* close_user = with_data(command(*user, "close", "This user may not log in any more", [&] {
        return show(ask(options.folder, {{"command", "user close"}, {"name", options.name}}));
    }));
    close_user->add_option("NAME", options.name, "as in user list")->required();

    auto* ledger_report =
        with_data(command(app, "report", "The ledger of a year as a spreadsheet (CSV), with names",
                          [&] { return report_command(options); }));
    ledger_report->add_option("--year", options.year, "else the present one");
    ledger_report->add_option("--out", options.out, "file; else standard output");

    auto* roster = app.add_subcommand("roster", "Whom agencies send");
    roster->require_subcommand(1);
    auto* imported = with_data(
        command(*roster, "import",
                "List the people of a roster and sign their slips, or say what is wrong in which row",
                [&] { return import_roster(options); }));
    imported->add_option("--roster", options.file, "CSV or XLSX with 姓名 and 单位")->required();
    imported->add_option("--community", options.community, "number, for rows whose 社区 is empty");
    auto* slips =
        with_data(command(app, "slips", "签到卡 of what was issued: a PDF to cut up and a table of texts",
                          [&] { return slips_command(options); }));
    slips->add_option("--out", options.out, "PDF to write, eight to an A4 sheet")->required();
    slips->add_option("--texts", options.texts, "TSV to write: serial, name, text")->required();
    slips->add_option("--agency", options.agency, "of this agency; else of all");
    slips->add_option("--year", options.year, "of this year");
    slips->add_option("--batch", options.batch, "this batch; else the newest hand-in");
    auto* courier = app.add_subcommand("courier", "Kiosks without a line: files on a USB stick");
    courier->require_subcommand(1);
    auto* brought = with_data(
        command(*courier, "in", "Take in a window's file", [&] { return courier_in_command(options); }));
    brought->add_option("FILE", options.file, "baodao-to-hq-….bdc")->required();
    auto* answer = with_data(command(*courier, "out", "Acknowledgement and news for a window, as a file",
                                     [&] { return courier_out_command(options); }));
    answer->add_option("--kiosk", options.origin, "32 hexadecimal digits, as `courier in` says")->required();
    answer->add_option("--to", options.out, "folder of the stick")->required();

    with_data(command(app, "verify", "Every chain from its first record on; the exit status says",
                      [&] { return verify_command(options); }));
    auto* ledger = with_data(
        command(app, "ledger", "Everybody's services and minutes of one community, as JSON, by number", [&] {
            return show(ask(options.folder, {{"command", "ledger"}, {"community", options.community}}));
        }));
    ledger->add_option("--community", options.community, "its number, see kiosk list")->required();
    with_data(command(app, "rebuild", "Drop what is derived and make it again from the records", [&] {
        return show(ask(options.folder, {{"command", "rebuild"}}));
    }));
    auto* backup = with_data(command(app, "backup", "A copy of everything, also while headquarters serves",
                                     [&] { return back_up(options); }));
    backup->add_option("--out", options.out, "folder to make; keep it as carefully as the original")
        ->required();
    auto* again = command(app, "restore", "A headquarters from a copy, on either kind of store",
                          [&] { return restore(options); });
    again->add_option("COPY", options.out, "folder that `backup` made")->required();
    again->add_option("DIR", options.folder, "folder to make")->required();
    again->add_option("--store", options.store, "postgresql://… instead of a file in the folder");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    return run();
}
