package io.polyphony.frontend.component;

/** Colours that stay: a trial or a fusion has the same one in every chart, table and session. All are theme colours. */
public final class Palette {
    private static final int VOICES = 10;

    private Palette() {}

    /** @param number the trial's number, from 0 */
    public static String trial(int number) {
        return voice(Math.floorMod(number, VOICES) + 1);
    }

    /** Round ten colours the lines change their dash, so that neighbours in colour differ in stroke. */
    public static String dash(int number) {
        return switch (Math.floorMod(number / VOICES, 3)) {
            case 1 -> "dashed";
            case 2 -> "dotted";
            default -> "solid";
        };
    }

    public static String fusion(String name) {
        return switch (name) {
            case "gated" -> voice(1);
            case "concatenation" -> voice(2);
            case "late" -> voice(3);
            case "average" -> voice(4);
            case "weighted" -> voice(5);
            case "transformer" -> voice(6);
            case "film" -> voice(7);
            case "low-rank" -> voice(8);
            case "bottleneck" -> voice(9);
            case "task-gate" -> voice(10);
            default -> voice(1 + Math.floorMod(name.hashCode(), VOICES));
        };
    }

    /** @param index the task's place in its experiment, from 0 */
    public static String task(int index) {
        return voice(Math.floorMod(index, VOICES) + 1);
    }

    private static String voice(int number) {
        return "var(--voice-" + number + ")";
    }
}
