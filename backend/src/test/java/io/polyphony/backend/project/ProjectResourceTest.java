package io.polyphony.backend.project;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.security.Role;
import io.polyphony.backend.testing.PlatformTest;
import io.polyphony.backend.testing.TestTeam;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProjectResourceTest extends PlatformTest {
    @Inject
    TestTeam team;

    @Test
    void who_makes_a_project_owns_it_and_others_do_not_know_it() {
        var ann = team.user();
        var id = team.as(ann)
                .body(Map.of("name", "Reviews"))
                .post("/api/v1/projects")
                .then()
                .statusCode(201)
                .body("name", equalTo("Reviews"), "role", equalTo("OWNER"), "description", equalTo(""))
                .extract()
                .<String>path("id");
        team.as(team.user())
                .get("/api/v1/projects/" + id)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", containsString(id), "traceId", notNullValue());
        team.as(team.user()).get("/api/v1/projects").then().statusCode(200).body("items.id", not(hasItem(id)));
    }

    @Test
    void lists_page_by_cursor() {
        var ann = team.user();
        var ids = java.util.stream.Stream.generate(() -> team.project(ann).toString())
                .limit(3)
                .toList();
        var first = team.as(ann)
                .get("/api/v1/projects?limit=2")
                .then()
                .statusCode(200)
                .body("items.id", equalTo(ids.subList(0, 2)))
                .extract()
                .<String>path("next");
        team.as(ann)
                .get("/api/v1/projects?limit=2&cursor=" + first)
                .then()
                .body("items.id", equalTo(ids.subList(2, 3)), "next", nullValue());
    }

    @Test
    void owners_manage_members_and_the_last_owner_stays() {
        var ann = team.user();
        var project = team.project(ann);
        var bob = team.member(ann, project, Role.EDITOR);
        team.as(ann)
                .get(path(project))
                .then()
                .statusCode(200)
                .body("items.name", containsInAnyOrder(ann.name(), bob.name()));
        team.as(ann)
                .delete(path(project) + "/" + ann.id())
                .then()
                .statusCode(409)
                .body("detail", containsString("last owner"));
        team.as(ann)
                .body(Map.of("role", "VIEWER"))
                .put(path(project) + "/" + ann.id())
                .then()
                .statusCode(409);
        team.as(ann)
                .body(Map.of("role", "OWNER"))
                .put(path(project) + "/" + bob.id())
                .then()
                .statusCode(200);
        team.as(ann).delete(path(project) + "/" + ann.id()).then().statusCode(204);
        team.as(ann).get(path(project)).then().statusCode(404);
    }

    @Test
    void a_viewer_may_leave_but_not_remove_others() {
        var ann = team.user();
        var project = team.project(ann);
        var bob = team.member(ann, project, Role.VIEWER);
        team.as(bob).delete(path(project) + "/" + ann.id()).then().statusCode(403);
        team.as(bob).delete(path(project) + "/" + bob.id()).then().statusCode(204);
    }

    @Test
    void an_unknown_user_cannot_become_a_member() {
        var ann = team.user();
        team.as(ann)
                .body(Map.of("user", "nobody-here", "role", "VIEWER"))
                .post(path(team.project(ann)))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/user"), "detail", containsString("nobody-here"));
    }

    private static String path(ProjectId project) {
        return "/api/v1/projects/" + project + "/members";
    }
}
