package dev.uplift.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM of our own version on our own class path; it is told and asked by lines, and ends with us. */
final class Child implements AutoCloseable {

    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter questions;

    private Child(Process process) {
        this.process = process;
        this.answers = process.inputReader();
        this.questions = process.outputWriter();
    }

    /** Runs the main method of a class; its errors appear among ours. */
    static Child of(Class<?> main, String... arguments) throws IOException {
        var command = command("-Xmx512m", "-cp", System.getProperty("java.class.path"), main.getName());
        command.addAll(List.of(arguments));
        return new Child(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** The java command with these arguments. */
    static List<String> command(String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(arguments));
        return command;
    }

    long pid() {
        return process.pid();
    }

    /** Says something and waits for the answer. */
    String ask(String question) throws IOException {
        say(question);
        return answer();
    }

    void say(String line) throws IOException {
        questions.write(line);
        questions.newLine();
        questions.flush();
    }

    /** Waits for its next line; throws if that is another one. */
    void expect(String line) throws IOException {
        var answer = answer();
        if (!answer.equals(line)) {
            throw new IOException("A process of the benchmark said '" + answer + "' instead of '" + line + "'");
        }
    }

    /** What it says next; throws if it has ended instead. */
    String answer() throws IOException {
        var answer = answers.readLine();
        if (answer == null) {
            throw new IOException("A process of the benchmark ended before it answered; its errors are above");
        }
        return answer;
    }

    @Override
    public void close() throws IOException {
        end(process);
    }

    /** Asks a process to end, and makes it end when it does not within 30 seconds. */
    static void end(Process process) throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while a process of the benchmark was ending", e);
        }
    }
}
