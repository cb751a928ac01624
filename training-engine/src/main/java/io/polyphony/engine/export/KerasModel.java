package io.polyphony.engine.export;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A functional Keras model that grows layer by layer. */
final class KerasModel {
    private final List<KerasLayer> layers = new ArrayList<>();
    private final List<String> inputs = new ArrayList<>();
    private final List<String> outputs = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();

    List<KerasLayer> layers() {
        return layers;
    }

    /** An input; its name keeps letters and digits. */
    String input(String name, String type, List<Integer> perRow) {
        var shape = new ArrayList<Integer>();
        shape.add(null);
        shape.addAll(perRow);
        var free = free(plain(name));
        var config = new LinkedHashMap<String, Object>();
        config.put("batch_input_shape", shape);
        config.put("dtype", type);
        config.put("sparse", false);
        config.put("ragged", false);
        layers.add(new KerasLayer(free, "InputLayer", config, List.of(), Map.of()));
        inputs.add(free);
        return free;
    }

    String add(String kind, Map<String, Object> config, String... inbound) {
        return add(kind, config, Map.of(), inbound);
    }

    String add(String kind, Map<String, Object> config, Map<String, KerasArray> arrays, String... inbound) {
        return named(free(kind.toLowerCase(Locale.ROOT)), kind, config, arrays, inbound);
    }

    /** A layer that answers, called so as far as Keras allows. */
    String output(String name, String kind, Map<String, Object> config, String inbound) {
        var layer = named(free(plain(name)), kind, config, Map.of(), inbound);
        outputs.add(layer);
        return layer;
    }

    private String named(
            String name, String kind, Map<String, Object> config, Map<String, KerasArray> arrays, String... inbound) {
        var all = new LinkedHashMap<String, Object>();
        all.put("dtype", "float32");
        all.putAll(config);
        layers.add(new KerasLayer(name, kind, all, List.of(inbound), arrays));
        return name;
    }

    /** The configuration as Keras 2 writes it. */
    Map<String, Object> json() {
        var config = new LinkedHashMap<String, Object>();
        config.put("name", "polyphony");
        config.put("trainable", true);
        config.put("layers", layers.stream().map(KerasLayer::json).toList());
        config.put("input_layers", places(inputs));
        config.put("output_layers", places(outputs));
        return Map.of("class_name", "Functional", "config", config);
    }

    private static List<List<Object>> places(List<String> names) {
        return names.stream().map(name -> List.<Object>of(name, 0, 0)).toList();
    }

    private static String plain(String name) {
        var plain = name.replaceAll("[^A-Za-z0-9]+", "_").replaceAll("^_+", "");
        return plain.isEmpty() ? "column" : plain;
    }

    private String free(String name) {
        var free = name;
        for (int i = 1; !taken.add(free); i++) {
            free = "%s_%d".formatted(name, i);
        }
        return free;
    }
}
