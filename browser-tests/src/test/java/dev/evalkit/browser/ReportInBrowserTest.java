package dev.evalkit.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.WebElement;

class ReportInBrowserTest {
    private static final Path SITE = Path.of("../it/target/it/the-site-has-an-entry-for-evaluations/target/site");

    @TempDir
    static @Nullable Path folder;

    private static @Nullable Chromium started;
    private static @Nullable Path standAlone;

    @BeforeAll
    static void startTheBrowser() throws IOException {
        Optional<Chromium> found = Chromium.start();
        assumeTrue(
                found.isPresent(),
                "no Chromium with its driver (Debian: chromium and chromium-driver): pages are not opened");
        started = found.get();
        standAlone = ExamplePage.write(Objects.requireNonNull(folder));
    }

    @AfterAll
    static void stopTheBrowser() {
        if (started != null) {
            started.close();
        }
    }

    @BeforeEach
    void likeAnyVisitor() {
        browser().allowScripts(true);
        browser().prefer("light");
        browser().showAt(1280);
    }

    private static Chromium browser() {
        return Objects.requireNonNull(started);
    }

    private static Path page(String name) {
        if (name.equals("stand-alone")) {
            return Objects.requireNonNull(standAlone);
        }
        Path page = SITE.resolve(name);
        assumeTrue(Files.isRegularFile(page), page + " is not there: the invoker build that makes it did not run");
        return page.toAbsolutePath().normalize();
    }

    @ParameterizedTest
    @ValueSource(strings = {"stand-alone", "evalkit-report-2.html"})
    void aPageOpensWithoutAWordOfComplaintAndAsksNobodyForAnything(String name) {
        browser().console();
        browser().requests();

        browser().open(page(name));

        assertThat(browser().first(".evalkit h1").getText()).startsWith("FAIL · m1 → m2");
        assertThat(browser().console()).isEmpty();
        assertThat(browser().requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "stand-alone, 360",
        "stand-alone, 1280",
        "stand-alone, 2560",
        "evalkit-report.html, 360",
        "evalkit-report-2.html, 360",
        "evalkit-report-2.html, 1280",
        "evalkit-report-2.html, 2560"
    })
    void nothingReachesBeyondTheWindow(String name, int width) {
        browser().showAt(width);
        browser().open(page(name));
        browser().all(".evalkit details > summary").forEach(WebElement::click);

        assertThat(browser().overflow()).isNotPositive();
    }

    @ParameterizedTest
    @CsvSource({"stand-alone, light, 1280", "stand-alone, dark, 1280", "stand-alone, dark, 360"})
    void nobodyIsShutOut(String name, String scheme, int width) {
        browser().prefer(scheme);
        browser().showAt(width);
        browser().open(page(name));
        browser().all(".evalkit details > summary").forEach(WebElement::click);

        assertThat(browser().violations()).isEmpty();
    }

    /** What the site's skin does is not ours. */
    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void nobodyIsShutOutOfOurPartOfASite(String scheme) {
        browser().prefer(scheme);
        browser().open(page("evalkit-report-2.html"));

        assertThat(browser().violations(".evalkit")).isEmpty();
    }

    @Test
    void aTableIsSortedByTheHeadThatIsClicked() {
        browser().open(page("stand-alone"));
        List<String> before = browser().texts("#slices-1 tbody th");
        WebElement value = browser().first("#slices-1 thead th:nth-child(2) button");

        value.click();
        List<String> rising = browser().texts("#slices-1 tbody td:nth-child(2)");
        value.click();
        List<String> falling = browser().texts("#slices-1 tbody td:nth-child(2)");
        browser().first("#slices-1 thead th button").click();

        assertThat(browser().texts("#slices-1 thead th[aria-sort=ascending]")).containsExactly("topic");
        assertThat(browser().texts("#slices-1 tbody th"))
                .containsExactlyInAnyOrderElementsOf(before)
                .startsWith("topic 0", "topic 1", "topic 2");
        assertThat(rising).isNotEqualTo(falling).containsExactlyInAnyOrderElementsOf(falling);
    }

    @Test
    void rowsAreFilteredByWhatIsTyped() {
        browser().open(page("stand-alone"));

        browser().first("#slices .filter input").sendKeys("topic 19");

        assertThat(browser().all("#slices-1 tbody tr").stream().filter(WebElement::isDisplayed))
                .singleElement()
                .satisfies(row -> assertThat(row.getText()).startsWith("topic 19"));
    }

    @Test
    void aSampleUnfoldsWithItsFieldsBesideEachOther() {
        browser().open(page("stand-alone"));
        WebElement sample = browser().first("#samples details.sample");
        assertThat(browser().first("#samples details.sample dl").isDisplayed()).isFalse();

        browser().first("#samples details.sample summary").click();

        assertThat(sample.getText())
                .contains(
                        "q003",
                        "score 1 → 0",
                        "Is 3 a number that can be divided by one?",
                        "Yes, it can be divided by one.",
                        "No, it cannot be divided by one at all.");
        assertThat(browser().texts("#samples details.sample:first-of-type del")).contains("Yes");
        assertThat(browser().texts("#samples details.sample:first-of-type ins")).contains("No");
    }

    @Test
    void withoutScriptsEverythingIsStillThere() {
        browser().open(page("stand-alone"));
        List<String> cells = browser().texts(".evalkit td, .evalkit th, .evalkit dd, .evalkit p");

        browser().allowScripts(false);
        browser().open(page("stand-alone"));
        browser().first("#samples details.sample summary").click();

        assertThat(browser().first("#samples details.sample dl").isDisplayed()).isTrue();
        assertThat(browser().all("thead button, .filter")).isEmpty();
        browser().allowScripts(true);
        assertThat(browser().texts(".evalkit td, .evalkit th, .evalkit dd, .evalkit p"))
                .isEqualTo(cells);
    }
}
