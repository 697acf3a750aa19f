package dev.uplift.demo.company;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What a campaign truly does to the simulated customers, known here and nowhere else.
 *
 * <p>Who reads the campaign's message feels better by {@code shift} when asked about it. Customer i has the lasting
 * satisfaction m_i and feels m_i plus N(0, s²) on an occasion, answers with that feeling, rounded, and so is a
 * promoter above 8.5 and a detractor below 6.5. The expected score of one customer is
 * g(m) = 100 (1 - Φ((8.5 - m) / s) - Φ((6.5 - m) / s)), and the true effect on the N assigned customers, in points,
 *
 * <pre>  (1 / N) Σ r_i (g(m_i + shift) - g(m_i))  </pre>
 *
 * where r_i is 1 for customers who would read the message if they got it and whom it can reach, else 0. It is the
 * difference between everybody treated and everybody held out; the answers of both arms estimate it without bias,
 * because answering depends neither on the arm nor on the score nor on r_i.
 *
 * @param shift what reading adds to the feeling, on the scale from 0 to 10
 */
public record TrueEffect(String campaign, double shift) {

    /** The effects of the campaigns that come with Uplift: about +12 points and about +2 points. */
    public static final List<TrueEffect> SHIPPED =
            List.of(new TrueEffect("instalment-explained", 0.40), new TrueEffect("detractor-win-back", 0.08));

    /** The shifts of effects by campaign. */
    public static Map<String, Double> shifts(Collection<TrueEffect> effects) {
        return effects.stream().collect(java.util.stream.Collectors.toMap(TrueEffect::campaign, TrueEffect::shift));
    }

    /** The true effect on these assigned customers, in points; 0 for none. */
    public double points(Collection<Person> assigned) {
        return assigned.stream().mapToDouble(this::pointsOf).average().orElse(0);
    }

    private double pointsOf(Person person) {
        if (!person.reads(campaign) || !person.reach().alive()) {
            return 0;
        }
        var satisfaction = person.nature().satisfaction();
        return Feeling.expectedNps(satisfaction + shift) - Feeling.expectedNps(satisfaction);
    }
}
