package io.polyphony.backend.common.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.common.Forbidden;
import io.polyphony.backend.common.Invalid;
import io.polyphony.backend.common.Malformed;
import io.polyphony.backend.common.Problem;
import io.polyphony.backend.common.RequestId;
import io.polyphony.backend.common.Unauthorized;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every exception that leaves a route becomes a problem document; none shows a stack trace. */
class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    /** As quarkus.http.auth.form.cookie-name says. */
    private static final String SESSION_COOKIE = "polyphony-session";

    @ServerExceptionMapper
    Response problem(Problem problem, UriInfo uri) {
        return Problems.response(problem, uri);
    }

    @ServerExceptionMapper
    Response violation(ConstraintViolationException violation, UriInfo uri) {
        var errors = violation.getConstraintViolations().stream()
                .map(ProblemMappers::field)
                .sorted((one, other) -> String.valueOf(one.pointer()).compareTo(String.valueOf(other.pointer())))
                .toList();
        var detail = errors.stream().findFirst().map(ProblemMappers::sentence).orElse("The request is invalid.");
        return Problems.response(new Invalid(detail, errors), uri);
    }

    // Named apart, because RESTEasy brings a mapper of its own for the narrower type.
    @ServerExceptionMapper
    Response mismatch(MismatchedInputException failure, UriInfo uri) {
        return json(failure, uri);
    }

    @ServerExceptionMapper
    Response json(JsonProcessingException failure, UriInfo uri) {
        return Problems.response(JsonProblem.of(failure), uri);
    }

    /** A browser whose session ended is sent to the sign-in without its cookie, which would send it there for ever. */
    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthorized(UriInfo uri, Request request) {
        boolean page = !uri.getPath().startsWith("/api")
                && !uri.getPath().startsWith("/q/")
                && request.getMethod().equals("GET");
        return page ? signIn() : refuse(uri);
    }

    /** The way there (Location) is on the answer already, from the form's challenge. */
    private static Response signIn() {
        return Response.status(Response.Status.FOUND)
                .header("Set-Cookie", SESSION_COOKIE + "=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict")
                .build();
    }

    private static Response refuse(UriInfo uri) {
        return Problems.response(new Unauthorized("This needs a valid token. Maybe it expired or was revoked."), uri);
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException failure, UriInfo uri) {
        return Problems.response(new Forbidden("You may not do this."), uri);
    }

    @ServerExceptionMapper
    Response web(WebApplicationException failure, UriInfo uri) {
        if (failure.getCause() instanceof JsonProcessingException unreadable) {
            return json(unreadable, uri);
        }
        if (failure.getCause() instanceof Problem problem) {
            return problem(problem, uri);
        }
        if (failure.getResponse().hasEntity() || failure.getResponse().getStatus() < 400) {
            return failure.getResponse();
        }
        return standard(failure, uri);
    }

    @ServerExceptionMapper
    Response unexpected(Exception failure, UriInfo uri) {
        var request = RequestId.current().orElse("none");
        LOG.errorf(failure, "The request (%s) failed; its id is %s.", uri.getPath(), request);
        var detail = "Something went wrong on the server. Maybe its log tells more under the request id (%s)."
                .formatted(request);
        return Problems.response(ProblemDocument.of(500, "Server error", detail, uri.getPath(), List.of()));
    }

    private static Response standard(WebApplicationException failure, UriInfo uri) {
        int status = failure.getResponse().getStatus();
        var answer = switch (status) {
            case 400 -> Problems.response(new Malformed("The request cannot be read."), uri);
            case 401 -> Problems.response(new Unauthorized("This needs a valid token."), uri);
            case 404 -> named(404, "Not found", "There is no such path. Maybe a part of it is no valid id.", uri);
            case 405 ->
                named(
                        405,
                        "Method not allowed",
                        "This path exists, but not with this method. Maybe see /q/swagger-ui for those that are.",
                        uri);
            case 406 ->
                named(406, "Not acceptable", "This path cannot answer in the media type that was asked for.", uri);
            case 413 -> named(413, "Too large", "The body exceeds the server's limit.", uri);
            case 415 ->
                named(
                        415,
                        "Unsupported media type",
                        "This path cannot read a body of this media type. Maybe the header (Content-Type) is another than /q/swagger-ui names.",
                        uri);
            default -> named(status, reason(status), "The server answered with status %d.".formatted(status), uri);
        };
        failure.getResponse().getHeaders().forEach((name, values) -> {
            if (!name.toLowerCase(Locale.ROOT).startsWith("content-")) {
                values.forEach(value -> answer.getHeaders().add(name, value));
            }
        });
        return answer;
    }

    private static Response named(int status, String title, String detail, UriInfo uri) {
        return Problems.response(ProblemDocument.of(status, title, detail, uri.getPath(), List.of()));
    }

    private static String sentence(FieldProblem error) {
        return String.valueOf(error.pointer()).isEmpty()
                ? "The request has no body. Maybe see /q/swagger-ui for what this path needs."
                : "The member %s %s.".formatted(error.pointer(), error.detail());
    }

    private static String reason(int status) {
        var known = Response.Status.fromStatusCode(status);
        return known == null ? "Error" : known.getReasonPhrase();
    }

    /** A method's violation is at {@code create.request.tasks[0].target}: the first two names are ours, not the client's. */
    private static FieldProblem field(ConstraintViolation<?> violation) {
        var pointer = new StringBuilder();
        StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .skip(2)
                .forEach(node -> {
                    if (node.getIndex() != null) {
                        pointer.append('/').append(node.getIndex());
                    }
                    if (node.getName() != null) {
                        pointer.append('/').append(node.getName());
                    }
                });
        return FieldProblem.at(pointer.toString(), violation.getMessage());
    }
}
