package io.polyphony.backend.security.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The host names that this server answers to: this machine's loopback names, and what {@code polyphony.hosts} adds. */
@ApplicationScoped
class Hosts {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    private final Set<String> added;

    /** {@code polyphony.hosts}: names separated by commas; {@code *} answers to every name. */
    Hosts(@ConfigProperty(name = "polyphony.hosts", defaultValue = "localhost") List<String> added) {
        this.added = added.stream().map(Hosts::canonical).collect(Collectors.toUnmodifiableSet());
    }

    boolean allow(String host) {
        return listed(host) || added.contains("*");
    }

    /** Whether a page of this origin may write to this host: only pages of our own may. */
    boolean allowOrigin(String origin, String host) {
        return host(origin)
                .filter(name -> listed(name) || canonical(name).equals(canonical(host)))
                .isPresent();
    }

    private boolean listed(String host) {
        var name = canonical(host);
        return LOOPBACK.contains(name) || added.contains(name);
    }

    private static Optional<String> host(String origin) {
        try {
            return Optional.ofNullable(URI.create(origin).getHost());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String canonical(String host) {
        return host.strip().toLowerCase(Locale.ROOT);
    }
}
