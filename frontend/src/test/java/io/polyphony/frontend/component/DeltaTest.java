package io.polyphony.frontend.component;

import static io.polyphony.frontend.component.Json.list;
import static io.polyphony.frontend.component.Json.object;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.internal.JacksonUtils;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeltaTest {
    @Test
    void what_is_the_same_is_not_told() {
        assertThat(Delta.of(lines(300, 0), lines(300, 0))).isEmpty();
    }

    /** Of three hundred learning curves one grew by a point: that point is told. */
    @Test
    void a_point_of_one_of_many_lines_is_told_alone() {
        var delta = Delta.of(lines(300, 0), lines(300, 1));
        assertThat(applied(lines(300, 0), delta)).isEqualTo(lines(300, 1));
        assertThat(length(delta)).isLessThan(160);
        assertThat(length(lines(300, 1))).isGreaterThan(20_000);
    }

    @Test
    void a_new_line_and_one_that_left_are_told_alone() {
        var delta = Delta.of(without(lines(300, 0), 20), without(lines(301, 0), 70));
        assertThat(applied(without(lines(300, 0), 20), delta)).isEqualTo(without(lines(301, 0), 70));
        assertThat(length(delta)).isLessThan(600);
    }

    /** Whatever changes, of whatever shape, arrives. */
    @Test
    void every_change_arrives() {
        var random = new SplittableRandom(5);
        Map<String, Object> before = Map.of();
        for (int i = 0; i < 500; i++) {
            var after = i % 3 == 0 ? tree(random) : varied(before, random);
            assertThat(applied(before, Delta.of(before, after))).isEqualTo(after);
            before = after;
        }
    }

    private static int length(Map<String, ?> tree) {
        return JacksonUtils.mapToJson(tree).toString().length();
    }

    private static Map<String, Object> lines(int count, int more) {
        var series = IntStream.range(0, count)
                .mapToObj(k -> object("id", "trial " + k, "type", "line", "data", points(4 + (k == 7 ? more : 0), k)))
                .toList();
        return object("xAxis", object("type", "value"), "series", series);
    }

    private static List<Object> points(int count, int k) {
        return IntStream.range(0, count)
                .<Object>mapToObj(i -> list(i, k * 0.001 + i))
                .toList();
    }

    private static Map<String, Object> without(Map<String, Object> option, int at) {
        var series = new ArrayList<Object>((List<?>) option.get("series"));
        series.remove(at);
        var less = new LinkedHashMap<>(option);
        less.put("series", series);
        return less;
    }

    private static Map<String, Object> tree(SplittableRandom random) {
        var tree = new LinkedHashMap<String, Object>();
        for (int i = random.nextInt(5); i >= 0; i--) {
            tree.put("k" + random.nextInt(6), value(random, 3));
        }
        return tree;
    }

    private static Object value(SplittableRandom random, int depth) {
        return switch (depth == 0 ? random.nextInt(2) : random.nextInt(5)) {
            case 0 -> random.nextInt(4);
            case 1 -> "word " + random.nextInt(3);
            case 2 -> object("id", "i" + random.nextInt(4), "v", value(random, depth - 1));
            case 3 ->
                IntStream.range(0, random.nextInt(8))
                        .mapToObj(_ -> value(random, depth - 1))
                        .toList();
            default -> object("trial", random.nextInt(4), "v", value(random, depth - 1), "w", list(1, null));
        };
    }

    /** Some of its values are others, some of its items gone or in another order. */
    private static Map<String, Object> varied(Map<String, Object> tree, SplittableRandom random) {
        var varied = new LinkedHashMap<String, Object>();
        tree.forEach((key, value) -> {
            if (random.nextInt(5) > 0) {
                varied.put(key, other(value, random));
            }
        });
        return varied;
    }

    @SuppressWarnings("unchecked")
    private static Object other(Object value, SplittableRandom random) {
        if (value instanceof Map) {
            return varied((Map<String, Object>) value, random);
        }
        if (value instanceof List<?> items) {
            var others = new ArrayList<@Nullable Object>(items);
            if (!others.isEmpty()) {
                others.add(random.nextInt(others.size()), others.remove(random.nextInt(others.size())));
                others.add(random.nextInt(others.size()), value(random, 1));
            }
            return others;
        }
        return random.nextInt(3) == 0 ? value(random, 1) : value;
    }

    /** What the browser does with it. */
    @SuppressWarnings("unchecked")
    private static Object applied(@Nullable Object old, Map<String, Object> delta) {
        if (delta.get("list") instanceof List<?> steps) {
            var items = new ArrayList<@Nullable Object>();
            steps.forEach(step -> items.addAll(items((List<?>) old, step)));
            return items;
        }
        var next = new LinkedHashMap<String, @Nullable Object>((Map<String, Object>) old);
        next.putAll((Map<String, Object>) delta.getOrDefault("set", Map.of()));
        ((List<Object>) delta.getOrDefault("gone", List.of())).forEach(next::remove);
        ((Map<String, Map<String, Object>>) delta.getOrDefault("in", Map.of()))
                .forEach((key, inner) -> next.put(key, applied(next.get(key), inner)));
        return next;
    }

    @SuppressWarnings("unchecked")
    private static List<?> items(List<?> old, Object step) {
        if (step instanceof List<?> run) {
            int from = (int) run.get(0);
            return old.subList(from, from + (int) run.get(1));
        }
        var told = (Map<String, Object>) step;
        var items = new ArrayList<@Nullable Object>();
        items.add(
                told.containsKey("in")
                        ? applied(old.get((int) told.get("at")), (Map<String, Object>) told.get("in"))
                        : told.get("v"));
        return items;
    }
}
