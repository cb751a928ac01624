/** The same networks written by hand for libtorch, as a user of PyTorch would: what the engine's speed is measured against. */
@NullMarked
package io.polyphony.referee;

import org.jspecify.annotations.NullMarked;
