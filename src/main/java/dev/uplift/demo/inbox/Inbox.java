package dev.uplift.demo.inbox;

import java.net.InetAddress;
import java.time.Clock;
import java.util.function.Predicate;
import org.subethamail.smtp.server.SMTPServer;

/** An SMTP server of our own on this machine's loopback address; every mail it accepts is durable before its 250. */
final class Inbox implements AutoCloseable {

    private static final int CONNECTIONS = 64;
    private static final int LARGEST_MAIL = 10 * 1024 * 1024;

    private final Post post;
    private final SMTPServer server;

    /**
     * Starts the server on a free port.
     *
     * @param exists whether a mailbox exists; mail to any other is refused with {@code 550 5.1.1}
     */
    public Inbox(Mails mails, Clock clock, Predicate<String> exists) {
        post = new Post(mails);
        server = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("inbox.localhost")
                .softwareName("Uplift inbox")
                .maxConnections(CONNECTIONS)
                .backlog(CONNECTIONS)
                .maxMessageSize(LARGEST_MAIL)
                .insertReceivedHeaders(false)
                .messageHandlerFactory(context -> new Delivery(post, clock, exists))
                .build();
        server.start();
    }

    /** The port it listens on. */
    public int port() {
        return server.getPortAllocated();
    }

    @Override
    public void close() {
        server.stop();
        post.close();
    }
}
