package io.polyphony.backend.project;

import io.polyphony.backend.common.DbClock;
import io.polyphony.backend.common.PolyphonyHome;
import io.polyphony.backend.common.UserId;
import io.polyphony.backend.security.Actor;
import io.polyphony.backend.security.NewToken;
import io.polyphony.backend.security.Passwords;
import io.polyphony.backend.security.TokenService;
import io.polyphony.backend.security.User;
import io.polyphony.backend.security.UserStore;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Gives a fresh installation its administrator with a random password and token, kept in the home for its owner only, and
 * the project "Default". A given {@code polyphony.admin.password} is used instead (several servers on one database).
 */
@ApplicationScoped
class FirstStart {
    private static final Logger LOG = Logger.getLogger(FirstStart.class);
    private static final String WORKER = "worker";
    private static final String ADMIN = "admin";

    private final UserStore users;
    private final TokenService tokens;
    private final ProjectService projects;
    private final DbClock clock;
    private final Optional<String> givenPassword;
    private final PolyphonyHome home;
    private final String role;

    FirstStart(
            UserStore users,
            TokenService tokens,
            ProjectService projects,
            DbClock clock,
            @ConfigProperty(name = "polyphony.admin.password") Optional<String> givenPassword,
            @ConfigProperty(name = PolyphonyHome.PROPERTY) Path home,
            @ConfigProperty(name = "polyphony.role") String role) {
        this.users = users;
        this.tokens = tokens;
        this.projects = projects;
        this.clock = clock;
        this.givenPassword = givenPassword;
        this.home = PolyphonyHome.at(home);
        this.role = role;
    }

    @Transactional
    void onStart(@Observes StartupEvent start) {
        if (!WORKER.equals(role) && users.lockFirst()) {
            prepare();
        }
    }

    private void prepare() {
        var password = givenPassword.orElseGet(Passwords::random);
        var user = new User(UserId.next(), ADMIN, "Administrator", true, false, clock.now());
        users.add(user, Optional.of(Passwords.hash(password)));
        var actor = new Actor(user.id(), user.name(), true);
        projects.create(actor, new NewProject("Default", null));
        var token = tokens.create(actor, new NewToken("first start", null, null, null));
        var tokenFile = home.writeSecret("admin-token", token.secret());
        var passwordFile = home.writeSecret("admin-password", password);
        LOG.infof(
                "First start. Sign in as %s with the password %s%nIt is also in %s; a token for REST is in %s.",
                ADMIN, givenPassword.isPresent() ? "that you set." : password, passwordFile, tokenFile);
    }
}
