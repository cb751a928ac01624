package io.polyphony.examples;

import java.io.PrintStream;
import java.time.Duration;

/** One line that is rewritten in place on a terminal; elsewhere (a log file, CI) a line for every twentieth of the way. */
final class Progress {

    private static final int BAR = 24;
    private static final int STEPS = 20;

    private final PrintStream out;
    private final boolean terminal;
    private int lastStep = -1;

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
        } else if ((int) (STEPS * share) != lastStep) {
            lastStep = (int) (STEPS * share);
            out.println(line);
        }
    }

    void done() {
        lastStep = -1;
        if (terminal) {
            out.println();
        }
    }

    static String clock(Duration time) {
        return "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart());
    }
}
