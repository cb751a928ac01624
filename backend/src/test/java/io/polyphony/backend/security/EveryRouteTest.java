package io.polyphony.backend.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.backend.testing.routes.Route;
import io.polyphony.backend.testing.routes.Rule;
import org.junit.jupiter.api.Test;

class EveryRouteTest {
    @Test
    void declares_exactly_one_rule() {
        assertThat(Route.all())
                .hasSizeGreaterThan(10)
                .allSatisfy(route -> assertThat(Rule.of(route.method()))
                        .as("%s needs one of @Requires, @SignedIn, @AdminOnly, @Public", route)
                        .hasSize(1));
    }

    @Test
    void lives_below_the_api() {
        assertThat(Route.all()).allSatisfy(route -> assertThat(route.path()).startsWith("/api/"));
    }
}
