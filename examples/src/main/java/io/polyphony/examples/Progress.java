package io.polyphony.examples;

import java.io.PrintStream;
import java.time.Duration;

/** One line that is rewritten in place on a terminal, and printed when it changes elsewhere (a log file, CI). */
final class Progress {

    private static final int BAR = 24;

    private final PrintStream out;
    private final boolean terminal;
    private String last = "";

    Progress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** @param share done, 0 to 1 */
    void show(double share, String text) {
        int full = (int) Math.round(BAR * Math.clamp(share, 0, 1));
        var line = "[%s%s] %3.0f %%  %s".formatted("#".repeat(full), ".".repeat(BAR - full), 100 * share, text);
        if (terminal) {
            out.print("\r\u001b[2K" + line);
            out.flush();
        } else if (!line.equals(last)) {
            out.println(line);
        }
        last = line;
    }

    void done() {
        if (terminal) {
            out.println();
        }
    }

    static String clock(Duration time) {
        return "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart());
    }
}
