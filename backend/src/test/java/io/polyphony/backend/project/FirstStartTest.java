package io.polyphony.backend.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.polyphony.backend.common.PolyphonyHome;
import io.polyphony.backend.security.SignIn;
import io.polyphony.backend.testing.PlatformTest;
import io.polyphony.backend.testing.TestTeam;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FirstStartTest extends PlatformTest {
    @Inject
    FirstStart firstStart;

    @Inject
    SignIn signIn;

    @Test
    void the_password_and_the_token_in_the_home_are_the_administrators() throws IOException {
        assertThat(signIn.byPassword("admin", secret("admin-password")))
                .hasValueSatisfying(admin -> assertThat(admin.actor().admin()).isTrue());
        TestTeam.with(secret("admin-token"))
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("user.name", equalTo("admin"), "user.admin", equalTo(true));
        TestTeam.with(secret("admin-token")).get("/api/v1/projects").then().body("items.name", hasItem("Default"));
    }

    @Test
    void a_later_start_changes_nothing() throws IOException {
        var before = secret("admin-token");
        firstStart.onStart(new StartupEvent());
        assertThat(secret("admin-token")).isEqualTo(before);
        assertThat(signIn.byToken(before)).isPresent();
    }

    private String secret(String name) throws IOException {
        var file = PolyphonyHome.current().resolve(name);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        return Files.readString(file);
    }
}
