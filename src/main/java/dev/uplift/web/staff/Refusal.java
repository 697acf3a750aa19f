package dev.uplift.web.staff;

import dev.uplift.followup.CaseRefused;

/** Why a step with a case was not possible, in the reader's language. */
final class Refusal {

    private Refusal() {}

    static String words(CaseRefused refused, Wording wording) {
        return wording.text("staff.case.refused." + refused.why(), values(refused, wording));
    }

    private static Object[] values(CaseRefused refused, Wording wording) {
        var values = refused.values();
        return switch (refused.why()) {
            case STATE -> new Object[] {values.get(0), state(values.get(1), wording), state(values.get(2), wording)};
            case IMPROVEMENT_STATE ->
                new Object[] {values.get(0), improvement(values.get(1), wording), improvement(values.get(2), wording)};
            case UNREACHABLE ->
                new Object[] {
                    wording.word("staff.channel.", values.get(0)), wording.word("staff.reason.", values.get(1))
                };
            case NO_TEMPLATE -> new Object[] {values.get(0), wording.word("staff.channel.", values.get(1))};
            default -> values.toArray();
        };
    }

    private static String improvement(String state, Wording wording) {
        return wording.word("staff.improvement.state.", state);
    }

    private static String state(String state, Wording wording) {
        return wording.word("staff.case.state.", state);
    }
}
