package io.polyphony.backend.testing.routes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.polyphony").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .map(JavaClass::reflect)
                        .flatMap(Route::of)
                        .sorted(Comparator.comparing(Route::name))
                        .toList();
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
