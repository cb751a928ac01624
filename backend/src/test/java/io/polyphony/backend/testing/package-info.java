/** What tests of this module and of the frontend share. */
@NullMarked
package io.polyphony.backend.testing;

import org.jspecify.annotations.NullMarked;
