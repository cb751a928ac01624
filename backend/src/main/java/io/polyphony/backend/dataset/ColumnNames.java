package io.polyphony.backend.dataset;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What columns are called, in files and by whoever asks for one: a blank at the end of a heading is not seen. */
public final class ColumnNames {
    private static final Pattern BREAK = Pattern.compile("\\p{Cntrl}+");

    private ColumnNames() {}

    /** The name without blanks around it, and with one for each line break in it. */
    public static String of(String heading) {
        return BREAK.matcher(heading).replaceAll(" ").strip();
    }

    /** The same of what may have been left out. */
    public static @Nullable String orNull(@Nullable String heading) {
        return heading == null ? null : of(heading);
    }

    /** Each once: the second {@code size} is {@code size (2)}. */
    public static List<String> apart(List<String> names) {
        var taken = new HashSet<>(names);
        var seen = new HashSet<String>();
        var apart = new ArrayList<String>();
        for (var name : names) {
            var own = name;
            for (int number = 2; !seen.add(own); number++) {
                var next = "%s (%d)".formatted(name, number);
                own = taken.add(next) ? next : own;
            }
            apart.add(own);
        }
        return apart;
    }
}
