package io.polyphony.frontend.shell;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/**
 * Paths below those of the REST interface that it does not have: who asked is a program, which the page that is shown for all other unknown paths would tell nothing. The
 * interface's own answer to unknown paths is not asked where a resource has the beginning of one.
 */
@WebServlet("/api/*")
public class NoSuchPath extends HttpServlet {
    private final transient ObjectMapper json;

    @Inject
    public NoSuchPath(ObjectMapper json) {
        this.json = json;
    }

    /** The problem (RFC 9457) that the REST interface has for such paths where there are no pages. */
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        response.setContentType("application/problem+json");
        json.writeValue(
                response.getOutputStream(),
                Map.of(
                        "type", "urn:polyphony:problem:not-found",
                        "title", "Not found",
                        "status", HttpServletResponse.SC_NOT_FOUND,
                        "detail", "There is no such path. Maybe see /q/swagger-ui for those that are.",
                        "instance", request.getRequestURI()));
    }
}
