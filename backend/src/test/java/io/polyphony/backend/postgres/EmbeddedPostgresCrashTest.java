package io.polyphony.backend.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.backend.common.PolyphonyHome;
import io.polyphony.backend.testing.Temporary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every way to die that the design names, with real processes and a data check after each. */
class EmbeddedPostgresCrashTest {
    private static final String ROWS = "select count(*) from kept";

    @TempDir
    static Path shared;

    @TempDir
    Path directory;

    private CrashedHome home;

    @BeforeAll
    static void makeTemplate() {
        EmbeddedPostgres.start(PolyphonyHome.at(shared.resolve("template")), PostgresSettings.THROWAWAY)
                .close();
    }

    @BeforeEach
    void makeHome() throws IOException {
        Copies.copy(shared.resolve("template"), directory.resolve("home"));
        home = new CrashedHome(directory.resolve("home"), PostgresChild.Launch.plain());
    }

    @AfterEach
    void removeHome() {
        home.close();
    }

    @Test
    void asked_to_stop_it_stops_the_server_and_the_next_start_finds_the_data() throws SQLException {
        var first = home.start();
        first.execute("create table kept (n int)", "insert into kept values (1)");
        first.terminate();
        assertThat(home.serverLives()).isFalse();
        assertThat(Postmaster.file(home.data())).doesNotExist();
        assertThat(home.start().query(ROWS)).isEqualTo("1");
    }

    @Test
    void killed_alone_it_leaves_a_server_that_the_next_start_adopts() throws SQLException {
        var first = home.start();
        first.execute("create table kept (n int)", "insert into kept values (1)");
        long server = home.serverPid();
        first.kill();
        var second = home.start();
        assertThat(home.serverPid()).isEqualTo(server);
        assertThat(second.connection().url()).isEqualTo(first.connection().url());
        assertThat(second.query(ROWS)).isEqualTo("1");
        second.terminate();
        assertThat(home.serverLives())
                .as("an adopted server is stopped like an own one")
                .isFalse();
    }

    @Test
    void killed_with_its_server_it_recovers_what_was_committed() throws SQLException {
        var first = home.start();
        first.execute("create table kept (n int)", "insert into kept select generate_series(1, 1000)");
        long server = home.serverPid();
        first.kill();
        home.killServer();
        var second = home.start();
        assertThat(home.serverPid()).isNotEqualTo(server);
        assertThat(second.query(ROWS)).isEqualTo("1000");
    }

    @Test
    void a_stale_pid_file_that_names_a_stranger_leaves_the_stranger_alone() throws Exception {
        var stranger = new ProcessBuilder("sleep", "600").start();
        try {
            startsDespitePidFileOf(stranger.pid());
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void a_stale_pid_file_that_names_a_zombie_does_not_stop_the_start() throws Exception {
        // The inner process ends at once, and the outer one never asks for it.
        var parent = new ProcessBuilder("sh", "-c", "sleep 0 & echo $!; exec sleep 600").start();
        try {
            startsDespitePidFileOf(Long.parseLong(parent.inputReader().readLine()));
        } finally {
            parent.destroyForcibly();
        }
    }

    private void startsDespitePidFileOf(long pid) throws IOException, SQLException {
        var first = home.start();
        first.execute("create table kept (n int)");
        var pidFile = Files.readAllLines(Postmaster.file(home.data()));
        first.terminate();
        pidFile.set(0, Long.toString(pid));
        Files.write(Postmaster.file(home.data()), pidFile);
        var second = home.start();
        assertThat(second.query(ROWS)).isEqualTo("0");
        second.terminate();
    }

    @Test
    void a_second_process_on_the_same_home_is_refused_and_the_first_goes_on() throws SQLException {
        var first = home.start();
        var second = home.tryStart();
        assertThat(second.ready()).isFalse();
        assertThat(second.said())
                .contains("in use by another process (" + first.pid() + ")")
                .contains("POLYPHONY_HOME");
        assertThat(first.query("select 1")).isEqualTo("1");
    }

    @Test
    void a_start_that_died_while_making_the_database_leaves_nothing_in_the_way() throws IOException, SQLException {
        Temporary.delete(home.data());
        var half = Files.createDirectories(home.data().resolveSibling("initialising"));
        Files.writeString(half.resolve("PG_VERSION"), "18");
        assertThat(home.start().query("select 1")).isEqualTo("1");
    }
}
