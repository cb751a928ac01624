package io.polyphony.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DockerfileTest {
    private final String dockerfile = Repository.text(Repository.file("Dockerfile"));

    @Test
    void gives_the_jvm_the_flags_that_the_launcher_gives_it() {
        assertThat(launcherFlags())
                .hasSizeGreaterThan(3)
                .allSatisfy(flag -> assertThat(dockerfile).contains("\"" + flag + "\""));
    }

    @Test
    void runs_as_nobody_special_and_listens_to_the_outside() {
        assertThat(dockerfile).contains("USER 10001:10001").contains("QUARKUS_HTTP_HOST=0.0.0.0");
    }

    @Test
    void leaves_secrets_and_build_results_out() {
        assertThat(Repository.text(Repository.file(".dockerignore")).lines()).contains(".git", ".env", "**/target");
    }

    private static List<String> launcherFlags() {
        var block = Pattern.compile("JVM_FLAGS=\\(\n(.*?)\n\\)", Pattern.DOTALL)
                .matcher(Repository.text(Repository.file("scripts/run.sh")));
        assertThat(block.find()).isTrue();
        return block.group(1)
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("-"))
                .toList();
    }
}
