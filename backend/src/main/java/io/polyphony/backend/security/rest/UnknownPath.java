package io.polyphony.backend.security.rest;

import io.polyphony.backend.common.NotFound;
import io.polyphony.backend.security.Public;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Without it the browser application would answer unknown paths below {@code /api} with a page and 200. Paths that begin as a resource's do never come here: the
 * browser application has an answer of its own to them.
 */
@Path("/api/{path:.*}")
class UnknownPath {
    @GET
    @Public
    @Operation(hidden = true)
    public void get(@PathParam("path") String path) {
        throw unknown(path);
    }

    @POST
    @Public
    @Operation(hidden = true)
    public void post(@PathParam("path") String path) {
        throw unknown(path);
    }

    @PUT
    @Public
    @Operation(hidden = true)
    public void put(@PathParam("path") String path) {
        throw unknown(path);
    }

    @PATCH
    @Public
    @Operation(hidden = true)
    public void patch(@PathParam("path") String path) {
        throw unknown(path);
    }

    @DELETE
    @Public
    @Operation(hidden = true)
    public void delete(@PathParam("path") String path) {
        throw unknown(path);
    }

    private static NotFound unknown(String path) {
        return new NotFound("There is no path /api/%s. Maybe see /q/swagger-ui for those that are.".formatted(path));
    }
}
