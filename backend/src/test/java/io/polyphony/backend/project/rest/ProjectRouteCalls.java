package io.polyphony.backend.project.rest;

import io.polyphony.backend.security.Actor;
import io.polyphony.backend.security.Role;
import io.polyphony.backend.testing.routes.Call;
import io.polyphony.backend.testing.routes.RouteCalls;
import io.polyphony.backend.testing.routes.Scene;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.function.Function;

@ApplicationScoped
class ProjectRouteCalls implements RouteCalls {
    @Override
    public Map<String, Function<Scene, Call>> calls() {
        return Map.of(
                "POST /api/v1/projects", _ -> Call.of("/api/v1/projects", Map.of("name", "p")),
                "GET /api/v1/projects/{id}", scene -> Call.of(project(scene)),
                "GET /api/v1/projects/{id}/events", scene -> Call.of(project(scene) + "/events"),
                "PATCH /api/v1/projects/{id}", scene -> Call.of(project(scene), Map.of("description", "d")),
                "GET /api/v1/projects/{project}/members", scene -> Call.of(project(scene) + "/members"),
                "POST /api/v1/projects/{project}/members",
                        scene -> Call.of(
                                project(scene) + "/members",
                                Map.of("user", scene.team().user().name(), "role", "VIEWER")),
                "PUT /api/v1/projects/{project}/members/{user}",
                        scene -> Call.of(
                                project(scene) + "/members/" + member(scene).id(), Map.of("role", "EDITOR")),
                "DELETE /api/v1/projects/{project}/members/{user}",
                        scene -> Call.of(
                                project(scene) + "/members/" + member(scene).id()));
    }

    private static Actor member(Scene scene) {
        return scene.team().member(scene.owner(), scene.project(), Role.VIEWER);
    }

    private static String project(Scene scene) {
        return "/api/v1/projects/" + scene.project();
    }
}
