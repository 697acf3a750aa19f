package dev.uplift.web.api;

/** Nothing is known under the key that was asked for. */
class NotKnown extends RuntimeException {

    NotKnown(String kind, String key) {
        super("There is no " + kind + " '" + key + "'.");
    }
}
