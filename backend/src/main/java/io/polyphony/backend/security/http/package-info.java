/** The door: who a request comes from, which hosts and origins are answered, what every answer's headers say. */
@NullMarked
package io.polyphony.backend.security.http;

import org.jspecify.annotations.NullMarked;
