/** What the engine reaches on real data sets, beside targets and published results. */
@NullMarked
package io.polyphony.benchmarks.accuracy;

import org.jspecify.annotations.NullMarked;
