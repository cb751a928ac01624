package io.polyphony.backend.security.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.polyphony.backend.common.Ids;
import io.polyphony.backend.security.Actor;
import io.polyphony.backend.testing.PlatformTest;
import io.polyphony.backend.testing.TestTeam;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IdempotencyTest extends PlatformTest {
    @Inject
    TestTeam team;

    private final String key = Ids.next().toString();
    private final String nowhere = Ids.next().toString();

    @Test
    void a_repetition_gets_the_first_answer_and_has_no_effect() {
        var ann = team.user();
        var id = post(ann, key, "Reviews").statusCode(201).extract().<String>path("id");
        post(ann, key, "Reviews")
                .statusCode(201)
                .contentType("application/json")
                .header("Idempotency-Replayed", "true")
                .body("id", equalTo(id));
        projects(ann, 1);
    }

    @Test
    void refusals_are_repeated_too() {
        var ann = team.user();
        post(ann, key, "").statusCode(422);
        post(ann, key, "")
                .statusCode(422)
                .header("Idempotency-Replayed", "true")
                .contentType("application/problem+json");
    }

    @Test
    void another_body_under_the_same_key_is_invalid() {
        var ann = team.user();
        post(ann, key, "Reviews").statusCode(201);
        post(ann, key, "Digits").statusCode(422).body("detail", containsString(key));
        projects(ann, 1);
    }

    @Test
    void a_table_as_long_as_the_first_one_is_another() {
        var ann = team.user();
        table(ann, "number,state\n0,COMPLETE\n").statusCode(404);
        table(ann, "number,state\n0,COMPLETE\n").statusCode(404).header("Idempotency-Replayed", "true");
        table(ann, "number,state\n1,COMPLETE\n").statusCode(422).body("detail", containsString(key));
    }

    private ValidatableResponse table(Actor actor, String csv) {
        return team.as(actor)
                .header("Idempotency-Key", key)
                .contentType("text/csv")
                .body(csv)
                .post("/api/v1/experiments/%s/trials.csv".formatted(nowhere))
                .then();
    }

    @Test
    void keys_belong_to_their_user() {
        var ann = team.user();
        post(ann, key, "Reviews").statusCode(201);
        var bob = team.user();
        post(bob, key, "Digits").statusCode(201);
        projects(bob, 1);
    }

    @Test
    void of_concurrent_repetitions_exactly_one_has_an_effect() throws Exception {
        var ann = team.user();
        var token = team.token(ann);
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 8)
                    .mapToObj(_ -> threads.submit(() -> {
                        start.await();
                        return TestTeam.with(token)
                                .header("Idempotency-Key", key)
                                .body(Map.of("name", "Reviews"))
                                .post("/api/v1/projects")
                                .statusCode();
                    }))
                    .toList();
            start.countDown();
            for (var answer : answers) {
                assertThat(answer.get()).isIn(201, 409);
            }
        }
        projects(ann, 1);
    }

    @Test
    void a_secret_is_not_kept_for_repetitions() {
        var ann = team.user();
        for (var secret : new String[] {"poly_", "(shown once)"}) {
            team.as(ann)
                    .header("Idempotency-Key", key)
                    .body(Map.of("name", "laptop"))
                    .post("/api/v1/tokens")
                    .then()
                    .statusCode(201)
                    .body("secret", startsWith(secret));
        }
    }

    @Test
    void a_key_has_a_reasonable_length() {
        post(team.user(), "x".repeat(201), "Reviews").statusCode(400);
    }

    private ValidatableResponse post(Actor actor, String idempotencyKey, String name) {
        return team.as(actor)
                .header("Idempotency-Key", idempotencyKey)
                .body(Map.of("name", name))
                .post("/api/v1/projects")
                .then();
    }

    private void projects(Actor actor, int count) {
        team.as(actor).get("/api/v1/projects").then().body("items", hasSize(count));
    }
}
