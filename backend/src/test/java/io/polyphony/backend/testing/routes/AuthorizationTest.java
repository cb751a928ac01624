package io.polyphony.backend.testing.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.security.Actor;
import io.polyphony.backend.security.NewToken;
import io.polyphony.backend.security.Role;
import io.polyphony.backend.security.TokenService;
import io.polyphony.backend.testing.PlatformTest;
import io.polyphony.backend.testing.TestTeam;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks every route as every caller and holds the answer against the route's declared rule. */
@QuarkusTest
class AuthorizationTest extends PlatformTest {
    @Inject
    TestTeam team;

    @Inject
    TokenService tokens;

    @Inject
    @Any
    Instance<RouteCalls> features;

    private final Map<String, Function<Scene, Call>> calls = new HashMap<>();

    static Stream<Route> routes() {
        return Route.all().stream().filter(route -> !Rule.of(route.method()).contains(new Rule.Open()));
    }

    @BeforeEach
    void collect() {
        features.forEach(feature -> calls.putAll(feature.calls()));
    }

    @Test
    void every_route_has_a_call() {
        var without = routes().filter(route -> !route.plain() && !calls.containsKey(route.name()))
                .toList();
        assertThat(without).as("routes that no RouteCalls of a feature calls").isEmpty();
        var names = routes().map(Route::name).toList();
        assertThat(calls.keySet()).as("calls of routes that do not exist").isSubsetOf(names);
    }

    @ParameterizedTest
    @MethodSource("routes")
    void answers_everyone_by_its_rule(Route route) {
        var owner = team.user();
        var project = team.project(owner);
        var rule = Rule.of(route.method()).getFirst();
        var wrong = new ArrayList<String>();
        actors(owner, project).forEach((caller, actor) -> {
            int status = status(route, caller, new Scene(team, owner, project, actor));
            if (!caller.verdict(rule).fits(status)) {
                wrong.add("%s got %d, but should be %s".formatted(caller, status, caller.verdict(rule)));
            }
        });
        assertThat(wrong).as("%s, which is for %s", route, rule).isEmpty();
    }

    private int status(Route route, Caller caller, Scene scene) {
        var call = calls.getOrDefault(route.name(), _ -> Call.of(route.path())).apply(scene);
        return call.status(route, token(caller, scene));
    }

    private Optional<String> token(Caller caller, Scene scene) {
        return switch (caller) {
            case ANONYMOUS -> Optional.empty();
            case WRONG_TOKEN -> Optional.of("poly_wrong");
            case STRANGER, VIEWER, RUNNER, EDITOR, OWNER, ADMIN -> Optional.of(team.token(scene.caller()));
            case OWNER_AS_VIEWER -> Optional.of(narrowed(scene.owner(), new NewToken("narrow", null, Role.VIEWER, 1)));
            case OWNER_ELSEWHERE ->
                Optional.of(narrowed(scene.owner(), new NewToken("elsewhere", team.project(scene.owner()), null, 1)));
        };
    }

    private String narrowed(Actor owner, NewToken request) {
        return tokens.create(owner, request).secret();
    }

    private Map<Caller, Actor> actors(Actor owner, ProjectId project) {
        var actors = new EnumMap<Caller, Actor>(Caller.class);
        List.of(Caller.ANONYMOUS, Caller.WRONG_TOKEN, Caller.STRANGER)
                .forEach(caller -> actors.put(caller, team.user()));
        List.of(Caller.OWNER, Caller.OWNER_AS_VIEWER, Caller.OWNER_ELSEWHERE)
                .forEach(caller -> actors.put(caller, owner));
        actors.put(Caller.VIEWER, team.member(owner, project, Role.VIEWER));
        actors.put(Caller.RUNNER, team.member(owner, project, Role.RUNNER));
        actors.put(Caller.EDITOR, team.member(owner, project, Role.EDITOR));
        actors.put(Caller.ADMIN, team.admin());
        return actors;
    }
}
