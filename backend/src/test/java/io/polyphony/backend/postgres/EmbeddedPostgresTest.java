package io.polyphony.backend.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.polyphony.backend.common.PolyphonyHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbeddedPostgresTest {
    @TempDir
    static Path directory;

    private static PolyphonyHome home;
    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() {
        home = PolyphonyHome.at(directory.resolve("home"));
        server = EmbeddedPostgres.start(home, PostgresSettings.PRODUCTION);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "fsync, on",
        "synchronous_commit, on",
        "full_page_writes, on",
        "data_checksums, on",
        "server_encoding, UTF8",
        "password_encryption, scram-sha-256",
        "listen_addresses, 127.0.0.1",
        "unix_socket_directories, ''",
        "server_version, " + Binaries.VERSION
    })
    void runs_as_people_with_data_want(String setting, String value) throws SQLException {
        assertThat(query(server.connection(), "show " + setting)).isEqualTo(value);
    }

    @Test
    void keeps_no_password_in_the_clear_but_the_one_that_only_the_owner_reads() throws Exception {
        var file = home.resolve("db-password");
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.readString(file))
                .isEqualTo(server.connection().password())
                .hasSizeGreaterThan(40);
        assertThat(home.resolve("database/initial-password")).doesNotExist();
        var stored = query(server.connection(), "select rolpassword from pg_authid where rolname = 'polyphony'");
        assertThat(stored).startsWith("SCRAM-SHA-256$");
    }

    @Test
    void refuses_a_wrong_password_and_does_not_print_the_right_one() {
        var good = server.connection();
        var bad = new PostgresConnection(good.url(), good.user(), "guess");
        assertThatThrownBy(() -> query(bad, "select 1")).hasMessageContaining("password authentication failed");
        assertThat(good.toString()).doesNotContain(good.password());
    }

    @Test
    void trusts_no_connection_without_a_password() throws IOException {
        var rules = Files.readAllLines(home.resolve("database/data/pg_hba.conf")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        assertThat(rules).isNotEmpty().allMatch(rule -> rule.endsWith("scram-sha-256"));
    }

    @Test
    void a_second_home_runs_beside_the_first_on_another_port() throws SQLException {
        var other = PolyphonyHome.at(directory.resolve("other"));
        try (var second = EmbeddedPostgres.start(other, PostgresSettings.PRODUCTION)) {
            assertThat(second.connection().url())
                    .isNotEqualTo(server.connection().url());
            assertThat(query(second.connection(), "select 1")).isEqualTo("1");
        }
    }

    @Test
    void a_lost_password_is_an_error_that_says_so() throws IOException {
        var broken = PolyphonyHome.at(directory.resolve("broken"));
        EmbeddedPostgres.start(broken, PostgresSettings.THROWAWAY).close();
        Files.delete(broken.resolve("db-password"));
        assertThatThrownBy(() -> EmbeddedPostgres.start(broken, PostgresSettings.THROWAWAY))
                .hasMessageContaining("db-password")
                .hasMessageContaining("backup");
        assertThat(Postmaster.of(broken.resolve("database/data"))).isEmpty();
    }

    @Test
    void knows_the_archives_of_the_platforms_we_build_for() {
        var archives = List.of(
                Platform.of("Linux", "amd64").archive(),
                Platform.of("Linux", "aarch64").archive(),
                Platform.of("Mac OS X", "aarch64").archive(),
                Platform.of("Mac OS X", "x86_64").archive(),
                Platform.of("Windows 11", "amd64").archive());
        assertThat(archives)
                .containsExactly(
                        "postgres-linux-x86_64.txz",
                        "postgres-linux-arm_64.txz",
                        "postgres-darwin-arm_64.txz",
                        "postgres-darwin-x86_64.txz",
                        "postgres-windows-x86_64.txz");
    }

    private static String query(PostgresConnection database, String sql) throws SQLException {
        try (var connection = database.dataSource().getConnection();
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
