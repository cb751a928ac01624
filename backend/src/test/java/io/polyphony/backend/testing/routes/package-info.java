/** All REST routes, and how tests call each: see {@link RouteCalls} to add calls for new routes. */
@NullMarked
package io.polyphony.backend.testing.routes;

import org.jspecify.annotations.NullMarked;
