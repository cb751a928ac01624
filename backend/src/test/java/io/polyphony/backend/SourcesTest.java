package io.polyphony.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What CONTRIBUTING.md asks of every Java file in this repository, as far as text can tell. */
class SourcesTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Set<String> NOT_OURS = Set.of("target", "node_modules", "generated", ".git", ".mvn");
    private static final int MOST_LINES = 300;
    // In two parts, so that this file passes its own test.
    private static final Pattern UNFINISHED = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b|@Dis" + "abled");
    private static final Pattern SLEEP = Pattern.compile("Thread\\.sl" + "eep");

    private static final Pattern TEST_NAME = Pattern.compile("`(\\w+(?:Test|IT|Contract))`");

    private static final List<Path> SOURCES = new ArrayList<>();

    @BeforeAll
    static void collect() throws IOException {
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                boolean skip = NOT_OURS.contains(directory.getFileName().toString());
                return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(".java")) SOURCES.add(file);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Test
    void no_file_is_too_long_to_read() {
        assertThat(SOURCES).hasSizeGreaterThan(100);
        assertThat(SOURCES.stream().filter(file -> text(file).lines().count() > MOST_LINES))
                .isEmpty();
    }

    @Test
    void nothing_is_left_for_later() {
        assertThat(matching(SOURCES.stream(), UNFINISHED)).isEmpty();
    }

    @Test
    void tests_wait_for_conditions_and_not_for_time() {
        assertThat(matching(SOURCES.stream().filter(file -> file.toString().contains("src/test")), SLEEP))
                .isEmpty();
    }

    @Test
    void every_decision_names_tests_that_exist() throws IOException {
        var names = SOURCES.stream().map(file -> file.getFileName().toString()).toList();
        try (var decisions = Files.list(ROOT.resolve("docs/adr"))) {
            assertThat(decisions).hasSizeGreaterThan(10).allSatisfy(decision -> {
                var heldBy = text(decision).split("\\*\\*Held by\\*\\*", 2);
                assertThat(heldBy).as("%s says what holds it", decision).hasSize(2);
                assertThat(TEST_NAME.matcher(heldBy[1]).results().map(name -> name.group(1) + ".java"))
                        .as("tests of %s", decision)
                        .allSatisfy(name -> assertThat(names).contains(name));
            });
        }
    }

    @Test
    void every_method_names_tests_that_exist() {
        var names = SOURCES.stream().map(file -> file.getFileName().toString()).toList();
        assertThat(TEST_NAME
                        .matcher(text(ROOT.resolve("docs/methods.md")))
                        .results()
                        .map(name -> name.group(1) + ".java"))
                .hasSizeGreaterThan(50)
                .allSatisfy(name -> assertThat(names).contains(name));
    }

    @Test
    void every_decision_has_a_number_of_its_own() throws IOException {
        try (var decisions = Files.list(ROOT.resolve("docs/adr"))) {
            assertThat(decisions.map(file -> file.getFileName().toString().substring(0, 4)))
                    .doesNotHaveDuplicates();
        }
    }

    private static Stream<Path> matching(Stream<Path> files, Pattern pattern) {
        return files.filter(file -> pattern.matcher(text(file)).find());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
