/** Experiments on screen: the wizard, the list, the live comparison of trials. */
@NullMarked
package io.polyphony.frontend.experiment;

import org.jspecify.annotations.NullMarked;
