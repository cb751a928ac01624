package io.polyphony.backend.security.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Locale;
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
        var name = canonical(host);
        return LOOPBACK.contains(name) || added.contains(name) || added.contains("*");
    }

    /** Whether a page of this origin may write; {@code null} and unreadable origins may not. */
    boolean allowOrigin(String origin) {
        try {
            var host = URI.create(origin).getHost();
            return host != null && !added.contains("*") ? allow(host) : host != null && listed(host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private boolean listed(String host) {
        var name = canonical(host);
        return LOOPBACK.contains(name) || added.contains(name);
    }

    private static String canonical(String host) {
        return host.strip().toLowerCase(Locale.ROOT);
    }
}
