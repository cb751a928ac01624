/** The HTTP surface of datasets. */
@NullMarked
package io.polyphony.backend.dataset.rest;

import org.jspecify.annotations.NullMarked;
