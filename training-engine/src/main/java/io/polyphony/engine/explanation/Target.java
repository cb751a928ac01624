package io.polyphony.engine.explanation;

import io.polyphony.engine.data.Boxes;
import io.polyphony.engine.data.TaskCodec;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The number that is explained: the mean of some of the answer's numbers, perhaps in original units.
 *
 * @param name of the class, label or step; empty if there is but one
 * @param places which of the answer's numbers
 * @param complement whether it is what lacks to 1
 */
record Target(TaskCodec codec, String name, int[] places, boolean complement) {
    /** Where an answer's curve is as good as straight. */
    private static final double STEP = 1e-4;

    /** @param answer what the row is said to be, for the choice of the most probable */
    static Target of(TaskCodec codec, Question question, float[] answer) {
        var output = question.output();
        return switch (codec.task().type()) {
            case REGRESSION, COUNT -> new Target(codec, "", new int[] {0}, false);
            case FORECAST, VECTOR ->
                output == null ? new Target(codec, "", range(answer.length), false) : step(codec, output);
            case SEGMENTATION -> drawn(codec, output, answer.length);
            case DETECTION -> centred(codec, output, answer);
            case BINARY, MULTICLASS, ORDINAL, MULTILABEL -> {
                int chosen = output == null ? largest(answer) : named(codec, output);
                yield new Target(codec, codec.classes().get(chosen), new int[] {chosen}, false);
            }
        };
    }

    private static Target step(TaskCodec codec, String output) {
        if (!output.matches("[0-9]{1,6}") || Integer.parseInt(output) < 1 || Integer.parseInt(output) > codec.width()) {
            throw new IllegalArgumentException(
                    "The task (%s) has no step or number (%s).%nMaybe one of 1 to %d is meant."
                            .formatted(codec.task().name(), output, codec.width()));
        }
        return new Target(codec, output, new int[] {Integer.parseInt(output) - 1}, false);
    }

    /** The mean over all pixels; of two classes, the network puts out the second's. */
    private static Target drawn(TaskCodec codec, @Nullable String output, int numbers) {
        int classes = codec.classes().size();
        int chosen = output == null ? classes - 1 : named(codec, output);
        int channels = classes == 2 ? 1 : classes;
        var places = new int[numbers / channels];
        Arrays.setAll(places, pixel -> pixel * channels + (channels == 1 ? 0 : chosen));
        return new Target(codec, codec.classes().get(chosen), places, channels == 1 && chosen == 0);
    }

    /** The mean over all cells of the probability that a thing of the class is there; of the class that is surest by default. */
    private static Target centred(TaskCodec codec, @Nullable String output, float[] answer) {
        int classes = codec.classes().size();
        int channels = classes + Boxes.PLACE;
        int chosen = output == null ? surest(answer, classes, channels) : named(codec, output);
        var places = new int[answer.length / channels];
        Arrays.setAll(places, cell -> cell * channels + chosen);
        return new Target(codec, codec.classes().get(chosen), places, false);
    }

    private static int surest(float[] answer, int classes, int channels) {
        int best = 0;
        for (int i = 0; i < answer.length; i++) {
            best = i % channels < classes && answer[i] > answer[best] ? i : best;
        }
        return best % channels;
    }

    private static int named(TaskCodec codec, String output) {
        int place = codec.classes().indexOf(output);
        if (place < 0) {
            throw new IllegalArgumentException("The task (%s) has no class (%s).%nMaybe one of %s is meant."
                    .formatted(codec.task().name(), output, codec.classes()));
        }
        return place;
    }

    String task() {
        return codec.task().name();
    }

    double value(float[] answer) {
        double mean = Arrays.stream(places)
                .mapToDouble(place -> unrounded(answer[place], place))
                .average()
                .orElse(0);
        return complement ? 1 - mean : mean;
    }

    /** The derivative of the value by each of the answer's numbers. */
    float[] slope(float[] answer) {
        var slope = new float[answer.length];
        for (int place : places) {
            double above = unrounded(answer[place] + STEP, place);
            double below = unrounded(answer[place] - STEP, place);
            slope[place] = (float) ((complement ? below - above : above - below) / (2 * STEP) / places.length);
        }
        return slope;
    }

    /** Of what lies on pictures there are more numbers than targets. */
    private double unrounded(double number, int place) {
        return codec.unrounded(number, place % codec.width());
    }

    private static int largest(float[] answer) {
        int best = 0;
        for (int i = 1; i < answer.length; i++) {
            best = answer[i] > answer[best] ? i : best;
        }
        return best;
    }

    private static int[] range(int count) {
        var all = new int[count];
        Arrays.setAll(all, i -> i);
        return all;
    }
}
