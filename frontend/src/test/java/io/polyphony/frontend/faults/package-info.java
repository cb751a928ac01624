/** What is left when the power goes: real processes, killed at random moments. */
@NullMarked
package io.polyphony.frontend.faults;

import org.jspecify.annotations.NullMarked;
