package io.polyphony.backend.testing.routes;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.net.URL;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.Index;
import org.jboss.jandex.IndexReader;

/**
 * One REST route.
 *
 * @param verb such as POST
 * @param path the template, such as {@code /api/v1/projects/{id}}
 */
public record Route(String verb, String path, Method method) {
    private static final List<Route> ALL = read();

    /** Every route of the product, from its compiled classes: none can be forgotten. */
    public static List<Route> all() {
        return ALL;
    }

    private static List<Route> read() {
        return indexes()
                .flatMap(index -> index.getAnnotations(Path.class).stream())
                .map(AnnotationInstance::target)
                .filter(target -> target.kind() == AnnotationTarget.Kind.CLASS)
                .map(target -> target.asClass().name().toString())
                .filter(name -> name.startsWith("io.polyphony."))
                .distinct()
                .map(Route::load)
                .flatMap(Route::of)
                .sorted(Comparator.comparing(Route::name))
                .toList();
    }

    /** What the build indexed of each module's main classes. */
    private static Stream<Index> indexes() {
        try {
            return Collections.list(loader().getResources("META-INF/jandex.idx")).stream()
                    .map(Route::index);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Index index(URL url) {
        try (var stream = url.openStream()) {
            return new IndexReader(stream).read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, loader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ClassLoader loader() {
        return Thread.currentThread().getContextClassLoader();
    }

    /** How calls name it: {@code POST /api/v1/projects/{id}/members}. */
    public String name() {
        return verb + " " + path;
    }

    /** Whether a call needs nothing but the path as it is. */
    public boolean plain() {
        return verb.equals("GET") && !path.contains("{");
    }

    /** Whether the answer is a stream without an end. */
    boolean endless() {
        return Optional.ofNullable(method.getAnnotation(Produces.class))
                .filter(types -> List.of(types.value()).contains(MediaType.SERVER_SENT_EVENTS))
                .isPresent();
    }

    @Override
    public String toString() {
        return name();
    }

    private static Stream<Route> of(Class<?> resource) {
        var root = resource.getAnnotation(Path.class).value();
        return Arrays.stream(resource.getDeclaredMethods())
                .flatMap(method -> verbs(method).map(verb -> new Route(verb, join(root, below(method)), method)));
    }

    private static Stream<String> verbs(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .map(type -> Optional.ofNullable(type.getAnnotation(HttpMethod.class)))
                .flatMap(Optional::stream)
                .map(HttpMethod::value);
    }

    private static String below(Method method) {
        return Optional.ofNullable(method.getAnnotation(Path.class))
                .map(Path::value)
                .orElse("");
    }

    private static String join(String root, String below) {
        var joined = "/" + root + "/" + below;
        return joined.replaceAll("/+", "/").replaceAll("(.)/$", "$1");
    }
}
