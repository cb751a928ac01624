/** Charts and other reusable pieces. */
@NullMarked
package io.polyphony.frontend.component;

import org.jspecify.annotations.NullMarked;
