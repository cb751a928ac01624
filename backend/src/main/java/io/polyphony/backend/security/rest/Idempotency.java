package io.polyphony.backend.security.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.polyphony.backend.common.Conflict;
import io.polyphony.backend.common.Invalid;
import io.polyphony.backend.common.Malformed;
import io.polyphony.backend.common.ShownOnce;
import io.polyphony.backend.security.Actor;
import io.polyphony.backend.security.CurrentActor;
import io.polyphony.backend.security.IdempotencyStore;
import io.polyphony.backend.security.IdempotencyStore.Answer;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A POST with an {@code Idempotency-Key} has its effect once, however often a client repeats it within 24 hours. */
@Provider
@Priority(Priorities.USER)
class Idempotency implements ContainerRequestFilter, ContainerResponseFilter {
    private static final String HEADER = "Idempotency-Key";
    private static final String CLAIMED = "io.polyphony.idempotency";
    private static final int LONGEST_KEY = 200;

    private record Claimed(Actor actor, String key) {}

    private final IdempotencyStore store;
    private final CurrentActor current;
    private final ObjectMapper json;

    Idempotency(IdempotencyStore store, CurrentActor current, ObjectMapper json) {
        this.store = store;
        this.current = current;
        this.json = json;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var key = request.getHeaderString(HEADER);
        var actor = current.find();
        if (key == null || actor.isEmpty() || !request.getMethod().equals("POST")) {
            return;
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new Malformed("The Idempotency-Key has 1 to %d characters, this one has %d."
                    .formatted(LONGEST_KEY, key.strip().length()));
        }
        switch (store.claim(actor.get().id(), key, RequestHash.of(request))) {
            case IdempotencyStore.Fresh _ -> request.setProperty(CLAIMED, new Claimed(actor.get(), key));
            case IdempotencyStore.Answered(var answer) -> request.abortWith(replay(answer));
            case IdempotencyStore.Running _ ->
                throw new Conflict(
                        "A request with the Idempotency-Key (%s) is running. Repeat it in a moment.".formatted(key));
            case IdempotencyStore.Mismatch _ ->
                throw new Invalid(
                        "The Idempotency-Key (%s) was used for another request. Maybe make a new one.".formatted(key));
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(request.getProperty(CLAIMED) instanceof Claimed(var actor, var key))) {
            return;
        }
        if (response.getStatus() >= 500) {
            store.release(actor.id(), key);
        } else {
            store.keep(actor.id(), key, answer(response));
        }
    }

    private Answer answer(ContainerResponseContext response) {
        var type = Optional.ofNullable(response.getMediaType()).map(Object::toString);
        return new Answer(
                response.getStatus(),
                response.getHeaderString("Location"),
                type.orElse(response.hasEntity() ? "application/json" : null),
                bytes(response.getEntity()));
    }

    private byte @Nullable [] bytes(@Nullable Object entity) {
        try {
            return switch (entity) {
                case null -> null;
                case byte[] bytes -> bytes;
                case String text -> text.getBytes(StandardCharsets.UTF_8);
                case ShownOnce secret -> json.writeValueAsBytes(secret.withoutSecret());
                default -> json.writeValueAsBytes(entity);
            };
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The answer (%s) has no JSON form.".formatted(entity), e);
        }
    }

    private static Response replay(Answer answer) {
        var response = Response.status(answer.status()).header("Idempotency-Replayed", "true");
        if (answer.location() != null) {
            response.header("Location", answer.location());
        }
        if (answer.body() != null) {
            response.entity(answer.body()).type(answer.mediaType());
        }
        return response.build();
    }
}
