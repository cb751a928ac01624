package io.polyphony.backend.security.rest;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;

import io.polyphony.backend.security.Role;
import io.polyphony.backend.testing.PlatformTest;
import io.polyphony.backend.testing.TestTeam;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AuditResourceTest extends PlatformTest {
    @Inject
    TestTeam team;

    @Inject
    EntityManager entities;

    @Test
    void a_write_is_recorded_with_who_what_token_and_request() {
        var ann = team.user();
        var project = team.project(ann);
        team.as(ann)
                .header("X-Request-Id", "rename-1")
                .body(Map.of("name", "Renamed"))
                .patch("/api/v1/projects/" + project)
                .then()
                .statusCode(200);
        team.as(ann)
                .get("/api/v1/audit?limit=1&project=" + project)
                .then()
                .statusCode(200)
                .body("items[0].action", equalTo("project.change"))
                .body("items[0].userName", equalTo(ann.name()))
                .body("items[0].subject", equalTo(project.toString()))
                .body("items[0].request", equalTo("rename-1"))
                .body("items[0].token", notNullValue())
                .body("items[0].detail.name", equalTo("Renamed"));
    }

    @Test
    void entries_page_backwards_in_time() {
        var ann = team.user();
        var project = team.project(ann);
        team.member(ann, project, Role.VIEWER);
        var first = team.as(ann)
                .get("/api/v1/audit?limit=1&project=" + project)
                .then()
                .body("items.action", contains("member.set"))
                .extract()
                .<String>path("next");
        team.as(ann)
                .get("/api/v1/audit?limit=1&project=" + project + "&cursor=" + first)
                .then()
                .body("items.action", contains("project.create"));
    }

    @Test
    void owners_see_their_project_others_what_they_did() {
        var ann = team.user();
        var project = team.project(ann);
        var bob = team.member(ann, project, Role.EDITOR);
        team.as(bob).get("/api/v1/audit?project=" + project).then().statusCode(403);
        team.as(team.user()).get("/api/v1/audit?project=" + project).then().statusCode(404);
        team.as(bob).get("/api/v1/audit?user=" + ann.id()).then().statusCode(403);
        team.as(bob).get("/api/v1/audit").then().statusCode(200).body("items.userName", everyItem(equalTo(bob.name())));
        team.as(team.admin())
                .get("/api/v1/audit?user=" + ann.id())
                .then()
                .body("items.userName", everyItem(equalTo(ann.name())), "items.size()", equalTo(2));
    }

    @Test
    void history_cannot_be_rewritten() {
        team.project(team.user());
        for (var sql : new String[] {"update audit_entry set user_name = 'eve'", "delete from audit_entry"}) {
            assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                            .run(() -> entities.createNativeQuery(sql).executeUpdate()))
                    .hasStackTraceContaining("append-only");
        }
    }
}
