package io.polyphony.backend.security.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.polyphony.backend.security.NewToken;
import io.polyphony.backend.security.Role;
import io.polyphony.backend.security.Secret;
import io.polyphony.backend.security.TokenService;
import io.polyphony.backend.testing.PlatformTest;
import io.polyphony.backend.testing.TestTeam;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TokenResourceTest extends PlatformTest {
    @Inject
    TestTeam team;

    @Inject
    TokenService tokens;

    @Inject
    EntityManager entities;

    @Test
    void a_token_is_shown_once_and_only_its_hash_is_stored() {
        var ann = team.user();
        var secret = team.as(ann)
                .body(Map.of("name", "laptop", "days", 30))
                .post("/api/v1/tokens")
                .then()
                .statusCode(201)
                .body("secret", startsWith("poly_"), "token.name", equalTo("laptop"), "token.expiresAt", notNullValue())
                .extract()
                .<String>path("secret");
        TestTeam.with(secret).get("/api/v1/me").then().statusCode(200).body("user.name", equalTo(ann.name()));
        team.as(ann)
                .get("/api/v1/tokens")
                .then()
                .body(not(containsString(secret)))
                .body("items.name", contains("test", "laptop", "test"));
        var stored = QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery("select count(*) from api_token where hash = :hash", Long.class)
                        .setParameter("hash", Secret.hash(secret))
                        .getSingleResult());
        assertThat(stored).isEqualTo(1L);
    }

    @Test
    void an_expired_token_opens_nothing() {
        var ann = team.user();
        var issued = tokens.create(ann, new NewToken("short", null, null, 1));
        TestTeam.with(issued.secret()).get("/api/v1/me").then().statusCode(200);
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(
                                "update api_token set expires_at = now() - interval '1 second' where id = :id")
                        .setParameter("id", issued.token().id().value())
                        .executeUpdate());
        TestTeam.with(issued.secret()).get("/api/v1/me").then().statusCode(401);
    }

    @Test
    void a_revoked_token_opens_nothing_and_foreign_ones_cannot_be_revoked() {
        var ann = team.user();
        var issued = tokens.create(ann, new NewToken("lost", null, null, null));
        team.as(team.user())
                .delete("/api/v1/tokens/" + issued.token().id())
                .then()
                .statusCode(404);
        TestTeam.with(issued.secret()).get("/api/v1/me").then().statusCode(200);
        team.as(ann).delete("/api/v1/tokens/" + issued.token().id()).then().statusCode(204);
        TestTeam.with(issued.secret()).get("/api/v1/me").then().statusCode(401);
    }

    @Test
    void use_is_noted() {
        var ann = team.user();
        var issued = tokens.create(ann, new NewToken("used", null, null, null));
        TestTeam.with(issued.secret())
                .get("/api/v1/tokens")
                .then()
                .body("items[0].name", equalTo("used"), "items[0].lastUsedAt", notNullValue());
    }

    @Test
    void a_narrowed_token_can_neither_widen_itself_nor_leave_its_project() {
        var ann = team.user();
        var project = team.project(ann);
        var elsewhere = team.project(ann);
        var secret =
                tokens.create(ann, new NewToken("ci", project, Role.RUNNER, 1)).secret();
        TestTeam.with(secret)
                .get("/api/v1/me")
                .then()
                .body("project", equalTo(project.toString()), "maxRole", equalTo("RUNNER"));
        TestTeam.with(secret)
                .body(Map.of("name", "wide"))
                .post("/api/v1/tokens")
                .then()
                .statusCode(403);
        TestTeam.with(secret)
                .body(Map.of("name", "new"))
                .post("/api/v1/projects")
                .then()
                .statusCode(403);
        TestTeam.with(secret).get("/api/v1/projects").then().body("items.id", contains(project.toString()));
        TestTeam.with(secret).get("/api/v1/projects/" + elsewhere).then().statusCode(404);
        TestTeam.with(secret)
                .body(Map.of("name", "x"))
                .patch("/api/v1/projects/" + project)
                .then()
                .statusCode(403);
    }

    @Test
    void an_administrators_narrowed_token_administers_nothing() {
        var admin = team.admin();
        var secret = tokens.create(admin, new NewToken("narrow", null, Role.VIEWER, 1))
                .secret();
        TestTeam.with(secret).get("/api/v1/users").then().statusCode(403);
        team.as(admin).get("/api/v1/users").then().statusCode(200);
    }

    @Test
    void a_token_cannot_be_bound_to_an_invisible_project() {
        var foreign = team.project(team.user());
        team.as(team.user())
                .body(Map.of("name", "t", "project", foreign.toString()))
                .post("/api/v1/tokens")
                .then()
                .statusCode(404);
    }
}
