package io.polyphony.backend.postgres;

import io.polyphony.backend.common.PolyphonyHome;
import java.io.IOException;
import java.nio.file.Path;

/** A process that owns a home's database until it is killed. Prints one line once it is ready. */
final class PostgresChildMain {
    private PostgresChildMain() {}

    @SuppressWarnings("SystemOut") // its protocol with the test
    public static void main(String[] args) throws IOException {
        try {
            var server = EmbeddedPostgres.start(PolyphonyHome.at(Path.of(args[0])), PostgresSettings.PRODUCTION);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            var connection = server.connection();
            System.out.println(PostgresChild.READY + connection.url() + " " + connection.password());
        } catch (RuntimeException e) {
            System.out.println(e.getMessage());
            System.exit(1);
        }
        // Ends with the test, even when the test is killed.
        while (System.in.read() >= 0) {}
    }
}
