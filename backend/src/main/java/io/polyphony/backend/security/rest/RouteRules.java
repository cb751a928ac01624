package io.polyphony.backend.security.rest;

import io.polyphony.backend.common.Forbidden;
import io.polyphony.backend.security.AdminOnly;
import io.polyphony.backend.security.CurrentActor;
import io.polyphony.backend.security.Public;
import io.polyphony.backend.security.Requires;
import io.polyphony.backend.security.Role;
import io.polyphony.backend.security.SignedIn;
import io.polyphony.backend.security.TokenScope;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.AnnotatedElement;

/** Holds every route to its declared rule before any of its code runs; a route without a rule is closed. */
@Provider
@Priority(Priorities.AUTHORIZATION)
class RouteRules implements ContainerRequestFilter {
    private final CurrentActor current;
    private final ResourceInfo route;

    RouteRules(CurrentActor current, @Context ResourceInfo route) {
        this.current = current;
        this.route = route;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        AnnotatedElement method = route.getResourceMethod();
        if (method.isAnnotationPresent(Public.class)) {
            return;
        }
        var actor = current.get();
        var requires = method.getAnnotation(Requires.class);
        boolean open = requires != null
                ? actor.token().map(TokenScope::maxRole).orElse(Role.OWNER).includes(requires.value())
                : method.isAnnotationPresent(SignedIn.class)
                        || (method.isAnnotationPresent(AdminOnly.class) && actor.admin());
        if (!open) {
            throw new Forbidden(
                    "You may not do this. Maybe the token's role is too low, or this is for administrators.");
        }
    }
}
