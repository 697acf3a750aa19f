package dev.uplift.lab;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Signals to processes of the laboratory, one at a time and by number. */
final class Signals {

    private Signals() {}

    static void send(String signal, long pid) {
        try {
            var exit = new ProcessBuilder("kill", "-" + signal, String.valueOf(pid))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IllegalStateException("Signal " + signal + " did not reach process " + pid);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
