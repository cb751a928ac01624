package io.polyphony.backend.common.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.polyphony.backend.testing.PlatformTest;
import io.polyphony.backend.testing.TestTeam;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ProblemMappersTest extends PlatformTest {
    @Inject
    TestTeam team;

    @Test
    void broken_json_names_its_line() {
        problem(post("{\"name\": \"x\",\n oops}"), 400, "Malformed request").body("detail", containsString("line 2"));
    }

    @Test
    void a_misspelt_member_is_named_with_the_known_ones() {
        problem(post("{\"nmae\": \"x\"}"), 400, "Malformed request")
                .body("errors[0].pointer", equalTo("/nmae"))
                .body(
                        "errors[0].detail",
                        allOf(containsString("known are description, name"), containsString("line 1")));
    }

    @Test
    void a_member_of_another_type_is_named() {
        problem(post("{\"name\": {\"first\": 1}}"), 400, "Malformed request")
                .body("errors[0].pointer", equalTo("/name"));
    }

    @Test
    void a_word_where_a_number_belongs_is_named() {
        problem(
                        team.as(team.user())
                                .body("{\"name\":\"t\",\"days\":\"many\"}")
                                .post("/api/v1/tokens"),
                        400,
                        "Malformed request")
                .body("errors[0].pointer", equalTo("/days"))
                .body("errors[0].detail", containsString("the value (many) is no whole number"));
    }

    @Test
    void an_unknown_word_is_answered_with_the_known_ones() {
        problem(
                        team.as(team.user())
                                .body("{\"name\":\"t\",\"maxRole\":\"KING\"}")
                                .post("/api/v1/tokens"),
                        400,
                        "Malformed request")
                .body("errors[0].pointer", equalTo("/maxRole"))
                .body("errors[0].detail", allOf(containsString("KING"), containsString("VIEWER")));
    }

    @Test
    void an_unreadable_id_is_named() {
        problem(
                        team.as(team.user())
                                .body("{\"name\":\"t\",\"project\":\"seven\"}")
                                .post("/api/v1/tokens"),
                        400,
                        "Malformed request")
                .body("errors[0].pointer", equalTo("/project"))
                .body("detail", not(containsString("io.polyphony")));
    }

    @Test
    void a_constraint_names_its_member() {
        problem(post("{\"name\": \" \"}"), 422, "Invalid request")
                .body("errors[0].pointer", equalTo("/name"), "detail", containsString("/name"));
    }

    @Test
    void an_empty_body_is_told() {
        problem(team.as(team.user()).post("/api/v1/projects"), 422, "Invalid request")
                .body("detail", containsString("no body"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/v1/nothing", "/api/v2/projects", "/api", "/api/", "/api/v1/projects/x/y/z", "/api/v1/me/x"
            })
    void unknown_paths_are_missing(String path) {
        problem(team.as(team.user()).get(path), 404, "Not found");
    }

    @Test
    void an_id_that_is_none_is_missing() {
        problem(team.as(team.user()).get("/api/v1/projects/seven"), 404, "Not found");
    }

    @Test
    void a_known_path_refuses_other_methods_and_media_types() {
        problem(team.as(team.user()).delete("/api/v1/me"), 405, "Method not allowed");
        problem(
                team.as(team.user()).contentType("text/csv").body("a,b").post("/api/v1/projects"),
                415,
                "Unsupported media type");
    }

    @Test
    void a_cursor_or_limit_of_nowhere_is_malformed() {
        problem(team.as(team.user()).get("/api/v1/projects?cursor=!"), 400, "Malformed request");
        problem(team.as(team.user()).get("/api/v1/projects?limit=100000"), 400, "Malformed request");
    }

    @Test
    void a_fault_of_the_server_keeps_its_secrets() {
        problem(given().get("/api/v1/fault-of-tests"), 500, "Server error")
                .body("detail", not(containsString("secret")))
                .body("traceId", notNullValue());
    }

    @Test
    void a_request_id_is_given_back() {
        given().header("X-Request-Id", "abc-1")
                .get("/api/v1/fault-of-tests")
                .then()
                .header("X-Request-Id", "abc-1")
                .body("traceId", equalTo("abc-1"));
        given().header("X-Request-Id", "<script>")
                .get("/api/v1/fault-of-tests")
                .then()
                .header("X-Request-Id", not(containsString("<")));
    }

    private Response post(String body) {
        return team.as(team.user()).body(body).post("/api/v1/projects");
    }

    private static ValidatableResponse problem(Response response, int status, String title) {
        return response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body(
                        "status",
                        equalTo(status),
                        "title",
                        equalTo(title),
                        "type",
                        containsString("urn:polyphony:problem:"))
                .body("detail", notNullValue(), "instance", notNullValue());
    }
}
