package io.polyphony.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** What a newcomer finds on a platform of which nobody has made anything yet. */
class ExamplesTest extends BrowserTest {
    @Test
    void who_has_no_data_at_hand_loads_an_example() {
        try (var empty = Platform.start()) {
            platform = empty;
            signIn();
            heading("No data at hand?");
            click("Load Clothing reviews");
            heading("reviews");
            assertThat(page.getByText("Ready", new Page.GetByTextOptions().setExact(true))
                            .first())
                    .isVisible();
            tab("Columns");
            assertThat(page.locator(".column-row .name").filter(new Locator.FilterOptions().setHasText("Rating")))
                    .isVisible();
            page.navigate("about:blank");
        }
    }
}
