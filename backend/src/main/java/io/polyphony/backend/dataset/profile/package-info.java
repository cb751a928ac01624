/** What a column looks like: figures, modality, role, hints. */
@NullMarked
package io.polyphony.backend.dataset.profile;

import org.jspecify.annotations.NullMarked;
