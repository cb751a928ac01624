package io.polyphony.referee;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.global.torch;

/**
 * Answers lines with lines: {@code open <case> <name>=<number> ...} makes a network, {@code run <steps>} trains it and is
 * answered with the nanoseconds of processor time that it took.
 */
public final class Referee {
    private static final long SEED = 1;
    private static final Words WORDS = new Words(5000, 64, 64);

    private Referee() {}

    public static void main(String[] arguments) throws IOException {
        torch.set_num_threads(1);
        torch.manual_seed(SEED);
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Training training = null;
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            var words = line.split(" ");
            if (words[0].equals("open")) {
                training = open(words[1], sizes(words));
                System.out.println("opened");
            } else if (training != null) {
                System.out.println(training.steps(Integer.parseInt(words[1])));
            }
        }
    }

    private static Map<String, Integer> sizes(String[] words) {
        var sizes = new HashMap<String, Integer>();
        Arrays.stream(words)
                .skip(2)
                .map(word -> word.split("="))
                .forEach(pair -> sizes.put(pair[0], Integer.valueOf(pair[1])));
        return sizes;
    }

    private static Training open(String name, Map<String, Integer> sizes) {
        return switch (name) {
            case "mlp" ->
                new Training(List.of(new Table(sizes.getOrDefault("numbers", 0), 128, 2)), 64, List.of(3, 3, 3), 256);
            case "mnist-cnn" -> new Training(List.of(new Picture(28, 32, 2)), 64, List.of(10), 128);
            case "multi-modal" ->
                new Training(
                        List.of(
                                new Table(sizes.getOrDefault("numbers", 0), 64, 1),
                                new Picture(28, 16, 2),
                                new MeanText(WORDS)),
                        128,
                        List.of(10, 1),
                        64);
            case "gru-text" -> new Training(List.of(new RecurrentText(WORDS, 64, true)), 64, List.of(4), 64);
            case "lstm-text" -> new Training(List.of(new RecurrentText(WORDS, 64, false)), 64, List.of(4), 64);
            case "text-cnn" -> new Training(List.of(new ConvolvedText(WORDS, 64)), 64, List.of(4), 64);
            case "transformer-text" -> new Training(List.of(new AttendedText(WORDS, 2)), 64, List.of(4), 64);
            case "resnet-10" -> new Training(List.of(new Residual(32, 16)), 64, List.of(10), 32);
            case "ft-transformer" ->
                new Training(
                        List.of(new AttendedTable(sizes.getOrDefault("numbers", 0), 64, 2, 16)), 64, List.of(3), 128);
            default -> throw new IllegalArgumentException("There is no case (%s).".formatted(name));
        };
    }
}
