/** Checks of the manifests: against the published schemas, and against what we want of every container. */
@NullMarked
package io.polyphony.deployment;

import org.jspecify.annotations.NullMarked;
