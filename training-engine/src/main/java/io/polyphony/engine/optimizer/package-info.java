/** How parameters move. */
@NullMarked
package io.polyphony.engine.optimizer;

import org.jspecify.annotations.NullMarked;
