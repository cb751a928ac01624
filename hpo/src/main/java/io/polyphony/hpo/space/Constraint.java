package io.polyphony.hpo.space;

import java.util.List;
import java.util.Map;

/**
 * What parameters may not be together: a limit on the product or the weighted sum of numeric ones. It concerns only assignments that have
 * all of them.
 */
public sealed interface Constraint {

    /** Whether the values keep to it. */
    boolean holds(Map<String, Object> values);

    /** The parameters concerned. */
    List<String> names();

    /** At most that product, such as width x depth <= 1024. */
    static Constraint product(double most, String... names) {
        return new Product(List.of(names), most);
    }

    /** At most that sum of weight x value, such as dropout + noise <= 0.6. */
    static Constraint sum(double most, Map<String, Double> weights) {
        return new Sum(weights, most);
    }

    /** The product of the parameters is at most {@code most}. */
    record Product(List<String> names, double most) implements Constraint {
        public Product {
            names = List.copyOf(names);
        }

        @Override
        public boolean holds(Map<String, Object> values) {
            return !values.keySet().containsAll(names)
                    || names.stream().mapToDouble(name -> number(values, name)).reduce(1, (a, b) -> a * b) <= most;
        }
    }

    /** The sum of weight x value is at most {@code most}. */
    record Sum(Map<String, Double> weights, double most) implements Constraint {
        public Sum {
            weights = Map.copyOf(weights);
        }

        @Override
        public List<String> names() {
            return weights.keySet().stream().sorted().toList();
        }

        @Override
        public boolean holds(Map<String, Object> values) {
            return !values.keySet().containsAll(weights.keySet())
                    || names().stream()
                                    .mapToDouble(name -> weights.getOrDefault(name, 0.0) * number(values, name))
                                    .sum()
                            <= most;
        }
    }

    private static double number(Map<String, Object> values, String name) {
        return values.get(name) instanceof Number number ? number.doubleValue() : 0;
    }
}
