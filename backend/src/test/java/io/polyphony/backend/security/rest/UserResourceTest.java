package io.polyphony.backend.security.rest;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.polyphony.backend.common.Conflict;
import io.polyphony.backend.common.Forbidden;
import io.polyphony.backend.common.Ids;
import io.polyphony.backend.common.Invalid;
import io.polyphony.backend.security.SignIn;
import io.polyphony.backend.security.UserChange;
import io.polyphony.backend.security.UserService;
import io.polyphony.backend.testing.PlatformTest;
import io.polyphony.backend.testing.TestTeam;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

@QuarkusTest
class UserResourceTest extends PlatformTest {
    private static final String PASSWORD = "correct horse battery";

    @Inject
    TestTeam team;

    @Inject
    UserService users;

    @Inject
    SignIn signIn;

    @Inject
    EntityManager entities;

    @Test
    void administrators_add_users_and_no_hash_is_ever_shown() {
        var admin = team.admin();
        var name = "ann-" + Ids.next();
        team.as(admin)
                .body(Map.of("name", name, "displayName", "Ann", "password", PASSWORD))
                .post("/api/v1/users")
                .then()
                .statusCode(201)
                .body("displayName", equalTo("Ann"), "admin", equalTo(false))
                .body(not(containsString("$2")));
        Assertions.assertThat(signIn.byPassword(name, PASSWORD)).isPresent();
        Assertions.assertThat(signIn.byPassword(name, "another password")).isEmpty();
        team.as(admin)
                .body(Map.of("name", name))
                .post("/api/v1/users")
                .then()
                .statusCode(409)
                .body("detail", containsString(name));
    }

    @Test
    void names_and_passwords_are_checked() {
        var admin = team.admin();
        for (var name : new String[] {"", "Ann", "a b", "-ann", "<script>"}) {
            team.as(admin)
                    .body(Map.of("name", name))
                    .post("/api/v1/users")
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", hasItem("/name"));
        }
        for (var password : new String[] {"short", "x".repeat(73)}) {
            team.as(admin)
                    .body(Map.of("name", "n" + Ids.next(), "password", password))
                    .post("/api/v1/users")
                    .then()
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/password"))
                    .body(not(containsString(password)));
        }
    }

    @Test
    void a_password_changes_only_for_who_knows_the_present_one() {
        var ann = team.user(PASSWORD, false);
        assertThatThrownBy(() -> users.changePassword(ann, "another password", "the future one"))
                .isInstanceOf(Invalid.class);
        users.changePassword(ann, PASSWORD, "the future one");
        Assertions.assertThat(signIn.byPassword(ann.name(), PASSWORD)).isEmpty();
        Assertions.assertThat(signIn.byPassword(ann.name(), "the future one")).isPresent();
    }

    @Test
    void the_last_administrator_stays_one() {
        QuarkusTransaction.begin();
        try {
            entities.createNativeQuery("update app_user set admin = false").executeUpdate();
            var last = team.admin();
            var other = team.user();
            var resign = new UserChange(null, false, null, null);
            assertThatThrownBy(() -> users.change(last, last.id(), resign)).isInstanceOf(Conflict.class);
            users.change(last, other.id(), new UserChange(null, true, null, null));
            Assertions.assertThat(users.change(last, last.id(), resign).admin()).isFalse();
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    @Test
    void others_do_not_see_users() {
        var ann = team.user();
        var bob = team.user();
        assertThatThrownBy(() -> users.get(ann, bob.id())).isInstanceOf(Forbidden.class);
        Assertions.assertThat(users.get(ann, ann.id()).name()).isEqualTo(ann.name());
        team.as(team.admin()).get("/api/v1/users?limit=1").then().body("next", notNullValue());
    }
}
