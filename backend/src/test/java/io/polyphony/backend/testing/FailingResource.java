package io.polyphony.backend.testing;

import io.polyphony.backend.security.Public;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** A route with a fault, to see that clients learn nothing of it. */
@Path("/api/v1/fault-of-tests")
public class FailingResource {
    @GET
    @Public
    public String fail() {
        throw new IllegalStateException("the secret inside of a fault");
    }

    /** A route without a rule: it must be closed. */
    @GET
    @Path("unruled")
    public String unruled() {
        return "open";
    }
}
