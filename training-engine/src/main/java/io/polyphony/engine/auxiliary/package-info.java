/** What is learned beside the tasks, to learn them better, and left behind after training. */
@NullMarked
package io.polyphony.engine.auxiliary;

import org.jspecify.annotations.NullMarked;
