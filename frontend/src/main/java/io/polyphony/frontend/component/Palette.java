package io.polyphony.frontend.component;

import io.polyphony.backend.experiment.SearchChoices;
import java.util.List;
import java.util.stream.Stream;

/** Colours that stay: a trial or a fusion has the same one in every chart, table and session. All are theme colours. */
public final class Palette {
    private static final int VOICES = 10;
    private static final List<String> FUSIONS = Stream.concat(
                    SearchChoices.USUAL_FUSIONS.stream(), SearchChoices.FUSIONS.stream())
            .distinct()
            .toList();

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

    /** By its place in the registry, those that every search tries first. */
    public static String fusion(String name) {
        int place = FUSIONS.indexOf(name);
        return voice(1 + Math.floorMod(place < 0 ? name.hashCode() : place, VOICES));
    }

    /** @param index the task's place in its experiment, from 0 */
    public static String task(int index) {
        return voice(Math.floorMod(index, VOICES) + 1);
    }

    /** Inputs begin at the other end than tasks, for both stand on the same page. The last voice is grey: what is neither. */
    public static String input(int index) {
        return voice(VOICES - 1 - Math.floorMod(index, VOICES - 1));
    }

    /** What is neither a task nor an input. */
    public static String neither() {
        return voice(VOICES);
    }

    private static String voice(int number) {
        return "var(--voice-" + number + ")";
    }
}
