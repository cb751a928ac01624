/** Task losses with masked labels. */
@NullMarked
package io.polyphony.engine.loss;

import org.jspecify.annotations.NullMarked;
