/** ZIP uploads, which are hostile until shown otherwise. */
@NullMarked
package io.polyphony.backend.dataset.archive;

import org.jspecify.annotations.NullMarked;
