/** Users, tokens, roles, audit. */
@NullMarked
package io.polyphony.backend.security;

import org.jspecify.annotations.NullMarked;
