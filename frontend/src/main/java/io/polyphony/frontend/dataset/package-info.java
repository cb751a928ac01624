/** Data sets on screen: upload, preview, columns, profile. */
@NullMarked
package io.polyphony.frontend.dataset;

import org.jspecify.annotations.NullMarked;
