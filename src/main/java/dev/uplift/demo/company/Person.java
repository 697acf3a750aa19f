package dev.uplift.demo.company;

import dev.uplift.audience.CustomerInput;
import dev.uplift.audience.EventInput;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A simulated customer: a person on paper and a nature nobody sees. */
public final class Person {

    private final long number;
    private final String company;
    private final Identity identity;
    private final Reach reach;
    private final Contract contract;
    private final Permissions permissions;
    private final Nature nature;

    Person(long number, String company, Draw draw) {
        this.number = number;
        this.company = company;
        this.identity = Identity.of(draw, number);
        this.reach = Reach.of(draw, number, identity, Identity.of(draw, number - 1));
        this.contract = Contract.of(draw, number);
        this.permissions = Permissions.of(draw, number);
        this.nature = Nature.of(draw, number);
    }

    /** The key in the company's own system. */
    public String externalId() {
        return String.format("NW-%06d", number);
    }

    /** Whether the customer writes English instead of German. */
    public boolean english() {
        return identity.english();
    }

    /** The customer as the company tells Uplift about them. */
    public CustomerInput input(Instant now) {
        return new CustomerInput(
                externalId(),
                null,
                reach.email(),
                reach.phone(),
                identity.locale(),
                null,
                null,
                reach.prefersSms() ? List.of("sms", "email") : List.of("email"),
                attributes(),
                permissions.declarations(reach.channels(), now));
    }

    /** The electricity bill that reaches the customer shortly before this instant; about one in twenty gets none. */
    public Optional<EventInput> bill(Instant before) {
        return contract.electric() && share("bill") < Bills.BILLED
                ? Optional.of(Bills.of(this, before))
                : Optional.empty();
    }

    /** A call or letter to the service desk in the 30 days before this instant, if there was one. */
    public Optional<EventInput> supportContact(Instant before) {
        return share("support") < Bills.CONTACTED ? Optional.of(Bills.contact(this, before)) : Optional.empty();
    }

    /** Whether the customer opens the message of this campaign. */
    public boolean reads(String campaign) {
        return nature.reads(campaign);
    }

    /** What the customer does with this invitation. */
    public Reaction reactionTo(String occasion, boolean reminded) {
        return nature.reactionTo(occasion, reminded);
    }

    /** The answer from 0 to 10; the shift is what a message that was read adds to the feeling. */
    public int score(String occasion, double shift) {
        return nature.score(occasion, shift);
    }

    /** How long the customer lets this wait. */
    public Duration delay(String what) {
        return nature.delay(what);
    }

    /** Whether the customer is about to unsubscribe. */
    public boolean unsubscribes() {
        return nature.unsubscribes();
    }

    /** An even share from 0 to below 1 for a small decision, always the same for the same question. */
    public double share(String question) {
        return nature.draw().share(number, question);
    }

    /** One of the choices, always the same for the same question. */
    public <T> T pick(List<T> choices, String question) {
        return nature.draw().of(choices, number, question);
    }

    long number() {
        return number;
    }

    Identity identity() {
        return identity;
    }

    Reach reach() {
        return reach;
    }

    Contract contract() {
        return contract;
    }

    Permissions permissions() {
        return permissions;
    }

    Nature nature() {
        return nature;
    }

    private Map<String, Object> attributes() {
        var attributes = new TreeMap<String, Object>();
        attributes.put("city", identity.city());
        attributes.put("company", company);
        attributes.put("customerSince", contract.customerSince().toString());
        attributes.put("firstName", identity.firstName());
        attributes.put("lastName", identity.lastName());
        attributes.put("monthlyInstalment", contract.monthlyInstalment());
        attributes.put("product", contract.product());
        attributes.put("salutation", identity.salutation());
        attributes.put("tariff", contract.tariff());
        return attributes;
    }
}
