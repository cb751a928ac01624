package io.polyphony.backend.security.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    private final LoginThrottle throttle = new LoginThrottle(now::get);

    @Test
    void five_wrong_passwords_are_free_then_the_wait_doubles() {
        fail(4);
        assertThat(throttle.allows("ann")).isTrue();
        fail(1);
        assertThat(throttle.allows("ann")).isFalse();
        pass(Duration.ofSeconds(1));
        assertThat(throttle.allows("ann")).isTrue();
        fail(1);
        pass(Duration.ofSeconds(1));
        assertThat(throttle.allows("ann")).isFalse();
        pass(Duration.ofSeconds(1));
        assertThat(throttle.allows("ann")).isTrue();
    }

    @Test
    void the_wait_never_exceeds_a_quarter_of_an_hour() {
        fail(500);
        pass(Duration.ofMinutes(15).minusSeconds(1));
        assertThat(throttle.allows("ann")).isFalse();
        pass(Duration.ofSeconds(1));
        assertThat(throttle.allows("ann")).isTrue();
    }

    @Test
    void the_right_password_forgives_and_others_are_not_touched() {
        fail(9);
        assertThat(throttle.allows("bob")).isTrue();
        throttle.succeeded("ann");
        assertThat(throttle.allows("ann")).isTrue();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            throttle.failed("ann");
        }
    }

    private void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }
}
