package io.polyphony.backend.postgres;

/**
 * How a server runs.
 *
 * @param preferredPort taken when free; 0 takes any free one
 * @param durable whether commits reach the disk; only tests may say no
 */
public record PostgresSettings(int preferredPort, boolean durable) {
    /** For people's data. */
    public static final PostgresSettings PRODUCTION = new PostgresSettings(5540, true);

    /** For data that may be lost. */
    public static final PostgresSettings THROWAWAY = new PostgresSettings(0, false);

    String options(int port) {
        var safety = durable ? "" : " -c fsync=off -c synchronous_commit=off -c full_page_writes=off";
        return "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c timezone=UTC%s"
                .formatted(port, safety);
    }
}
