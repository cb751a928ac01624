/** Users, tokens and audit entries as rows. */
@NullMarked
package io.polyphony.backend.security.persistence;

import org.jspecify.annotations.NullMarked;
