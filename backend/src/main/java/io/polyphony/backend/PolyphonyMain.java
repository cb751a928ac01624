package io.polyphony.backend;

import io.polyphony.backend.common.PolyphonyHome;
import io.polyphony.backend.postgres.EmbeddedPostgres;
import io.polyphony.backend.postgres.PostgresSettings;
import io.polyphony.backend.security.http.SessionKey;
import io.polyphony.backend.upload.Spool;
import io.quarkus.runtime.Application;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Starts the database, unless one was given, and then the application. */
@QuarkusMain
public class PolyphonyMain {
    private static final String URL = "quarkus.datasource.jdbc.url";

    PolyphonyMain() {}

    /** The entry of both runnables. */
    public static void main(String... args) {
        var home = PolyphonyHome.current();
        System.setProperty(PolyphonyHome.PROPERTY, home.directory().toString());
        SessionKey.prepare(home);
        try {
            Spool.prepare(home);
            if (!databaseGiven(System.getProperty(URL), System.getenv("QUARKUS_DATASOURCE_JDBC_URL"))) embed(home);
        } catch (RuntimeException e) {
            Logger.getLogger(PolyphonyMain.class).error(e.getMessage(), e.getCause());
            System.exit(1);
        }
        Quarkus.run(args);
    }

    static boolean databaseGiven(@Nullable String property, @Nullable String variable) {
        return (property != null && !property.isBlank()) || (variable != null && !variable.isBlank());
    }

    private static void embed(PolyphonyHome home) {
        var postgres = EmbeddedPostgres.start(home, PostgresSettings.PRODUCTION);
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> stop(Application.currentApplication(), postgres::close), "postgres-stop"));
        var connection = postgres.connection();
        System.setProperty(URL, connection.url());
        System.setProperty("quarkus.datasource.username", connection.user());
        System.setProperty("quarkus.datasource.password", connection.password());
    }

    /**
     * Ends the database when the application has ended, in which running trials save themselves. The application's own hook runs
     * beside this one, and may have begun to stop it before this one looks.
     */
    static void stop(@Nullable Application application, Runnable database) {
        if (application != null) application.awaitShutdown();
        database.run();
    }
}
