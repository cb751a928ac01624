package io.polyphony.backend.security.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostsTest {
    private final Hosts hosts = new Hosts(List.of("Polyphony.example.org"));

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "[::1]", "polyphony.example.org", "LOCALHOST"})
    void own_names_are_answered(String host) {
        assertThat(hosts.allow(host)).isTrue();
        assertThat(hosts.allowOrigin("https://" + host + ":8443", "localhost")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost.evil.example", "", "169.254.169.254"})
    void other_names_are_not(String host) {
        assertThat(hosts.allow(host)).isFalse();
        assertThat(hosts.allowOrigin("http://" + host, "localhost")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "http://localhost@evil.example", "not an origin", "file://"})
    void odd_origins_are_refused(String origin) {
        assertThat(hosts.allowOrigin(origin, "localhost")).isFalse();
    }

    @Test
    void a_star_answers_every_name_but_still_knows_foreign_pages() {
        var open = new Hosts(List.of("*"));
        assertThat(open.allow("anything.example")).isTrue();
        assertThat(open.allowOrigin("https://evil.example", "anything.example")).isFalse();
        assertThat(open.allowOrigin("https://anything.example", "anything.example"))
                .isTrue();
    }
}
