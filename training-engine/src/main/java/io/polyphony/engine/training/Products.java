package io.polyphony.engine.training;

import io.polyphony.engine.tensor.Call;
import io.polyphony.engine.tensor.Device;
import io.polyphony.engine.tensor.Kernel;
import io.polyphony.engine.tensor.Precision;
import io.polyphony.engine.tensor.Shape;
import io.polyphony.engine.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/** Sums up the products of each two numbers of a row, over rows that are never all in memory: [width, width]. */
final class Products {
    private static final int CHUNK = 1024;
    private final int width;
    private final Tensor rows;
    private final Tensor products;
    private final Kernel kernel;
    private final float[] row;
    private final float[] partial;
    private int waiting;
    private DMatrixRMaj sum;

    Products(int width) {
        this.width = width;
        var device = Device.cpu();
        this.rows = device.allocate(Precision.FLOAT, Shape.of(CHUNK, width));
        this.products = device.allocate(Precision.FLOAT, Shape.of(width, width));
        this.kernel = device.kernel(
                Call.of("matmul", List.of(rows, rows), List.of(products)).integers(1, 0, 0));
        this.row = new float[width];
        this.partial = new float[width * width];
        this.sum = new DMatrixRMaj(width, width);
    }

    /** Live: the numbers of the next row. */
    float[] row() {
        return row;
    }

    /** Takes the row in. */
    void add() {
        rows.write(waiting * width, row, 0, width);
        waiting++;
        if (waiting == CHUNK) {
            flush();
        }
    }

    /** Of all rows since it was last asked. */
    DMatrixRMaj take() {
        flush();
        var taken = sum;
        sum = new DMatrixRMaj(width, width);
        return taken;
    }

    private void flush() {
        Arrays.fill(row, 0);
        for (; waiting < CHUNK; waiting++) {
            rows.write(waiting * width, row, 0, width);
        }
        kernel.run();
        products.read(0, partial, 0, partial.length);
        for (int i = 0; i < partial.length; i++) {
            sum.data[i] += partial[i];
        }
        waiting = 0;
    }
}
