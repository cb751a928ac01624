/** How well and how fast the engine learns, on real data and without the platform around it. */
@NullMarked
package io.polyphony.benchmarks;

import org.jspecify.annotations.NullMarked;
