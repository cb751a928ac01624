package io.polyphony.backend.security;

import io.polyphony.backend.common.UserId;
import org.jspecify.annotations.Nullable;

/** Remembers the first answer to each idempotency key of a user for 24 hours. Every call is a transaction of its own. */
public interface IdempotencyStore {
    /** What a key means for a request that carries it. */
    sealed interface Claim {}

    /** The key is new: do the work, then {@link #keep} or {@link #release}. */
    record Fresh() implements Claim {}

    /** The same request was answered before. */
    record Answered(Answer answer) implements Claim {}

    /** The same request is being worked on. */
    record Running() implements Claim {}

    /** The key was used for another request. */
    record Mismatch() implements Claim {}

    /** An answer as it was sent. */
    record Answer(
            int status, @Nullable String location, @Nullable String mediaType, byte @Nullable [] body) {}

    /** Claims the key for the request with this hash. Of concurrent claims exactly one is {@link Fresh}. */
    Claim claim(UserId user, String key, byte[] requestHash);

    /** Keeps the answer for repetitions. */
    void keep(UserId user, String key, Answer answer);

    /** Forgets the key, so that a repetition works again: the first try failed by the server's fault. */
    void release(UserId user, String key);
}
