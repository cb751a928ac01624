/** Users, tokens, audit over REST; who a request comes from, and the route rules. */
@NullMarked
package io.polyphony.backend.security.rest;

import org.jspecify.annotations.NullMarked;
