/** Functions with a known least value, for those who measure samplers. */
@NullMarked
package io.polyphony.hpo.function;

import org.jspecify.annotations.NullMarked;
