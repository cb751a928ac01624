package io.polyphony.engine.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GemmTest {
    private final SplittableRandom random = new SplittableRandom(7);

    /** Against sums in double, into a buffer that holds something else. */
    @ParameterizedTest
    @CsvSource({"3,5,7,0,0", "3,5,7,1,0", "3,5,7,0,1", "3,5,7,1,1", "1,256,3,0,0", "64,1,33,0,1", "130,129,65,1,0"})
    void multiplies_as_the_definition_says(int rows, int inner, int columns, int flipA, int flipB) {
        var a = tensor(flipA == 0 ? Shape.of(rows, inner) : Shape.of(inner, rows));
        var b = tensor(flipB == 0 ? Shape.of(inner, columns) : Shape.of(columns, inner));
        var c = tensor(Shape.of(rows, columns));
        var call = Call.of("matmul", List.of(a, b), List.of(c)).integers(flipA, flipB, 0);
        assertThat(Gemm.fits(call)).isTrue();
        Device.cpu().kernel(call).run();
        double[] left = a.doubles();
        double[] right = b.doubles();
        double[] product = c.doubles();
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                double sum = 0;
                for (int k = 0; k < inner; k++) {
                    sum += at(left, a, flipA, i, k) * at(right, b, flipB, k, j);
                }
                assertThat(product[i * columns + j]).isCloseTo(sum, within(1e-4));
            }
        }
    }

    private static double at(double[] numbers, Tensor matrix, int flip, int row, int column) {
        int width = matrix.shape().last();
        return numbers[flip == 0 ? row * width + column : column * width + row];
    }

    private Tensor tensor(Shape shape) {
        var tensor = Device.cpu().allocate(Precision.FLOAT, shape);
        var numbers = random.doubles(shape.size(), -1, 1).toArray();
        tensor.write(0, numbers, numbers.length);
        return tensor;
    }
}
