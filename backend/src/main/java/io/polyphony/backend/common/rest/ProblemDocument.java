package io.polyphony.backend.common.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.common.Problem;
import io.polyphony.backend.common.RequestId;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A problem as clients see it (RFC 9457, {@code application/problem+json}).
 *
 * @param type a URN that names the kind, such as {@code urn:polyphony:problem:not-found}
 * @param title the kind in words, equal for all problems of a type
 * @param status the HTTP status
 * @param detail what is wrong here, and how to cure it
 * @param instance the path that was asked
 * @param traceId the request's id, as in {@code X-Request-Id} and in the server's log
 * @param errors the single wrong places, if there are some
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "Problem")
public record ProblemDocument(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        @Nullable String traceId,
        List<FieldProblem> errors) {
    /** The media type of problems. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** The document of a problem that our own code reports. */
    public static ProblemDocument of(Problem problem, String path) {
        return of(problem.status(), problem.title(), problem.detail(), path, problem.errors());
    }

    /** The document of any other problem. */
    public static ProblemDocument of(int status, String title, String detail, String path, List<FieldProblem> errors) {
        var type = "urn:polyphony:problem:" + title.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
        return new ProblemDocument(
                type, title, status, detail, path, RequestId.current().orElse(null), List.copyOf(errors));
    }
}
