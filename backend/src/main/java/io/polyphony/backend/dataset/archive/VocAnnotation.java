package io.polyphony.backend.dataset.archive;

import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.dataset.ImportRefused;
import io.polyphony.backend.dataset.table.FileSource;
import io.polyphony.engine.data.Box;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What an XML file of Pascal VOC says of one picture.
 *
 * @param file the picture's name
 */
record VocAnnotation(String file, List<Box> boxes) {
    private static final XMLInputFactory XML = factory();

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        // Uploads are hostile: no entities, inside or outside.
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /**
     * Empty where the file is other XML.
     *
     * @throws ImportRefused where an object has no name or no corners
     */
    static Optional<VocAnnotation> read(FileSource file) throws IOException {
        try (var in = file.open()) {
            return new Reader(file.name()).read(in);
        } catch (XMLStreamException other) {
            return Optional.empty();
        }
    }

    /** Walks one file. */
    private static final class Reader {
        private final String path;
        private final Deque<String> open = new ArrayDeque<>();
        private final Map<String, String> object = new HashMap<>();
        private final List<Box> boxes = new ArrayList<>();
        private String file = "";

        Reader(String path) {
            this.path = path;
        }

        Optional<VocAnnotation> read(InputStream in) throws XMLStreamException {
            var xml = XML.createXMLStreamReader(in);
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        open.addLast(xml.getLocalName());
                        if (!open.getFirst().equals("annotation")) {
                            return Optional.empty();
                        }
                    }
                    case XMLStreamConstants.CHARACTERS -> text(xml.getText());
                    case XMLStreamConstants.END_ELEMENT -> close(xml);
                    default -> {}
                }
            }
            return Optional.of(new VocAnnotation(file.strip(), boxes));
        }

        private void text(String text) {
            switch (String.join("/", open)) {
                case "annotation/filename" -> file += text;
                case "annotation/object/name" -> object.merge("name", text, String::concat);
                case "annotation/object/bndbox/xmin",
                        "annotation/object/bndbox/ymin",
                        "annotation/object/bndbox/xmax",
                        "annotation/object/bndbox/ymax" -> object.merge(open.getLast(), text, String::concat);
                default -> {}
            }
        }

        private void close(XMLStreamReader xml) {
            if (String.join("/", open).equals("annotation/object")) {
                box(xml.getLocation().getLineNumber()).ifPresent(boxes::add);
                object.clear();
            }
            open.removeLast();
        }

        /** Empty where it has no area: some tools write a click that was no drag. */
        private Optional<Box> box(long line) {
            var name = object.getOrDefault("name", "").strip();
            double x = number("xmin");
            double y = number("ymin");
            double width = number("xmax") - x;
            double height = number("ymax") - y;
            if (name.isEmpty() || !(width >= 0 && height >= 0)) {
                throw new ImportRefused(FieldProblem.in(
                        path,
                        line,
                        null,
                        "The object (%s) that ends in this line has no name, or no box: xmin, ymin, xmax and ymax.\nMaybe remove it, or write them in pixels."
                                .formatted(name)));
            }
            return width == 0 || height == 0 ? Optional.empty() : Optional.of(new Box(name, x, y, width, height));
        }

        private double number(String name) {
            try {
                return Double.parseDouble(object.getOrDefault(name, "").strip());
            } catch (NumberFormatException none) {
                return Double.NaN;
            }
        }
    }
}
