package io.polyphony.backend.common.rest;

import static org.hamcrest.Matchers.equalTo;

import io.polyphony.backend.testing.PlatformTest;
import io.polyphony.backend.testing.TestTeam;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CreatedTest extends PlatformTest {
    @Inject
    TestTeam team;

    @Test
    void the_answer_tells_where_what_was_made_is_found() {
        var ann = team.user();
        var made = team.as(ann)
                .body(Map.of("name", "Reviews"))
                .post("/api/v1/projects")
                .then()
                .statusCode(201)
                .extract();

        team.as(ann).get(made.header("Location")).then().statusCode(200).body("id", equalTo(made.<String>path("id")));
    }
}
