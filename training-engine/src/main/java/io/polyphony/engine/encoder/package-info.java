/** One modality in, one embedding out. */
@NullMarked
package io.polyphony.engine.encoder;

import org.jspecify.annotations.NullMarked;
