package io.polyphony.engine.explanation;

import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.program.Program;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * From mean gradients along a path to shares of what lies between its ends.
 *
 * @param whole the program that has read the row's codes
 */
record Sharing(List<Opening> openings, Program whole, Map<String, Path.Ends> ends) {

    /** The shares of an input's places, by block; those of weights are with what they weigh. */
    Map<String, double[]> blocks(InputLayout layout, Map<String, double[]> slopes) {
        var blocks = new LinkedHashMap<String, double[]>();
        layout.blocks().forEach((block, shape) -> {
            var name = layout.qualified(block);
            var shares = new double[shape.size()];
            if (ends.containsKey(name)) {
                add(shares, shares(name, slopes));
            }
            for (var opening : openings) {
                if (opening.codes().equals(name)) {
                    add(shares, opened(opening, slopes));
                }
            }
            blocks.put(block, shares);
        });
        return blocks;
    }

    private double[] opened(Opening opening, Map<String, double[]> slopes) {
        var mean = slopes.getOrDefault(opening.name(), new double[0]);
        return opening.shares(mean, shares(opening.name(), slopes), whole);
    }

    private double[] shares(String name, Map<String, double[]> slopes) {
        var both = ends.get(name);
        var shares = slopes.getOrDefault(name, new double[0]).clone();
        for (int i = 0; both != null && i < shares.length; i++) {
            shares[i] *= (double) both.row()[i] - both.baseline()[i];
        }
        return shares;
    }

    private static void add(double[] sum, double[] more) {
        Arrays.setAll(sum, i -> sum[i] + more[i]);
    }
}
