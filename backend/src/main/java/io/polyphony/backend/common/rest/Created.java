package io.polyphony.backend.common.rest;

import java.net.URI;
import org.jboss.resteasy.reactive.RestResponse;

/** The answers of routes that make something. */
public final class Created {
    private Created() {}

    /**
     * 201 with what was made and where it is found.
     *
     * @param collection below /api/v1, such as {@code experiments}
     * @param id its name there
     */
    public static <T> RestResponse<T> in(String collection, Object id, T made) {
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, made)
                .location(URI.create("/api/v1/%s/%s".formatted(collection, id)))
                .build();
    }
}
