package io.polyphony.backend.dataset;

import io.polyphony.backend.common.Invalid;

/** Names that users give: shown everywhere, used as a path nowhere. */
final class DatasetNames {
    private static final int LONGEST = 200;

    private DatasetNames() {}

    /** @throws Invalid when it is blank, too long or holds control characters */
    static String dataset(String name) {
        var plain = name.strip();
        if (plain.isEmpty() || plain.length() > LONGEST || plain.chars().anyMatch(Character::isISOControl)) {
            throw Invalid.field(
                    "/name",
                    "The name (%s) of a dataset must have 1 to %d printable characters."
                            .formatted(plain.replaceAll("\\p{Cntrl}", "?"), LONGEST));
        }
        return plain;
    }

    /** The last part of what a browser or script calls the file. */
    static String file(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var plain = last.replaceAll("\\p{Cntrl}", "").strip();
        return plain.isEmpty() ? "upload" : plain.substring(0, Math.min(plain.length(), LONGEST));
    }
}
