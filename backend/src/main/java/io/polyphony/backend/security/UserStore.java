package io.polyphony.backend.security;

import io.polyphony.backend.common.PageRequest;
import io.polyphony.backend.common.UserId;
import java.util.List;
import java.util.Optional;

/** Where users are kept. Callers hold a transaction. */
public interface UserStore {
    /** A user with the hash of the password, if there is one. */
    record Credentials(User user, Optional<String> passwordHash) {}

    /** Adds a user; throws {@link io.polyphony.backend.common.Conflict} when the name is taken. */
    void add(User user, Optional<String> passwordHash);

    /** Overwrites everything but the password. */
    void update(User user);

    /** Overwrites the password. */
    void setPasswordHash(UserId user, String hash);

    /** The user with this id. */
    Optional<User> find(UserId id);

    /** The user with this login name. */
    Optional<Credentials> named(String name);

    /** Users by name, one more than the page's limit. */
    List<User> page(PageRequest request);

    /** How many enabled administrators there are; locks them, so that two cannot resign at once. */
    long lockAdmins();

    /** Whether there is no user yet; holds back other processes that ask the same until the transaction ends. */
    boolean lockFirst();
}
