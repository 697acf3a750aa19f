package dev.uplift.web.staff;

import dev.uplift.delivery.Plan;
import dev.uplift.platform.Problem;
import java.util.List;

/**
 * What a launch would do, before it is done.
 *
 * @param launchable whether nothing stands in the way and the reader may launch
 * @param toType the number that confirms the launch
 * @param followUps what may follow answers, and for how many at most
 */
record PlanPage(
        String key,
        String name,
        Tag state,
        Reconciliation people,
        Expectation expectation,
        TrialCard trial,
        List<Fault> problems,
        boolean launchable,
        long toType,
        List<Reconciliation.Line> followUps) {

    /** Something to know or to mend before a launch. */
    record Fault(boolean stops, String where, String what, String remedy) {

        static Fault of(Problem problem) {
            return new Fault(
                    problem.severity() == Problem.Severity.ERROR, position(problem), problem.what(), problem.remedy());
        }

        private static String position(Problem problem) {
            var line = problem.line() == null ? "" : ":" + problem.line();
            return problem.where() + line + (problem.column() == null ? "" : ":" + problem.column());
        }
    }

    static boolean stops(Plan plan) {
        return plan.problems().stream().anyMatch(problem -> problem.severity() == Problem.Severity.ERROR);
    }
}
