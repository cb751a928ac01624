package io.polyphony.backend.testing.routes;

import java.util.Map;
import java.util.function.Function;

/**
 * How the routes of a feature are called. Each feature has an {@code @ApplicationScoped} implementation among its tests;
 * the generated authorization test finds it and calls each route as everyone.
 */
public interface RouteCalls {
    /** By {@link Route#name()}; a call makes afresh what it deletes or uses up. */
    Map<String, Function<Scene, Call>> calls();
}
