package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Tensor;
import java.util.Arrays;

/** The members of one row [count, width], each an array of its own, and the largest number of every column. */
final class Members {
    private final int width;
    private final float[][] members;
    private final float[] largest;
    private final float[] winners;

    Members(int count, int width) {
        this.width = width;
        this.members = new float[count][width];
        this.largest = new float[width];
        this.winners = new float[width];
    }

    /** Reads a row of [batch, count, width]. */
    void read(Tensor rows, int row) {
        for (int m = 0; m < members.length; m++) {
            rows.read((row * members.length + m) * width, members[m], 0, width);
        }
    }

    /** Writes a row of [batch, count, width]. */
    void write(Tensor rows, int row) {
        for (int m = 0; m < members.length; m++) {
            rows.write((row * members.length + m) * width, members[m], 0, width);
        }
    }

    void clear() {
        for (var member : members) {
            Arrays.fill(member, 0f);
        }
    }

    int count() {
        return members.length;
    }

    float[] get(int member) {
        return members[member];
    }

    /** Finds the largest numbers of the members whose mask is above 0, and the first member that has each. */
    void compete(float[] mask) {
        Arrays.fill(largest, Float.NEGATIVE_INFINITY);
        for (int m = 0; m < members.length; m++) {
            if (mask[m] > 0) {
                Vectors.max(largest, members[m], width);
            }
        }
        Arrays.fill(winners, -1);
        for (int m = members.length - 1; m >= 0; m--) {
            if (mask[m] > 0) {
                Vectors.placeOf(largest, members[m], m, winners, width);
            }
        }
        for (int j = 0; j < width; j++) {
            if (!(winners[j] >= 0)) {
                winners[j] = -1;
                find(mask, j);
            }
        }
    }

    /** Column by column, for those whose largest number is not finite or not there. */
    private void find(float[] mask, int column) {
        for (int m = 0; m < members.length; m++) {
            if (mask[m] > 0 && members[m][column] == largest[column]) {
                winners[column] = m;
                return;
            }
        }
        if (largest[column] == Float.NEGATIVE_INFINITY) {
            largest[column] = 0;
        }
    }

    /** Zero where no member took part, live. */
    float[] largest() {
        return largest;
    }

    /** -1 where no member took part, live. */
    float[] winners() {
        return winners;
    }
}
