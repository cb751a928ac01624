/** How tasks share what lies between the fused embedding and their heads. */
@NullMarked
package io.polyphony.engine.sharing;

import org.jspecify.annotations.NullMarked;
