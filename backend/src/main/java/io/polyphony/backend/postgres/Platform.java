package io.polyphony.backend.postgres;

import java.util.Locale;

/** Operating system and processor, in the words of the PostgreSQL archives. */
record Platform(String os, String processor) {

    static Platform current() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    static Platform of(String osName, String osArch) {
        var os = osName.toLowerCase(Locale.ROOT);
        var arch = osArch.toLowerCase(Locale.ROOT);
        return new Platform(
                os.startsWith("mac") ? "darwin" : os.startsWith("windows") ? "windows" : "linux",
                arch.equals("aarch64") || arch.equals("arm64") ? "arm_64" : "x86_64");
    }

    /** The class path resource with the binaries. */
    String archive() {
        return "postgres-%s-%s.txz".formatted(os, processor);
    }

    String executable(String name) {
        return windows() ? name + ".exe" : name;
    }

    boolean windows() {
        return os.equals("windows");
    }
}
