/** One trial on screen: curves, losses and weights, where it is wrong, how it came to be. */
@NullMarked
package io.polyphony.frontend.trial;

import org.jspecify.annotations.NullMarked;
