package io.polyphony.backend.testing;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;

/**
 * Every {@code @QuarkusTest} extends this, so that all share one database and one running application. Data of other
 * tests may be there: a test makes what it needs under fresh names.
 */
@WithTestResource(value = PgResource.class, scope = TestResourceScope.GLOBAL)
public abstract class PlatformTest {}
