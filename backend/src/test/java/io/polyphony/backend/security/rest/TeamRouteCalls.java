package io.polyphony.backend.security.rest;

import io.polyphony.backend.common.Ids;
import io.polyphony.backend.security.NewToken;
import io.polyphony.backend.security.TokenService;
import io.polyphony.backend.testing.routes.Call;
import io.polyphony.backend.testing.routes.RouteCalls;
import io.polyphony.backend.testing.routes.Scene;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.function.Function;

@ApplicationScoped
class TeamRouteCalls implements RouteCalls {
    private final TokenService tokens;

    TeamRouteCalls(TokenService tokens) {
        this.tokens = tokens;
    }

    @Override
    public Map<String, Function<Scene, Call>> calls() {
        return Map.of(
                "POST /api/v1/users", _ -> Call.of("/api/v1/users", Map.of("name", "n" + Ids.next())),
                "GET /api/v1/users/{id}",
                        scene -> Call.of("/api/v1/users/" + scene.team().user().id()),
                "PATCH /api/v1/users/{id}",
                        scene -> Call.of("/api/v1/users/" + scene.team().user().id(), Map.of("disabled", true)),
                "POST /api/v1/tokens", _ -> Call.of("/api/v1/tokens", Map.of("name", "t")),
                "DELETE /api/v1/tokens/{id}", scene -> Call.of("/api/v1/tokens/" + tokenOf(scene)));
    }

    private Object tokenOf(Scene scene) {
        return tokens.create(scene.caller(), new NewToken("to be revoked", null, null, null))
                .token()
                .id();
    }
}
