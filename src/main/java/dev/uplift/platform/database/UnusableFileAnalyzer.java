package dev.uplift.platform.database;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NotDirectoryException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Explains a folder we cannot use; nearly always the setting {@code uplift.home}. */
class UnusableFileAnalyzer extends AbstractFailureAnalyzer<FileSystemException> {

    private final Environment environment;

    UnusableFileAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, FileSystemException cause) {
        var home = environment.getProperty("uplift.home", "./data");
        return new FailureAnalysis(
                "Uplift cannot use " + cause.getFile() + ": " + reason(cause) + ".",
                "Make uplift.home (now " + home + ") a folder that this user may write to, or choose another one:"
                        + " --uplift.home=FOLDER",
                cause);
    }

    private static @Nullable String reason(FileSystemException cause) {
        if (cause instanceof AccessDeniedException) {
            return "this user has no right to write there";
        }
        if (cause instanceof FileAlreadyExistsException || cause instanceof NotDirectoryException) {
            return "it is a file where a folder is needed";
        }
        return cause.getReason() == null ? cause.getClass().getSimpleName() : cause.getReason();
    }
}
