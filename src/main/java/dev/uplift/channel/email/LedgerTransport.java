package dev.uplift.channel.email;

import dev.uplift.channel.Departure;
import dev.uplift.channel.Relay;
import dev.uplift.platform.Failpoint;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An SMTP connection that knows how far each message got, since only that tells whether the relay may have taken it. The
 * relay's answer is the first one of the phase: what it says to a RSET afterwards changes nothing.
 */
final class LedgerTransport extends SMTPTransport {

    private static final Logger log = LoggerFactory.getLogger(LedgerTransport.class);

    private final KnownSocket socket;
    private final Patience patience;
    private final Parcel parcel = new Parcel();
    private Phase phase = Phase.CONNECT;
    private int code;
    private String reply = "";

    private LedgerTransport(Relay relay, Properties properties, KnownSocket socket, Patience patience) {
        super(
                Session.getInstance(properties),
                new URLName("smtp", relay.host(), relay.port(), null, relay.user(), relay.password()));
        this.socket = socket;
        this.patience = patience;
    }

    /** A connection that has greeted, encrypted and logged in as the relay is set up; throws if it cannot. */
    static LedgerTransport open(Relay relay, SmtpProperties properties, Patience patience) throws MessagingException {
        var socket = new KnownSocket();
        var transport = new LedgerTransport(relay, properties.of(relay, socket), socket, patience);
        transport.connect(relay.host(), relay.port(), relay.user(), relay.password());
        return transport;
    }

    /** Hands one mail over, once. */
    synchronized Verdict deliver(ReadyMail mail) {
        enter(Phase.CONNECT);
        try {
            Departure.await();
            enter(Phase.MAIL);
            sendMessage(parcel, parcel.pack(mail));
            return new Verdict(phase, code, reply);
        } catch (MessagingException | IOException | RuntimeException e) {
            return new Verdict(phase, code, code == 0 ? words(e) : reply);
        }
    }

    @Override
    protected void rcptTo() throws MessagingException {
        enter(Phase.RCPT);
        super.rcptTo();
    }

    @Override
    protected OutputStream data() throws MessagingException {
        enter(Phase.DATA);
        var body = super.data();
        enter(Phase.BODY);
        Failpoint.at("smtp.data");
        try {
            return socket.body(body, isSSL());
        } catch (IOException e) {
            throw new MessagingException("The connection broke", e);
        }
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        socket.patience(patience.dot());
        enter(Phase.DOT);
        Failpoint.at("smtp.before-dot");
        super.finishData();
        Failpoint.at("smtp.after-dot");
        socket.patience(patience.command());
    }

    @Override
    protected int readServerResponse() throws MessagingException {
        var answer = super.readServerResponse();
        if (code == 0) {
            code = answer;
            reply = String.valueOf(getLastServerResponse());
        }
        return answer;
    }

    @Override
    protected void notifyTransportListeners(
            int type, Address[] sent, Address[] unsent, Address[] invalid, Message message) {
        // nobody listens, and each notice would cost an object and a queue
    }

    /** Cuts the connection if the relay has not taken what we write for too long; whoever writes hears of it at once. */
    boolean cutIfStuck() {
        try {
            if (socket.stuck(patience.write())) {
                socket.cut();
                return true;
            }
        } catch (IOException e) {
            log.debug("A stuck connection did not close in good order: {}", e.getMessage());
        }
        return false;
    }

    private void enter(Phase next) {
        phase = next;
        code = 0;
        reply = "";
    }

    private static String words(Exception e) {
        var cause = e.getCause() == null ? e : e.getCause();
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }
}
