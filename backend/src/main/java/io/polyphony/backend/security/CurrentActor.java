package io.polyphony.backend.security;

import java.util.Optional;

/**
 * The actor of the request at hand, over REST and in the browser alike. Only known on the thread of a request: a view asks
 * in its constructor and keeps the answer for what it does later.
 */
public interface CurrentActor {
    /** The actor, empty when nobody is signed in. */
    Optional<Actor> find();

    /** The actor; throws {@link io.polyphony.backend.common.Unauthorized} when nobody is signed in. */
    Actor get();
}
