/** How task losses become one step. */
@NullMarked
package io.polyphony.engine.weighting;

import org.jspecify.annotations.NullMarked;
