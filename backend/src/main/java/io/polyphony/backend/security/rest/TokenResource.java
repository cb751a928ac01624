package io.polyphony.backend.security.rest;

import io.polyphony.backend.common.Page;
import io.polyphony.backend.common.PageRequest;
import io.polyphony.backend.common.TokenId;
import io.polyphony.backend.security.CurrentActor;
import io.polyphony.backend.security.IssuedToken;
import io.polyphony.backend.security.NewToken;
import io.polyphony.backend.security.SignedIn;
import io.polyphony.backend.security.Token;
import io.polyphony.backend.security.TokenService;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/tokens")
@RunOnVirtualThread
@Tag(name = "Team")
class TokenResource {
    private final TokenService tokens;
    private final CurrentActor current;

    TokenResource(TokenService tokens, CurrentActor current) {
        this.tokens = tokens;
        this.current = current;
    }

    @GET
    @SignedIn
    @Operation(summary = "Your tokens, newest first, without their secrets")
    public Page<Token> page(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return tokens.page(current.get(), PageRequest.of(limit, cursor));
    }

    @POST
    @SignedIn
    @ResponseStatus(201)
    @Operation(summary = "Make a token; its secret is in this answer only")
    public IssuedToken create(NewToken request) {
        return tokens.create(current.get(), request);
    }

    @DELETE
    @Path("{id}")
    @SignedIn
    @Operation(summary = "Revoke a token")
    public void revoke(@PathParam("id") TokenId id) {
        tokens.revoke(current.get(), id);
    }
}
