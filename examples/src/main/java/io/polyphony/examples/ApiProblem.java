package io.polyphony.examples;

/** The server refused a request; the message carries its problem document. */
final class ApiProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ApiProblem(String method, String path, int status, String body) {
        super("%s %s answered %d: %s".formatted(method, path, status, body));
    }
}
