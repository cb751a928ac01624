/** Files become pixels and samples, as cameras, scanners and recorders write them. */
@NullMarked
package io.polyphony.media;

import org.jspecify.annotations.NullMarked;
