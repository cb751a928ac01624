package io.polyphony.backend.postgres;

import io.polyphony.backend.common.PolyphonyHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The files of one database and the password to it. */
record DataDirectory(PolyphonyHome home, Binaries binaries, OwnUser user) {
    private static final String PASSWORD = "db-password";
    private static final int PASSWORD_BYTES = 24;

    Path parent() {
        return home.resolve("database");
    }

    Path data() {
        return parent().resolve("data");
    }

    Path log() {
        return parent().resolve("postgres.log");
    }

    String password() {
        var file = home.resolve(PASSWORD);
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The database (%s) exists, but its password (%s) cannot be read. Maybe restore it from a backup."
                            .formatted(data(), file),
                    e);
        }
    }

    /** Makes an empty database unless there is one. */
    DataDirectory prepared() {
        if (Files.exists(data().resolve("PG_VERSION"))) return this;
        try {
            Files.createDirectories(parent());
            home.writeSecret(PASSWORD, randomPassword());
            initialise();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("The database (%s) cannot be made.".formatted(data()), e);
        }
    }

    private void initialise() throws IOException {
        // Aside first: a start that dies half-way must leave nothing that looks complete.
        var aside = parent().resolve("initialising");
        var passwordFile = parent().resolve("initial-password");
        Binaries.delete(aside);
        Files.copy(home.resolve(PASSWORD), passwordFile, StandardCopyOption.REPLACE_EXISTING);
        openTo(parent());
        Command.of(
                        user.prefix(),
                        binaries.program("initdb"),
                        "--pgdata=" + aside,
                        "--username=" + PostgresConnection.USER,
                        "--pwfile=" + passwordFile,
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--auth=scram-sha-256",
                        "--data-checksums")
                .runOrFail("Making the database");
        Files.delete(passwordFile);
        Files.move(aside, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void openTo(Path directory) {
        user.own(directory);
        if (user instanceof OwnUser.Nobody) OwnUser.readableByAll(home.directory());
        if (!user.enters(directory)) {
            throw new IllegalStateException(
                    ("PostgreSQL runs as nobody here, who may not enter %s. Maybe set POLYPHONY_HOME to a directory"
                                    + " outside of /root.")
                            .formatted(home.directory()));
        }
    }

    private static String randomPassword() {
        var bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
