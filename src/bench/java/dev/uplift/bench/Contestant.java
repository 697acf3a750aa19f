package dev.uplift.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Properties;
import org.slf4j.LoggerFactory;

/** One way of sending in a process of its own, which warms up, waits for the start and says when it is done. */
enum Contestant {
    PROTOCOL_LIMIT("protocolLimit", "bytes ready beforehand, bare socket, no pipelining"),
    JAVA_MAIL_SENDER("javaMailSender", "JavaMailSenderImpl.send(MimeMessage) as it comes, without rendering"),
    JAVA_MAIL_SENDER_TUNED(
            "javaMailSenderTuned",
            "JavaMailSenderImpl.send(MimeMessage...) in arrays of 100, tuned, without rendering"),
    SIMPLE_JAVA_MAIL(
            "simpleJavaMail", "Mailer.sendMail with batch-module's pool, synchronous, as it comes, without rendering"),
    SIMPLE_JAVA_MAIL_TUNED(
            "simpleJavaMailTuned", "Mailer.sendMail with batch-module's pool, synchronous, tuned, without rendering");

    private static final int WARM_UP = 30_000;

    /** CPU time is counted in hundredths of a second, of which the bare protocol needs few. */
    private static final int LONGER = 5;

    /** As they come, the libraries wait for acknowledgements most of the time, so that fewer messages tell as much. */
    private static final int SHORTER = 3;

    private final String key;
    private final String how;

    Contestant(String key, String how) {
        this.key = key;
        this.how = how;
    }

    /** Its name in the report. */
    String key() {
        return key;
    }

    String how() {
        return how;
    }

    /** Sends to the sink and says how it went. */
    Phase measure(SinkProcess sink, Settings settings, Path sample) throws IOException {
        var count = size(settings.messages());
        try (var child = Child.of(
                Contestant.class,
                name(),
                String.valueOf(sink.port()),
                String.valueOf(settings.connections()),
                String.valueOf(count),
                sample.toString())) {
            child.expect("warm");
            sink.reset();
            var start = Snapshot.of(child, sink);
            child.say("start");
            child.expect("sent");
            var end = Snapshot.of(child, sink);
            sink.mustHave(count);
            return start.until(end, count);
        }
    }

    private int size(int messages) {
        return switch (this) {
            case PROTOCOL_LIMIT -> messages * LONGER;
            case JAVA_MAIL_SENDER, SIMPLE_JAVA_MAIL -> messages / SHORTER;
            case JAVA_MAIL_SENDER_TUNED, SIMPLE_JAVA_MAIL_TUNED -> messages;
        };
    }

    private boolean tuned() {
        return this == JAVA_MAIL_SENDER_TUNED || this == SIMPLE_JAVA_MAIL_TUNED;
    }

    public static void main(String[] arguments) throws Exception {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
        var contestant = valueOf(arguments[0]);
        if (contestant.tuned()) {
            MailProperties.ofSystem();
        }
        var start = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        var sender = contestant.sender(
                Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]), Letter.read(Path.of(arguments[4])));
        sender.send(contestant.size(WARM_UP));
        System.out.println("warm");
        start.readLine();
        sender.send(Integer.parseInt(arguments[3]));
        System.out.println("sent");
        // stays, so that its CPU time can still be read
        start.readLine();
        System.exit(0);
    }

    private Sender sender(int port, int connections, Letter letter) throws IOException {
        return switch (this) {
            case PROTOCOL_LIMIT -> new ProtocolLimit(port, connections, letter);
            case JAVA_MAIL_SENDER -> new JavaMailSender(port, connections, letter, new Properties(), 1);
            case JAVA_MAIL_SENDER_TUNED ->
                new JavaMailSender(port, connections, letter, MailProperties.of(letter), 100);
            case SIMPLE_JAVA_MAIL -> new SimpleJavaMail(port, connections, letter, new Properties());
            case SIMPLE_JAVA_MAIL_TUNED -> new SimpleJavaMail(port, connections, letter, MailProperties.of(letter));
        };
    }
}
