/** Images and sound: checked, measured, made small. */
@NullMarked
package io.polyphony.backend.dataset.media;

import org.jspecify.annotations.NullMarked;
