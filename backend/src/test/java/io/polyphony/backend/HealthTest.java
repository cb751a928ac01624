package io.polyphony.backend;

import static io.restassured.RestAssured.get;
import static org.hamcrest.Matchers.equalTo;

import io.polyphony.backend.testing.PlatformTest;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HealthTest extends PlatformTest {
    @Test
    void says_that_the_application_and_its_database_are_up() {
        get("/q/health").then().statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void publishes_metrics_for_prometheus() {
        get("/q/metrics").then().statusCode(200);
    }
}
