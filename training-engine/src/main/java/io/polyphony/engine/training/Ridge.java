package io.polyphony.engine.training;

import io.polyphony.engine.program.Parameters;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;

/**
 * Ridge regression of several answers at once (Hoerl and Kennard 1970), whose penalty is the one by which blocks of rows are
 * told best by the other blocks: neighbours in time are alike, and would tell each other (Burman, Chow and Nolan 1994). All of
 * it is computed from sums of products, so that no row is looked at twice.
 *
 * @param inputs how many of a row's numbers, the first ones, tell the others
 * @param least the smallest penalty, a share of the mean square of an input that is added to each square: ten to the half of it
 */
record Ridge(int inputs, int least) {
    /** Where answers are never told to the last digit. */
    static final int NOISY = -6;

    /** Where some are. */
    static final int EXACT = -16;

    private static final int MOST = 4;

    /** Penalties are compared by so many answers, which are as good as all. */
    private static final int COMPARED = 12;

    /**
     * The map of inputs to answers, without a constant: [inputs, answers]. All zero if no penalty tells blocks better than that.
     *
     * @param blocks sums of products of each two numbers of a row, over the rows of each block: at least two
     */
    DMatrixRMaj map(List<DMatrixRMaj> blocks) {
        var whole = blocks.stream().reduce(this::sum).orElseThrow();
        var compared = compared(whole.numCols - inputs);
        double least =
                blocks.stream().mapToDouble(block -> square(block, compared)).sum();
        var best = Double.NaN;
        for (int step = this.least; step <= MOST; step++) {
            double penalty = Math.pow(10, step / 2.0);
            double error = 0;
            for (var block : blocks) {
                error += error(block, map(less(whole, block), penalty, compared), compared);
            }
            if (error < least) {
                least = error;
                best = penalty;
            }
        }
        var all = IntStream.range(inputs, whole.numCols).toArray();
        return Double.isNaN(best) ? new DMatrixRMaj(inputs, all.length) : map(whole, best, all);
    }

    /** Puts a map into the parameter of that name, into its last rows where it has more. */
    static void write(DMatrixRMaj map, String name, Parameters parameters) {
        var slice = parameters.slices().stream()
                .filter(own -> own.name().equals(name))
                .findFirst()
                .orElseThrow();
        var values = new float[map.data.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) map.data[i];
        }
        parameters.values().write(slice.offset() + slice.size() - values.length, values, 0, values.length);
    }

    /** Columns of some of the answers, evenly, the last among them. */
    private int[] compared(int answers) {
        int stride = Math.ceilDiv(answers, COMPARED);
        return IntStream.range(0, Math.ceilDiv(answers, stride))
                .map(i -> inputs + answers - 1 - i * stride)
                .toArray();
    }

    /** The map to the answers in these columns. */
    private DMatrixRMaj map(DMatrixRMaj sums, double penalty, int[] columns) {
        var system = CommonOps_DDRM.extract(sums, 0, inputs, 0, inputs);
        double added = Math.max(Double.MIN_NORMAL, penalty * CommonOps_DDRM.trace(system) / inputs);
        IntStream.range(0, inputs).forEach(i -> system.add(i, i, added));
        var solver = LinearSolverFactory_DDRM.chol(inputs);
        var map = new DMatrixRMaj(inputs, columns.length);
        if (solver.setA(system)) {
            solver.solve(moment(sums, columns), map);
        }
        return map;
    }

    /** Squared errors of a map to the answers in these columns, summed up. */
    private double error(DMatrixRMaj sums, DMatrixRMaj map, int[] columns) {
        var said = new DMatrixRMaj(inputs, columns.length);
        CommonOps_DDRM.mult(CommonOps_DDRM.extract(sums, 0, inputs, 0, inputs), map, said);
        return square(sums, columns) - 2 * dot(map, moment(sums, columns)) + dot(map, said);
    }

    private DMatrixRMaj moment(DMatrixRMaj sums, int[] columns) {
        var rows = IntStream.range(0, inputs).toArray();
        return CommonOps_DDRM.extract(sums, rows, inputs, columns, columns.length, null);
    }

    private static double square(DMatrixRMaj sums, int[] columns) {
        return IntStream.of(columns)
                .mapToDouble(column -> sums.get(column, column))
                .sum();
    }

    private DMatrixRMaj sum(DMatrixRMaj a, DMatrixRMaj b) {
        var sum = new DMatrixRMaj(a);
        CommonOps_DDRM.addEquals(sum, b);
        return sum;
    }

    private static DMatrixRMaj less(DMatrixRMaj whole, DMatrixRMaj part) {
        var rest = new DMatrixRMaj(whole);
        CommonOps_DDRM.subtractEquals(rest, part);
        return rest;
    }

    /** The sum of products, entry by entry. */
    private static double dot(DMatrixRMaj a, DMatrixRMaj b) {
        double sum = 0;
        for (int i = 0; i < a.data.length; i++) {
            sum += a.data[i] * b.data[i];
        }
        return sum;
    }
}
