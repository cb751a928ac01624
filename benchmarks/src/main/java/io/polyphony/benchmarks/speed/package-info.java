/** How fast the engine trains, beside libtorch on the same machine in the same minute. */
@NullMarked
package io.polyphony.benchmarks.speed;

import org.jspecify.annotations.NullMarked;
