package dev.uplift.platform.database;

import org.jspecify.annotations.Nullable;

/** The world around the process is not as it must be; says what to change. */
class CannotStart extends RuntimeException {

    private final String remedy;

    CannotStart(String what, String remedy) {
        this(what, remedy, null);
    }

    CannotStart(String what, String remedy, @Nullable Throwable cause) {
        super(what, cause);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
