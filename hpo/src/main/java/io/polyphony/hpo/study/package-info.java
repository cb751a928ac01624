/** Ask and tell. */
@NullMarked
package io.polyphony.hpo.study;

import org.jspecify.annotations.NullMarked;
