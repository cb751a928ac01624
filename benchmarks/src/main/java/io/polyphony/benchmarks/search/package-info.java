/** How good the search is: mixed, conditional and noisy functions, with random search and Optuna as referees. */
@NullMarked
package io.polyphony.benchmarks.search;

import org.jspecify.annotations.NullMarked;
