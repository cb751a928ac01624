package io.polyphony.backend.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A route that needs at least this role in the project it touches. The service checks it (it knows the project) with
 * {@link Access#require}; before that a filter refuses the anonymous and tokens of a lower role. The generated
 * authorization test checks that both tell the truth. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Requires {
    /** The lowest role that may. */
    Role value();
}
