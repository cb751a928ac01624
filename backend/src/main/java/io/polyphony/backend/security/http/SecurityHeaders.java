package io.polyphony.backend.security.http;

import io.vertx.ext.web.RoutingContext;

/** Headers of every answer. */
final class SecurityHeaders {
    /** Vaadin starts itself with inline scripts and styles and evaluates its own; all of it comes from this server. */
    private static final String PAGES = "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval';"
            + " style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; media-src 'self' data: blob:; font-src 'self' data:;"
            + " connect-src 'self' ws: wss:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /** What the API answers is never a page, whatever a browser thinks of it. */
    private static final String API = "default-src 'none'; frame-ancestors 'none'; sandbox";

    private SecurityHeaders() {}

    static void put(RoutingContext context, String requestId) {
        boolean api = context.normalizedPath().startsWith("/api/");
        context.response()
                .putHeader("X-Request-Id", requestId)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("X-Frame-Options", "DENY")
                .putHeader("Referrer-Policy", "same-origin")
                .putHeader("Cross-Origin-Opener-Policy", "same-origin")
                .putHeader("Cross-Origin-Resource-Policy", "same-origin")
                .putHeader("Content-Security-Policy", api ? API : PAGES);
        if (api) {
            context.response().putHeader("Cache-Control", "no-store");
        }
    }
}
