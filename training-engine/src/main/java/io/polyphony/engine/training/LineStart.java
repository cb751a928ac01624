package io.polyphony.engine.training;

import io.polyphony.engine.data.Block;
import io.polyphony.engine.data.EncodedRows;
import io.polyphony.engine.data.InputFeatures;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.TaskLabels;
import io.polyphony.engine.head.NumberLine;
import io.polyphony.engine.network.NetworkSpec;
import io.polyphony.engine.program.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.ejml.data.DMatrixRMaj;

/**
 * Lets numbers begin at the line through the numbers of tables that tells train rows best, found in closed form: see
 * {@link NumberLine}. A task that no line tells better than its mean begins there.
 */
record LineStart(NetworkSpec network, EncodedRows train) {
    /** So many rows tell as much as all. */
    private static final int SAMPLE = 65_536;

    /** Every so-manieth row, as neighbours in a file are often alike. */
    private static final int BLOCKS = 4;

    /** Solving takes the cube of it. */
    private static final int MOST_NUMBERS = 512;

    /** Whether anything is told so. */
    boolean told() {
        return !network.lined().isEmpty() && !inputs().isEmpty();
    }

    /** Puts the lines into the network. */
    void fit(Parameters parameters) {
        int numbers = inputs().stream().mapToInt(input -> line(input).size()).sum();
        if (numbers > MOST_NUMBERS) {
            return;
        }
        var tasks = network.lined();
        var lines = new DMatrixRMaj(numbers, tasks.size());
        var products = new Products(numbers + 1);
        for (int task = 0; task < tasks.size(); task++) {
            var blocks = blocks(Validation.labels(train, tasks.get(task)), numbers, products);
            if (blocks.size() == BLOCKS) {
                var line = new Ridge(numbers, Ridge.EXACT).map(blocks);
                for (int number = 0; number < numbers; number++) {
                    lines.set(number, task, line.get(number, 0) / NumberLine.STRIDE);
                }
            }
        }
        Ridge.write(lines, NumberLine.WEIGHT, parameters);
    }

    private List<InputFeatures> inputs() {
        return network.inputs().stream()
                .map(input -> train.inputs().get(input.name()))
                .filter(features -> features != null && features.blocks().containsKey(InputLayout.LINE))
                .toList();
    }

    private static Block.Dense line(InputFeatures features) {
        return (Block.Dense) Objects.requireNonNull(features.blocks().get(InputLayout.LINE));
    }

    /** Sums of products of each; fewer where too little is known. */
    private List<DMatrixRMaj> blocks(TaskLabels labels, int numbers, Products products) {
        var inputs = inputs();
        int stride = BLOCKS * Math.ceilDiv(train.rows(), SAMPLE);
        var blocks = new ArrayList<DMatrixRMaj>();
        for (int block = 0; block < BLOCKS; block++) {
            boolean any = false;
            for (int row = block * stride / BLOCKS; row < train.rows(); row += stride) {
                if (labels.mask()[row] > 0) {
                    write(inputs, row, products.row());
                    products.row()[numbers] = labels.values()[row];
                    products.add();
                    any = true;
                }
            }
            if (any) {
                blocks.add(products.take());
            }
        }
        return blocks;
    }

    private static void write(List<InputFeatures> inputs, int row, float[] to) {
        int at = 0;
        for (var input : inputs) {
            var line = line(input);
            System.arraycopy(line.values(), row * line.size(), to, at, line.size());
            at += line.size();
        }
    }
}
