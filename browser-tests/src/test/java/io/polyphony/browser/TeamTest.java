package io.polyphony.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several people at one platform: who is let in, and who may do what. */
class TeamTest extends BrowserTest {
    private static final String PASSWORD = "correct horse battery";

    @Test
    void roles_decide_what_members_see_and_may_do(@TempDir Path folder) {
        signIn();
        addUser("vera", "Vera Viewer");
        addUser("rudi", "Rudi Runner");
        var project = newProject("Bakery");
        addMember("vera", "Viewer");
        addMember("rudi", "Runner");
        var shared = rest.upload(Tables.reviews(folder, 120), project);
        var foreign = rest.upload(Tables.reviews(folder, 120), rest.defaultProject());
        open("datasets/" + shared);
        state("Ready", PATIENCE_MILLIS);
        asAnother("vera", () -> viewer(shared, foreign));
        asAnother("rudi", () -> runner(shared));
    }

    private void viewer(String shared, String foreign) {
        assertThat(page.locator("vaadin-side-nav-item", has("Users"))).hasCount(0);
        assertThat(button("New experiment")).hasCount(0);
        open("datasets");
        assertThat(page.locator("a.card")).hasCount(1);
        assertThat(page.locator(".dropzone")).isHidden();
        open("datasets/" + shared);
        tab("Columns");
        assertThat(page.locator(".column-row vaadin-select[readonly]")).hasCount(10);
        assertThat(button("New experiment")).hasCount(0);
        open("experiments/new?dataset=" + shared);
        assertThat(page.locator(".blank")).containsText("needs the role runner");
        open("datasets/" + foreign);
        assertThat(page.locator(".blank")).containsText(foreign);
        open("users");
        assertThat(page.locator(".blank")).containsText("for administrators");
    }

    private void runner(String shared) {
        assertThat(button("New experiment").first()).isVisible();
        open("datasets/" + shared);
        tab("Columns");
        assertThat(page.locator(".column-row vaadin-select[readonly]")).hasCount(10);
        click("New experiment");
        heading("What shall be predicted?");
    }

    @Test
    void a_token_works_until_it_is_revoked() {
        signIn();
        open("tokens");
        click("New token");
        page.getByLabel("Name").fill("notebook");
        confirm("Make the token");
        var secret = page.locator(".copyblock pre");
        assertThat(secret).containsText("poly_");
        var token = secret.textContent().strip();
        assertThat(rest.statusWith(token)).isEqualTo(200);
        var row = page.locator(".person", has("notebook"));
        row.locator("vaadin-button").click();
        assertThat(row.locator(".state")).hasText("Revoked");
        assertThat(rest.statusWith(token)).isEqualTo(401);
    }

    @Test
    void a_new_password_signs_other_browsers_out_and_signing_out_ends_this_one() {
        rest.user("paula", PASSWORD);
        signIn(page, "paula", PASSWORD);
        try (var elsewhere = browser()) {
            var other = newPage(elsewhere);
            signIn(other, "paula", PASSWORD);
            click("My account");
            page.getByLabel("Present password").fill(PASSWORD);
            page.getByLabel("New password").fill("battery horse correct");
            confirm("Change my password");
            assertThat(page.locator("vaadin-dialog[opened]")).hasCount(0);
            assertThat(other).hasURL(Pattern.compile("/login"));
            assertThat(other.getByLabel("User name")).isVisible();
            other.navigate(platform.url() + "/datasets");
            assertThat(other).hasURL(Pattern.compile("/login"));
        }
        open("datasets");
        heading("Data sets");
        click("Sign out");
        assertThat(page).hasURL(Pattern.compile("/login"));
        open("datasets");
        assertThat(page).hasURL(Pattern.compile("/login"));
        signIn(page, "paula", "battery horse correct");
    }

    @Test
    void a_path_that_rest_does_not_have_is_a_problem_and_no_page() {
        for (String path : List.of("/api/v1/nothing", "/api/v1/models/none/nothing", "/api")) {
            var answer = rest.sent(path);
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.headers().get("content-type")).as(path).startsWith("application/problem+json");
            assertThat(answer.text()).as(path).contains("There is no", "/q/swagger-ui", path);
        }
    }

    private void addUser(String name, String fullName) {
        open("users");
        click("Add a user");
        page.getByLabel("User name").fill(name);
        page.getByLabel("Full name").fill(fullName);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(PASSWORD);
        confirm("Add");
        assertThat(page.locator(".person", has(fullName))).isVisible();
    }

    /** @return its id */
    private String newProject(String name) {
        open("projects");
        click("New project");
        page.getByLabel("Name").fill(name);
        confirm("Create");
        page.locator("a.card", has(name)).click();
        heading("Members");
        return page.url().substring(page.url().lastIndexOf('/') + 1);
    }

    private void addMember(String name, String role) {
        page.getByLabel("User name of the new member").fill(name);
        choose(page.locator(".panel-body > .row vaadin-select"), role);
        click("Add");
        var member = page.locator(".person", has(name));
        assertThat(member.locator("vaadin-select")).containsText(role);
        assertThat(page.getByLabel("User name of the new member")).hasValue("");
    }

    /** Does something in this person's own browser. */
    private void asAnother(String name, Runnable work) {
        var before = page;
        try (var own = browser()) {
            page = newPage(own);
            signIn(page, name, PASSWORD);
            work.run();
        } finally {
            page = before;
        }
    }

    private static Page.LocatorOptions has(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }
}
