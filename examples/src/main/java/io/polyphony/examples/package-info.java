/** The demo: a REST client like any user's, run on real data. */
@NullMarked
package io.polyphony.examples;

import org.jspecify.annotations.NullMarked;
