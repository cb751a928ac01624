/** A trained network as one bundle: specification, preprocessor, weights, provenance. */
@NullMarked
package io.polyphony.engine.export;

import org.jspecify.annotations.NullMarked;
