package dev.uplift.demo.company;

import java.time.Duration;
import java.util.List;

/**
 * What a simulated customer is like.
 *
 * <p>Whether somebody opens a message, and whether they answer a survey, is drawn anew for each, with the same odds for
 * everybody: so who answers depends neither on the arm nor on the score nor on having read the message, and the
 * answers are a fair sample of all assigned customers.
 *
 * @param customer number of the customer, the key of all draws
 * @param satisfaction the lasting part of what the customer feels, on the scale of the answer
 * @param unsubscribes whether the customer will unsubscribe at the next opportunity
 */
record Nature(Draw draw, long customer, double satisfaction, Habit habit, boolean unsubscribes) {

    /** Share of the messages that are opened and read. */
    static final double READS = 0.82;

    /** Share of the survey invitations that are answered, reminder included. */
    static final double ANSWERS = 0.60;

    /** Share of the answers that come before any reminder. */
    static final double WITHOUT_REMINDER = 0.80;

    /** Share of those who do not answer that open the survey and leave it. */
    static final double GLANCES = 0.08;

    /** Share of customers who unsubscribe when they can. */
    static final double UNSUBSCRIBES = 0.01;

    static Nature of(Draw draw, long customer) {
        return new Nature(
                draw,
                customer,
                Feeling.MEAN + Feeling.LASTING * draw.normal(customer, "satisfaction"),
                draw.of(List.of(Habit.values()), customer, "habit"),
                draw.chance(UNSUBSCRIBES, customer, "unsubscribes"));
    }

    boolean reads(String campaign) {
        return draw.chance(READS, customer, "reads:" + campaign);
    }

    Reaction reactionTo(String occasion, boolean reminded) {
        var share = draw.share(customer, "answers:" + occasion);
        if (share < ANSWERS * (reminded ? 1 : WITHOUT_REMINDER)) {
            return Reaction.ANSWER;
        }
        return share > 1 - GLANCES && !reminded ? Reaction.GLANCE : Reaction.NONE;
    }

    int score(String occasion, double shift) {
        return Feeling.score(satisfaction + shift + Feeling.OCCASION * draw.normal(customer, "feels:" + occasion));
    }

    Duration delay(String what) {
        return habit.delay(draw.share(customer, "delay:" + what));
    }
}
