package dev.uplift.web.staff;

import dev.uplift.impact.Report;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Both arms, measure by measure.
 *
 * @param names of the arms, in the order of the cells
 * @param shares what the bars show
 * @param answers how the answers fall, by arm; empty while that may not be seen
 */
record ArmTable(List<String> names, List<Line> lines, String shares, List<Bar> answers) {

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
                AnswerClass.heading(wording),
                scored ? answers(arms, wording) : List.of());
    }

    private static Stream<Line> people(Report report, List<NamedArm> arms, Wording wording) {
        return Stream.concat(accounts(report, arms, wording), customers(report, arms, wording));
    }

    private static Stream<Line> accounts(Report report, List<NamedArm> arms, Wording wording) {
        return byAccount(report)
                ? Stream.of(line("staff.arms.accounts", arms, arm -> accounts(arm.numbers(), wording), wording))
                : Stream.of();
    }

    private static Cell accounts(Report.Arm arm, Wording wording) {
        return new Cell(arm.accounts() == null ? "" : wording.count(arm.accounts()), "");
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
        var classes = AnswerClass.of(wording.metric());
        var counts = IntStream.range(0, classes.size())
                .mapToObj(place -> line(
                        classes.get(place).key(),
                        arms,
                        arm -> count(AnswerClass.counts(arm.numbers()), place, wording),
                        wording));
        var metric = wording.metric();
        var score = new Line(
                wording.text("staff.arms.score", wording.metricName()),
                arms.stream().map(arm -> score(arm.numbers(), wording)).toList());
        var mean = new Line(
                wording.text("staff.arms.mean", metric.lowest(), metric.highest()),
                arms.stream().map(arm -> mean(arm.numbers(), wording)).toList());
        return Stream.concat(counts, Stream.of(score, mean));
    }

    private static Line line(String key, List<NamedArm> arms, Function<NamedArm, Cell> cell, Wording wording) {
        return new Line(wording.text(key), arms.stream().map(cell).toList());
    }

    private static Cell cell(Report report, NamedArm arm, String kind, String value) {
        var plan = report.plan();
        var rows = new SendFilter(plan.run(), arm.kind(), kind, "");
        return new Cell(value, plan.run() == 0 ? "" : rows.address(plan.campaign()));
    }

    private static Cell count(@Nullable List<Long> people, int place, Wording wording) {
        return new Cell(people == null ? UNKNOWN : wording.count(people.get(place)), "");
    }

    private static Cell score(Report.Arm arm, Wording wording) {
        var score = arm.score();
        var range = arm.low() == null || arm.high() == null ? "" : " (" + wording.scores(arm.low(), arm.high()) + ")";
        return new Cell(score == null ? UNKNOWN : wording.score(score) + range, "");
    }

    private static Cell mean(Report.Arm arm, Wording wording) {
        return new Cell(arm.mean() == null ? UNKNOWN : wording.mean(arm.mean()), "");
    }

    private static List<Bar> answers(List<NamedArm> arms, Wording wording) {
        return arms.stream()
                .map(arm -> AnswerClass.counts(arm.numbers()))
                .flatMap(counts -> counts == null ? Stream.empty() : Stream.of(Bar.ofAnswers(counts, wording)))
                .toList();
    }
}
