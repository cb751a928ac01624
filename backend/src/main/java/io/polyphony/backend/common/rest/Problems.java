package io.polyphony.backend.common.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.polyphony.backend.common.Problem;
import io.polyphony.backend.common.TooManyRequests;
import io.polyphony.backend.common.Unauthorized;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Writes problems as answers, inside of JAX-RS and before it. */
@ApplicationScoped
public class Problems {
    private static final String CHALLENGE = "Bearer realm=\"polyphony\"";

    private final ObjectMapper json;

    Problems(ObjectMapper json) {
        this.json = json;
    }

    /** The answer of a JAX-RS route. */
    static Response response(ProblemDocument document) {
        var response = Response.status(document.status())
                .type(ProblemDocument.MEDIA_TYPE)
                .entity(document);
        if (document.status() == 401) {
            response.header("WWW-Authenticate", CHALLENGE);
        }
        return response.build();
    }

    /** The answer of a JAX-RS route to a problem of our own. */
    static Response response(Problem problem, UriInfo uri) {
        var response = response(ProblemDocument.of(problem, uri.getPath()));
        if (problem instanceof TooManyRequests wait) {
            response.getHeaders()
                    .putSingle("Retry-After", Math.max(1, wait.retryAfter().toSeconds()));
        }
        return response;
    }

    /** Ends a request that never came to JAX-RS. */
    public void end(RoutingContext request, Problem problem) {
        var response = request.response();
        if (response.ended()) {
            return;
        }
        response.setStatusCode(problem.status()).putHeader(HttpHeaders.CONTENT_TYPE, ProblemDocument.MEDIA_TYPE);
        if (problem instanceof Unauthorized) {
            response.putHeader("WWW-Authenticate", CHALLENGE);
        }
        response.end(text(ProblemDocument.of(problem, request.normalizedPath())));
    }

    private String text(ProblemDocument document) {
        try {
            return json.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem has a JSON form.", e);
        }
    }
}
