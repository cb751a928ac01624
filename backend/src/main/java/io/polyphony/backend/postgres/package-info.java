/** PostgreSQL inside of this product: real binaries, owned by one home, surviving every crash. */
@NullMarked
package io.polyphony.backend.postgres;

import org.jspecify.annotations.NullMarked;
