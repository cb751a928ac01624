package io.polyphony.backend.dataset.archive;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Judges names inside archives and tables, which are hostile input. No name is ever used as a path on our disk. */
public final class EntryName {
    private static final Set<String> DEVICES = Set.of(
            "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1",
            "lpt2", "lpt3");
    private static final int LONGEST = 1_000;

    private EntryName() {}

    /** Why the name is refused, or empty when it is a plain relative path. */
    public static Optional<String> fault(String name) {
        if (name.isEmpty() || name.length() > LONGEST) {
            return Optional.of("it has %d characters".formatted(name.length()));
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            return Optional.of("it holds control characters");
        }
        if (name.indexOf('\\') >= 0) {
            return Optional.of("it holds a backslash");
        }
        var absolute = name.startsWith("/") || (name.length() > 1 && name.charAt(1) == ':');
        return absolute ? Optional.of("it is an absolute path") : segmentFault(name);
    }

    private static Optional<String> segmentFault(String name) {
        for (var segment : name.split("/", -1)) {
            if (segment.equals("..")
                    || decoded(segment).contains("..")
                            && decoded(segment).matches(".*(^|[/\\\\])\\.\\.([/\\\\;]|$).*")) {
                return Optional.of("it leads out of the archive");
            }
            var bare = segment.toLowerCase(Locale.ROOT);
            var dot = bare.indexOf('.');
            if (DEVICES.contains(dot < 0 ? bare : bare.substring(0, dot))) {
                return Optional.of("it is the name of a device on Windows");
            }
        }
        return Optional.empty();
    }

    /** Percent signs decoded twice, as careless readers do. */
    private static String decoded(String segment) {
        if (segment.indexOf('%') < 0) {
            return segment;
        }
        try {
            var once = URLDecoder.decode(segment, StandardCharsets.UTF_8);
            return URLDecoder.decode(once, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noEscapes) {
            return segment;
        }
    }

    /** Without {@code ./} in front: how tables often write paths. */
    public static String normalised(String name) {
        var plain = name.strip();
        while (plain.startsWith("./")) {
            plain = plain.substring(2);
        }
        return plain;
    }

    /** As the archive would write it: slashes for backslashes, without a drive, the root or {@code ./} in front. */
    static String relative(String name) {
        var plain = normalised(name.strip().replace('\\', '/'));
        if (plain.length() > 1 && plain.charAt(1) == ':') {
            plain = plain.substring(2);
        }
        while (plain.startsWith("/")) {
            plain = plain.substring(1);
        }
        return plain;
    }

    /** Whether it is the address of a file elsewhere, such as {@code https://example.com/a.png}. */
    public static boolean isAddress(String name) {
        return name.contains("://");
    }

    /** Whether the file is an operating system's own and never meant: {@code __MACOSX/}, {@code .DS_Store}, dot files. */
    public static boolean isClutter(String name) {
        var last = name.substring(name.lastIndexOf('/') + 1);
        return name.startsWith("__MACOSX/")
                || last.startsWith(".")
                || last.equalsIgnoreCase("thumbs.db")
                || last.equalsIgnoreCase("desktop.ini");
    }
}
