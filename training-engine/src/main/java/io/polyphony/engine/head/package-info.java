/** One head per task. */
@NullMarked
package io.polyphony.engine.head;

import org.jspecify.annotations.NullMarked;
