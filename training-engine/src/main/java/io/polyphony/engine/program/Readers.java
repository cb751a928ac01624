package io.polyphony.engine.program;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which answers depend on each learned node, by its name. */
record Readers(Map<String, List<String>> outputs) {

    static Readers of(Graph graph) {
        var readers = new BitSet[graph.nodes().size()];
        for (int i = 0; i < readers.length; i++) {
            readers[i] = new BitSet();
        }
        var names = new ArrayList<String>();
        graph.answers().forEach((name, node) -> {
            readers[node.id()].set(names.size());
            names.add(name);
        });
        var outputs = new LinkedHashMap<String, List<String>>();
        for (var node : graph.nodes().reversed()) {
            var own = readers[node.id()];
            switch (node) {
                case Node.Result result -> result.inputs().forEach(input -> readers[input.id()].or(own));
                case Node.Parameter parameter -> outputs.put(parameter.name(), named(names, own));
                case Node.Table table -> outputs.put(table.name(), named(names, own));
                case Node.Input _, Node.Codes _, Node.Constant _ -> {}
            }
        }
        return new Readers(outputs);
    }

    private static List<String> named(List<String> names, BitSet readers) {
        return readers.stream().mapToObj(names::get).toList();
    }

    /** Whether several outputs depend on the node. */
    boolean several(String node) {
        return outputs.getOrDefault(node, List.of()).size() > 1;
    }
}
