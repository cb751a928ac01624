package io.polyphony.backend.security.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.polyphony.backend.security.UserChange;
import io.polyphony.backend.security.UserService;
import io.polyphony.backend.testing.PlatformTest;
import io.polyphony.backend.testing.TestTeam;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class DoorTest extends PlatformTest {
    private static final String PASSWORD = "correct horse battery";
    private static final String COOKIE = "polyphony-session";

    @Inject
    TestTeam team;

    @Inject
    UserService users;

    @Test
    void the_right_password_opens_a_session_that_reads_but_does_not_write_over_rest() {
        var ann = team.user(PASSWORD, false);
        var session = login(ann.name(), PASSWORD);
        session.then().statusCode(302).header("Location", endsWith("/"));
        assertThat(session.getDetailedCookie(COOKIE).isHttpOnly()).isTrue();
        assertThat(session.getDetailedCookie(COOKIE).getSameSite()).isEqualToIgnoringCase("strict");
        var cookie = session.getCookie(COOKIE);
        given().cookie(COOKIE, cookie).get("/api/v1/me").then().statusCode(200).body("user.name", equalTo(ann.name()));
        given().cookie(COOKIE, cookie)
                .contentType("application/json")
                .body(Map.of("name", "forged"))
                .post("/api/v1/projects")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("detail", containsString("token"));
    }

    @Test
    void a_disabled_user_is_out_at_once_by_session_and_by_token() {
        var ann = team.user(PASSWORD, false);
        var cookie = login(ann.name(), PASSWORD).getCookie(COOKIE);
        var token = team.token(ann);
        team.as(team.admin())
                .body(Map.of("disabled", true))
                .patch("/api/v1/users/" + ann.id())
                .then()
                .statusCode(200);
        TestTeam.with(token).get("/api/v1/me").then().statusCode(401);
        given().cookie(COOKIE, cookie).get("/api/v1/me").then().statusCode(401);
        login(ann.name(), PASSWORD).then().header("Location", containsString("error"));
    }

    @Test
    void a_new_password_ends_the_sessions_that_the_old_one_opened() {
        var ann = team.user(PASSWORD, false);
        var before = login(ann.name(), PASSWORD).getCookie(COOKIE);
        var token = team.token(ann);
        given().cookie(COOKIE, before).get("/api/v1/me").then().statusCode(200);
        users.changePassword(ann, PASSWORD, "another battery horse");
        given().cookie(COOKIE, before).get("/api/v1/me").then().statusCode(401);
        var page = given().redirects().follow(false).cookie(COOKIE, before).get("/datasets");
        page.then().statusCode(302).header("Location", endsWith("/login"));
        assertThat(page.getCookie(COOKIE)).isEmpty();
        var after = login(ann.name(), "another battery horse").getCookie(COOKIE);
        given().cookie(COOKIE, after).get("/api/v1/me").then().statusCode(200);
        TestTeam.with(token).get("/api/v1/me").then().statusCode(200);
        users.change(team.admin(), ann.id(), new UserChange(null, null, null, "and a third one"));
        given().cookie(COOKIE, after).get("/api/v1/me").then().statusCode(401);
    }

    @Test
    void a_wrong_password_and_an_unknown_name_are_told_apart_by_nobody() {
        var ann = team.user(PASSWORD, false);
        var wrong = login(ann.name(), "wrong password");
        var unknown = login("nobody", "wrong password");
        assertThat(wrong.statusCode()).isEqualTo(unknown.statusCode());
        assertThat(wrong.header("Location"))
                .isEqualTo(unknown.header("Location"))
                .contains("/login?error");
        assertThat(wrong.getCookie(COOKIE)).isNull();
    }

    @Test
    void guessing_is_slowed_down_even_for_the_right_password() {
        var ann = team.user(PASSWORD, false);
        for (int i = 0; i < 9; i++) {
            login(ann.name(), "guess number " + i);
        }
        login(ann.name(), PASSWORD).then().header("Location", containsString("error"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer poly_wrong", "Bearer ", "Bearer", "Basic YWRtaW46YWRtaW4=", "poly_x"})
    void other_credentials_are_a_problem_with_a_challenge(String header) {
        given().header("Authorization", header)
                .get("/api/v1/me")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", containsString("Bearer"))
                .body("title", equalTo("Sign in first"));
    }

    @Test
    void the_scheme_is_written_in_any_case() {
        given().header("Authorization", "bearer " + team.token(team.user()))
                .get("/api/v1/me")
                .then()
                .statusCode(200);
    }

    @Test
    void foreign_hosts_and_foreign_pages_are_refused() {
        var token = team.token(team.user());
        TestTeam.with(token)
                .header("Host", "evil.example")
                .get("/api/v1/me")
                .then()
                .statusCode(403);
        TestTeam.with(token)
                .header("Origin", "https://evil.example")
                .body(Map.of("name", "forged"))
                .post("/api/v1/projects")
                .then()
                .statusCode(403);
        given().header("Origin", "https://evil.example")
                .formParam("username", "admin")
                .formParam("password", "x")
                .post("/j_security_check")
                .then()
                .statusCode(403);
        given().header("Host", "10.0.0.7").get("/q/health").then().statusCode(200);
        given().header("Host", "10.0.0.7").get("/q/metrics").then().statusCode(200);
    }

    @Test
    void every_answer_tells_browsers_what_not_to_do() {
        given().get("/q/openapi")
                .then()
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"));
        given().get("/api/v1/nothing")
                .then()
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Cache-Control", "no-store");
    }

    @Test
    void the_api_is_described() {
        given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("components.securitySchemes.bearer.scheme", equalTo("bearer"))
                .body("paths.'/api/v1/projects'.post.summary", containsString("project"))
                .body("paths.'/api/v1/projects'.post.responses.'401'.content", not(equalTo(null)));
        given().get("/q/swagger-ui/").then().statusCode(200);
    }

    private static Response login(String name, String password) {
        return given().redirects()
                .follow(false)
                .formParam("username", name)
                .formParam("password", password)
                .post("/j_security_check");
    }
}
