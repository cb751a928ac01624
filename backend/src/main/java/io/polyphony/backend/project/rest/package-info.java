/** Projects and members over REST. */
@NullMarked
package io.polyphony.backend.project.rest;

import org.jspecify.annotations.NullMarked;
