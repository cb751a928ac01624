package io.polyphony.backend.security;

import io.polyphony.backend.common.Conflict;
import io.polyphony.backend.common.Cursor;
import io.polyphony.backend.common.DbClock;
import io.polyphony.backend.common.Forbidden;
import io.polyphony.backend.common.Invalid;
import io.polyphony.backend.common.NotFound;
import io.polyphony.backend.common.Page;
import io.polyphony.backend.common.PageRequest;
import io.polyphony.backend.common.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The instance's users. Administrators manage them; everyone may see oneself and change one's own password. */
@ApplicationScoped
@Transactional
public class UserService {
    private final UserStore users;
    private final Access access;
    private final AuditLog audit;
    private final DbClock clock;
    private final Event<SessionsEnded> ended;

    UserService(UserStore users, Access access, AuditLog audit, DbClock clock, Event<SessionsEnded> ended) {
        this.users = users;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
        this.ended = ended;
    }

    /** Adds a user; for administrators. Throws {@link Conflict} when the name is taken. */
    public User create(Actor actor, @NotNull @Valid NewUser request) {
        access.requireAdmin(actor);
        var name = request.displayName() == null ? request.name() : request.displayName();
        var user = new User(UserId.next(), request.name(), name, request.admin(), false, clock.now());
        users.add(user, Optional.ofNullable(request.password()).map(Passwords::hash));
        audit.record(actor, "user.create", user.id(), null, Map.of("name", user.name(), "admin", user.admin()));
        return user;
    }

    /** All users by name; for administrators. */
    public Page<User> page(Actor actor, PageRequest request) {
        access.requireAdmin(actor);
        return request.page(users.page(request), user -> Cursor.of(user.name()));
    }

    /** One user; for administrators and the user. */
    public User get(Actor actor, UserId id) {
        if (!actor.id().equals(id)) {
            access.requireAdmin(actor);
        }
        return existing(id);
    }

    /** Changes a user; for administrators. The last enabled administrator stays one. A new password ends all sessions. */
    public User change(Actor actor, UserId id, @NotNull @Valid UserChange change) {
        access.requireAdmin(actor);
        long admins = users.lockAdmins();
        var before = existing(id);
        var after = changed(before, change);
        if (before.admin() && !before.disabled() && (!after.admin() || after.disabled()) && admins == 1) {
            throw new Conflict("The user (%s) is the last administrator. Maybe make another user one first."
                    .formatted(before.name()));
        }
        users.update(after);
        if (change.password() != null) {
            users.setPasswordHash(id, Passwords.hash(change.password()));
        }
        if (change.password() != null || after.disabled()) {
            ended.fire(new SessionsEnded(id));
        }
        audit.record(actor, "user.change", id, null, facts(change));
        return after;
    }

    /**
     * Changes the actor's own password, who must know the present one, and ends all sessions: the browser that asked signs in
     * again with the new one. Not possible with a token.
     */
    public void changePassword(Actor actor, String present, String future) {
        if (actor.token().isPresent()) {
            throw new Forbidden("A token cannot change a password. Maybe sign in with the browser.");
        }
        var credentials = users.named(actor.name()).orElseThrow(() -> NotFound.of("user", actor.name()));
        if (!Passwords.fits(present, credentials.passwordHash())) {
            throw Invalid.field("/present", "The present password is another one.");
        }
        users.setPasswordHash(actor.id(), Passwords.hash(future));
        ended.fire(new SessionsEnded(actor.id()));
        audit.record(actor, "user.password", actor.id(), null, Map.of());
    }

    private User existing(UserId id) {
        return users.find(id).orElseThrow(() -> NotFound.of("user", id));
    }

    private static User changed(User user, UserChange change) {
        return new User(
                user.id(),
                user.name(),
                Objects.requireNonNullElse(change.displayName(), user.displayName()),
                Objects.requireNonNullElse(change.admin(), user.admin()),
                Objects.requireNonNullElse(change.disabled(), user.disabled()),
                user.createdAt());
    }

    private static Map<String, Object> facts(UserChange change) {
        var facts = new HashMap<String, Object>();
        Optional.ofNullable(change.displayName()).ifPresent(name -> facts.put("displayName", name));
        Optional.ofNullable(change.admin()).ifPresent(admin -> facts.put("admin", admin));
        Optional.ofNullable(change.disabled()).ifPresent(disabled -> facts.put("disabled", disabled));
        if (change.password() != null) {
            facts.put("password", "changed");
        }
        return facts;
    }
}
