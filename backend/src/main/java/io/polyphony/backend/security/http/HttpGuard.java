package io.polyphony.backend.security.http;

import io.polyphony.backend.common.Forbidden;
import io.polyphony.backend.common.Problem;
import io.polyphony.backend.common.RequestId;
import io.polyphony.backend.common.rest.Problems;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The first to see a request. Gives it an id; refuses hosts that are not ours (DNS rebinding) and writes that another site's
 * page sends (cross-site request forgery); tells browsers what they may not do with our answers.
 */
@ApplicationScoped
class HttpGuard {
    private static final int BEFORE_AUTHENTICATION = 1000;
    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final Hosts hosts;
    private final Problems problems;

    HttpGuard(Hosts hosts, Problems problems) {
        this.hosts = hosts;
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        filters.register(this::guard, BEFORE_AUTHENTICATION);
    }

    private void guard(RoutingContext context) {
        var id = Optional.ofNullable(context.request().getHeader("X-Request-Id"))
                .filter(given -> REQUEST_ID.matcher(given).matches())
                .orElseGet(() -> UUID.randomUUID().toString());
        RequestId.set(id);
        SecurityHeaders.put(context, id);
        refusal(context).ifPresentOrElse(problem -> problems.end(context, problem), context::next);
    }

    private Optional<Problem> refusal(RoutingContext context) {
        var request = context.request();
        if (observing(context.normalizedPath())) {
            return Optional.empty();
        }
        var host = host(request);
        if (!hosts.allow(host)) {
            return Optional.of(new Forbidden(
                    "The host (%s) is not one of this server's. Maybe add it to polyphony.hosts.".formatted(host)));
        }
        return foreignWrite(request)
                ? Optional.of(new Forbidden("Another site's page may not do this (Origin: %s)."
                        .formatted(request.getHeader(HttpHeaders.ORIGIN))))
                : cookieWrite(context);
    }

    private boolean foreignWrite(HttpServerRequest request) {
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        boolean harmless = safe(request) && request.getHeader(HttpHeaders.UPGRADE) == null;
        return origin != null && !harmless && !hosts.allowOrigin(origin, host(request));
    }

    /** Writes over REST need a token: a browser adds cookies by itself, but never a token. */
    private static Optional<Problem> cookieWrite(RoutingContext context) {
        var request = context.request();
        boolean byCookie = context.normalizedPath().startsWith("/api/")
                && !safe(request)
                && request.getHeader(HttpHeaders.AUTHORIZATION) == null
                && request.getHeader(HttpHeaders.COOKIE) != null;
        return byCookie
                ? Optional.of(new Forbidden("Writes over REST need a token; a session cookie is not enough."
                        + " Maybe make a token on the page \"Tokens\"."))
                : Optional.empty();
    }

    /** Probes and Prometheus ask by address; what they read holds nothing of a user's. */
    private static boolean observing(String path) {
        return path.startsWith("/q/health") || path.startsWith("/q/metrics");
    }

    private static String host(HttpServerRequest request) {
        return request.authority() == null ? "" : request.authority().host();
    }

    private static boolean safe(HttpServerRequest request) {
        return switch (request.method().name()) {
            case "GET", "HEAD", "OPTIONS" -> true;
            default -> false;
        };
    }
}
