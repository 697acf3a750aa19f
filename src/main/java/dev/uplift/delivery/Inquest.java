package dev.uplift.delivery;

import dev.uplift.channel.Inquiry;
import dev.uplift.channel.Outbound;
import dev.uplift.channel.Receipt;
import dev.uplift.channel.Trace;
import dev.uplift.delivery.Inquiries.Question;
import dev.uplift.platform.Secrets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Asks providers what became of attempts of unknown outcome.
 *
 * <p>A message is ours if it went to the same number at that time, no other send is known to own it, and its words are
 * ours. That it was never sent is proved only if every message to that number at that time belongs to some other send;
 * other words prove nothing, since a customer's data, and with them our words, may have changed since.
 */
@Component
class Inquest {

    private static final Logger log = LoggerFactory.getLogger(Inquest.class);

    private static final int ROUND = 10;

    /** Their clock and ours may differ. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    /** A request that we gave up may still be worked on there. */
    private static final Duration AFTERWARDS = Duration.ofMinutes(15);

    private final List<Inquiry> inquiries;
    private final Inquiries questions;
    private final Composer composer;
    private final Secrets secrets;
    private final Receipts receipts;
    private final Requeue requeue;
    private final TransactionOperations transaction;

    Inquest(
            List<Inquiry> inquiries,
            Inquiries questions,
            Composer composer,
            Secrets secrets,
            Receipts receipts,
            Requeue requeue,
            TransactionOperations transaction) {
        this.inquiries = inquiries;
        this.questions = questions;
        this.composer = composer;
        this.secrets = secrets;
        this.receipts = receipts;
        this.requeue = requeue;
        this.transaction = transaction;
    }

    int hold(Instant now) {
        return inquiries.stream()
                .mapToInt(inquiry -> inquiry.account()
                        .map(account -> hold(inquiry, account, now))
                        .orElse(0))
                .sum();
    }

    private int hold(Inquiry inquiry, String account, Instant now) {
        questions.using(account, now);
        var settled = 0;
        for (var question : questions.take(inquiry.medium().key(), ROUND, now)) {
            var finding = finding(inquiry, account, question, now);
            questions.found(question, finding.name());
            if (finding == Finding.NO_ANSWER) {
                break;
            }
            settled += finding.settles() ? 1 : 0;
        }
        if (settled > 0) {
            receipts.apply(now);
            log.info("The provider told what became of {} sends of unknown outcome", settled);
        }
        return settled;
    }

    private Finding finding(Inquiry inquiry, String account, Question question, Instant now) {
        var outbound = outbound(question, now);
        if (outbound == null) {
            return Finding.CANNOT_ASK;
        }
        return inquiry.traces(
                        outbound.address(),
                        question.from().minus(SKEW),
                        question.until().plus(AFTERWARDS))
                .map(traces -> judge(inquiry, account, question, outbound, unclaimed(traces), now))
                .orElse(Finding.NO_ANSWER);
    }

    private Finding judge(
            Inquiry inquiry, String account, Question question, Outbound outbound, List<Trace> unclaimed, Instant now) {
        var ours = unclaimed.stream()
                .filter(trace -> Words.same(outbound.message().text(), trace.text()))
                .findFirst();
        ours.ifPresent(trace ->
                receipts.keep(new Receipt(trace.statement(), question.send().id(), question.attempt(), now)));
        if (ours.isPresent()) {
            return Finding.FOUND;
        }
        if (!unclaimed.isEmpty()) {
            return Finding.OTHER_WORDS;
        }
        var certain = !now.isBefore(question.until().plus(inquiry.certainAfter()))
                && questions.usedSince(account, question.from());
        return certain && again(question, now) ? Finding.NOT_SENT : Finding.NOT_THERE;
    }

    /** Our message as it would be written now; null if it cannot be, or would go to another address. */
    private @Nullable Outbound outbound(Question question, Instant now) {
        var composed = composer.compose(new Claimed(Optional.empty(), 0, List.of(question.send())), now);
        var outbound = composed.messages().get(question.send().id());
        if (outbound == null) {
            return null;
        }
        var address = outbound.address().toLowerCase(Locale.ROOT);
        var fingerprint = secrets.fingerprint(question.send().channel(), address);
        return HexFormat.of().formatHex(fingerprint).equals(question.addressFingerprint()) ? outbound : null;
    }

    private List<Trace> unclaimed(List<Trace> traces) {
        if (traces.isEmpty()) {
            return traces;
        }
        var provider = traces.get(0).statement().provider();
        var named = questions.named(provider, traces.stream().map(Trace::id).toList());
        return traces.stream().filter(trace -> !named.contains(trace.id())).toList();
    }

    private boolean again(Question question, Instant now) {
        var send = question.send().id();
        return Optional.ofNullable(transaction.execute(status ->
                        requeue.open(send, now) && requeue.again(send, question.attempt(), Again.NOT_SENT, now)))
                .orElse(false);
    }
}
