package dev.uplift.web.staff;

import dev.uplift.impact.Report;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Both arms, measure by measure.
 *
 * @param names of the arms, in the order of the cells
 * @param answers how the answers fall, by arm; empty while that may not be seen
 */
record ArmTable(List<String> names, List<Line> lines, List<Bar> answers) {

    private static final String UNKNOWN = "\u2013";

    /** A measure of every arm. */
    record Line(String name, List<Cell> cells) {}

    /**
     * A number.
     *
     * @param address of the rows it counts; empty where single people's rows are not shown
     */
    record Cell(String value, String address) {}

    static ArmTable of(Report report, Wording wording) {
        var arms = NamedArm.of(report, wording);
        var scored = Proof.of(report).scored();
        return new ArmTable(
                arms.stream().map(NamedArm::name).toList(),
                Stream.concat(people(report, arms, wording), scored ? scores(arms, wording) : Stream.of())
                        .toList(),
                scored ? answers(arms, wording) : List.of());
    }

    private static Stream<Line> people(Report report, List<NamedArm> arms, Wording wording) {
        return Stream.concat(accounts(report, arms, wording), customers(report, arms, wording));
    }

    private static Stream<Line> accounts(Report report, List<NamedArm> arms, Wording wording) {
        return byAccount(report)
                ? Stream.of(line(
                        "staff.arms.accounts", arms, arm -> count(arm.numbers().accounts(), wording), wording))
                : Stream.of();
    }

    private static boolean byAccount(Report report) {
        return report.plan().unit().equals("ACCOUNT");
    }

    private static Stream<Line> customers(Report report, List<NamedArm> arms, Wording wording) {
        return Stream.of(
                line(
                        byAccount(report) ? "staff.arms.contacts" : "staff.arms.assigned",
                        arms,
                        arm -> cell(report, arm, "", wording.count(arm.numbers().assigned())),
                        wording),
                line(
                        "staff.arms.exposed",
                        arms,
                        arm -> cell(
                                report,
                                arm,
                                "message",
                                wording.count(arm.numbers().exposed())),
                        wording),
                line(
                        "staff.arms.invited",
                        arms,
                        arm -> cell(
                                report,
                                arm,
                                "survey",
                                wording.count(arm.numbers().invited())),
                        wording),
                line(
                        "staff.arms.answered",
                        arms,
                        arm -> new Cell(wording.count(arm.numbers().answered()) + " (" + arm.rate(wording) + ")", ""),
                        wording));
    }

    private static Stream<Line> scores(List<NamedArm> arms, Wording wording) {
        return Stream.of(
                line("staff.answers.detr", arms, arm -> count(arm.numbers().detractors(), wording), wording),
                line("staff.answers.pass", arms, arm -> count(arm.numbers().passives(), wording), wording),
                line("staff.answers.prom", arms, arm -> count(arm.numbers().promoters(), wording), wording),
                line("staff.arms.score", arms, arm -> score(arm.numbers(), wording), wording));
    }

    private static Line line(String key, List<NamedArm> arms, Function<NamedArm, Cell> cell, Wording wording) {
        return new Line(wording.text(key), arms.stream().map(cell).toList());
    }

    private static Cell cell(Report report, NamedArm arm, String kind, String value) {
        var plan = report.plan();
        var rows = new SendFilter(plan.run(), arm.kind(), kind, "");
        return new Cell(value, plan.run() == 0 ? "" : rows.address(plan.campaign()));
    }

    private static Cell count(@Nullable Long people, Wording wording) {
        return new Cell(people == null ? UNKNOWN : wording.count(people), "");
    }

    private static Cell score(Report.Arm arm, Wording wording) {
        var score = arm.nps();
        var range = arm.low() == null || arm.high() == null ? "" : " (" + wording.scores(arm.low(), arm.high()) + ")";
        return new Cell(score == null ? UNKNOWN : wording.score(score) + range, "");
    }

    private static List<Bar> answers(List<NamedArm> arms, Wording wording) {
        return arms.stream()
                .map(NamedArm::numbers)
                .map(arm -> Bar.ofAnswers(or0(arm.detractors()), or0(arm.passives()), or0(arm.promoters()), wording))
                .toList();
    }

    private static long or0(@Nullable Long people) {
        return people == null ? 0 : people;
    }
}
