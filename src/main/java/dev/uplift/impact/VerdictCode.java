package dev.uplift.impact;

import java.util.Set;

/**
 * What the data allow a manager to say, with the sentence in German and English. A flaw comes before any effect, and the
 * first flaw in this order decides.
 */
enum VerdictCode {
    NO_CONTROL("E", "{state} Ohne {held} bleibt die Ursache offen.", "{state} Without a {held} the cause is unknown."),
    HIDDEN_SMALL_CELL(
            "A",
            "Ausgeblendet: In einer Gruppe sind weniger als 5 Personen. Werte von so wenigen verraten etwas über Einzelne.",
            "Hidden: one group has fewer than 5 people. Scores of so few would tell about single persons."),
    PLAN_CHANGED(
            "B",
            "Kein Beleg: Die Gruppen wurden nicht nach demselben Plan gemessen. {why}",
            "No proof: the groups were not measured by the same plan. {why}"),
    LOT_BROKEN(
            "B",
            "Kein Beleg: Das Los ist beschädigt. {assignedTreated} kamen {into} und {assignedHoldOut}"
                    + " {intoHeld}, geplant waren {share} {held}; so ungleich fällt ein Los nicht einmal in"
                    + " 1.000 Fällen aus.",
            "No proof: the lot is damaged. {assignedTreated} came {into} and {assignedHoldOut}"
                    + " {intoHeld}, where {share} {held} were planned; a lot falls this unevenly less than once in"
                    + " 1,000 times."),
    TOO_FEW_GROUPS(
            "B",
            "Kein Beleg: Es wurden ganze Kundenkonten ausgelost, und weniger als 10 je Seite sind zu wenige für eine Spanne.",
            "No proof: whole accounts were drawn by lot, and fewer than 10 on a side are too few for a range."),
    TOO_EARLY(
            "A",
            "{soon} für eine Aussage: {answeredTreated} Antworten {in}, {answeredHoldOut}"
                    + " {inHeld}; je 50 sind das Mindeste.",
            "{soon} to say: {answeredTreated} answers {in}, {answeredHoldOut} {inHeld}; 50 in each"
                    + " are the least."),
    RESPONSE_BIASED(
            "B",
            "Kein Beleg: {In} antworteten {rateTreated}, {inHeld} {rateHoldOut}. Je nachdem, wer"
                    + " nicht geantwortet hat, liegt der Unterschied irgendwo zwischen {boundLow} und {boundHigh} {unit}n.",
            "No proof: {rateTreated} answered {in}, {rateHoldOut} {inHeld}. Depending on who did not"
                    + " answer, the difference lies anywhere between {boundLow} and {boundHigh} {unit}."),
    PROVEN_WORTH(
            "A",
            "Wirkt: {points} {unit} ({range}), mindestens so viel wie gefordert ({worth}). Ursache ist {cause}.",
            "Works: {points} {unit} ({range}), at least as much as asked for ({worth}). Caused by {cause}."),
    PROVEN_SMALL(
            "A",
            "Wirkt: {points} {unit} ({range}). {smaller} Ursache ist {cause}.",
            "Works: {points} {unit} ({range}). {smaller} Caused by {cause}."),
    HARM(
            "A",
            "Schadet: {points} {unit} ({range}). Ursache ist {cause}.",
            "Harms: {points} {unit} ({range}). Caused by {cause}."),
    NO_RELEVANT_EFFECT(
            "A",
            "Praktisch keine Wirkung: {points} {unit} ({range}). {worth} {unit} oder mehr sind nach oben und unten"
                    + " ausgeschlossen.",
            "Practically no effect: {points} {unit} ({range}). {worth} {unit} or more are ruled out, up and down."),
    NO_BENEFIT(
            "A",
            "Kein Nutzen: {points} {unit} ({range}). Die geforderten {worth} sind ausgeschlossen, ein Schaden ist es nicht.",
            "No benefit: {points} {unit} ({range}). The {worth} asked for are ruled out; harm is not."),
    NOT_ENOUGH(
            "A",
            "Noch nicht entscheidbar: {points} {unit} ({range}). Nötig sind {answers} Antworten mehr, etwa {invitations}"
                    + " Einladungen bei {rate} Rücklauf{orHoldOut}.",
            "Not decidable yet: {points} {unit} ({range}). Needed are {answers} more answers, about {invitations}"
                    + " invitations at an answer rate of {rate}{orHoldOut}.");

    private final String level;
    private final String german;
    private final String english;

    VerdictCode(String level, String german, String english) {
        this.level = level;
        this.german = german;
        this.english = english;
    }

    /**
     * The one code for what was found.
     *
     * @param flaws what speaks against the comparison, if anything
     * @param low lower bound of the effect in points
     * @param high upper bound of the effect in points
     * @param worth smallest effect worth having, in points
     */
    static VerdictCode of(Set<VerdictCode> flaws, double low, double high, int worth) {
        return flaws.stream().sorted().findFirst().orElseGet(() -> ofEffect(low, high, worth));
    }

    private static VerdictCode ofEffect(double low, double high, int worth) {
        if (low > 0) {
            return low >= worth ? PROVEN_WORTH : PROVEN_SMALL;
        }
        if (high < 0) {
            return HARM;
        }
        if (high < worth) {
            return low > -worth ? NO_RELEVANT_EFFECT : NO_BENEFIT;
        }
        return NOT_ENOUGH;
    }

    /** The level of proof it stands on: A, B or E. */
    String level() {
        return level;
    }

    /** The sentence with its placeholders. */
    String template(Tongue tongue) {
        return tongue == Tongue.GERMAN ? german : english;
    }
}
