// SPDX-License-Identifier: MIT
// The keys that one desk trusts, and the only maker of verified slips.
#pragma once

#include <utility>
#include <variant>
#include <vector>

#include "domain/slip/keys.hpp"
#include "domain/slip/slip.hpp"

namespace baodao {

// A slip whose signature holds under a key that may sign it. Its dates, community and purpose are
// not judged yet: that is decided later, with the desk's state.
class VerifiedSlip {
  public:
    [[nodiscard]] const Slip& slip() const { return slip_; }
    // Signed by a window for itself (IssuerKey::delegated).
    [[nodiscard]] bool by_delegated_key() const { return by_delegated_key_; }
    // Signed by a key for tests; only a test desk ever sees one.
    [[nodiscard]] bool by_test_key() const { return by_test_key_; }

  private:
    friend class Keyring;
    VerifiedSlip(Slip slip, const IssuerKey& key)
        : slip_(std::move(slip)), by_delegated_key_(key.delegated), by_test_key_(key.test) {}

    Slip slip_;
    bool by_delegated_key_;
    bool by_test_key_;
};

enum class DeskKind { production, test };

// A value: copy it to the thread that scans. What it was given as bytes is what to store; a keyring
// is made again by giving the same bytes in the same order.
class Keyring {
  public:
    explicit Keyring(DeskKind desk) : desk_(desk) {}

    // Pins a root. Key sets of the roots before it stay as they are, for slips issued under them, and are
    // never replaced any more. Does nothing when `root` is the pinned one.
    void pin_root(const PublicKey& root);

    // Takes the pinned root's next key set. refused when another signed it or the version is not higher
    // than the one held (fault 73); damaged when it can't be read. On failure nothing changes.
    [[nodiscard]] Status accept_key_set(ByteSpan bytes);

    [[nodiscard]] std::variant<VerifiedSlip, SlipRefusal> verify(const UnverifiedSlip& slip) const;

    // The version held of the pinned root's key set; 0 before the first.
    [[nodiscard]] ListVersion version() const;
    // The pinned root's key set is older than it asks to be: to be said, never a reason to refuse a slip.
    [[nodiscard]] bool stale_on(LocalDate today) const;
    // Every key with that id, of the pinned root and of those before it, in no order that means anything.
    [[nodiscard]] std::vector<const IssuerKey*> keys_with(KeyId id) const;
    // Not revoked, and not a test key unless this is a test desk.
    [[nodiscard]] bool trusts(const IssuerKey& key) const;

  private:
    struct Root {
        PublicKey public_key;
        KeySet keys;  // version 0 and empty before the first
    };

    DeskKind desk_;
    std::vector<Root> roots_;  // the pinned one last
};

}  // namespace baodao
