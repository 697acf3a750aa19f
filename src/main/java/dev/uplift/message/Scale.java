package dev.uplift.message;

import dev.uplift.platform.Metric;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The question of a survey inside a mail: a link for each answer, which only opens the survey page with it chosen. Two tables
 * of up to six cells stand beside each other and wrap on a phone; everything that matters is an attribute, for Outlook.
 */
enum Scale {
    NPS_DE(
            Metric.NPS,
            "de",
            "Wie wahrscheinlich ist es, dass Sie %s weiterempfehlen?",
            "sehr unwahrscheinlich",
            "sehr wahrscheinlich"),
    NPS_EN(Metric.NPS, "en", "How likely is it that you would recommend %s?", "very unlikely", "very likely"),
    CSAT_DE(Metric.CSAT, "de", "Wie zufrieden sind Sie mit %s?", "sehr unzufrieden", "sehr zufrieden"),
    CSAT_EN(Metric.CSAT, "en", "How satisfied are you with %s?", "very dissatisfied", "very satisfied"),
    CES_DE(
            Metric.CES,
            "de",
            "Stimmen Sie zu? „%s hat es mir leicht gemacht, mein Anliegen zu erledigen.“",
            "stimme gar nicht zu",
            "stimme voll zu"),
    CES_EN(
            Metric.CES,
            "en",
            "Do you agree? “%s made it easy for me to handle my request.”",
            "strongly disagree",
            "strongly agree");

    /** Class of the scale's outer table, by which the plain text part recognises it. */
    static final String MARK = "survey-scale";

    private static final int MOST_IN_A_ROW = 6;

    private static final String TABLE = """
            <table role="presentation" class="survey-scale" width="100%%" cellpadding="0" cellspacing="0" border="0">\
            <tr><td align="left">%s%s</td></tr>\
            <tr><td align="left" style="padding:4px 4px 0 0;font-size:14px;line-height:22px;color:#5a6673">\
            <span style="white-space:nowrap">%d = %s</span> &nbsp; <span style="white-space:nowrap">%d = %s</span></td></tr></table>""";

    private static final String ROW = """
            <table role="presentation" align="left" cellpadding="0" cellspacing="0" border="0"><tr>%s</tr></table>""";

    private static final String CELL = """
            <td width="48" height="52" align="left" valign="top">\
            <table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr>\
            <td width="42" height="44" align="center" valign="middle" bgcolor="#eef3f4" \
            style="border:1px solid #8a96a1;border-radius:8px">\
            <a href="%s?score=%d" aria-label="%d %s" style="display:block;width:42px;line-height:44px;\
            mso-line-height-rule:exactly;font-size:18px;font-weight:bold;color:#15232b;text-decoration:none">%d</a>\
            </td></tr></table></td>""";

    private final Metric metric;
    private final String language;
    private final String question;
    private final String low;
    private final String high;

    Scale(Metric metric, String language, String question, String low, String high) {
        this.metric = metric;
        this.language = language;
        this.question = question;
        this.low = low;
        this.high = high;
    }

    /** The scale of a metric in this language, if we speak it. */
    static Optional<Scale> of(Metric metric, String language) {
        return Stream.of(values())
                .filter(scale -> scale.metric == metric && scale.language.equals(language))
                .findFirst();
    }

    /** {@code question} as text and {@code scale} as markup, for the survey at this address. */
    Map<String, Object> filled(String company, String surveyUrl) {
        return Map.of(
                "question", question.formatted(company),
                "scale", Markup.of(markup(Markup.escape(surveyUrl))));
    }

    private String markup(String url) {
        var answers = metric.highest() - metric.lowest() + 1;
        var inFirst = answers <= MOST_IN_A_ROW ? answers : (answers + 1) / 2;
        var lastOfFirst = metric.lowest() + inFirst - 1;
        return TABLE.formatted(
                row(url, metric.lowest(), lastOfFirst),
                lastOfFirst == metric.highest() ? "" : row(url, lastOfFirst + 1, metric.highest()),
                metric.lowest(),
                low,
                metric.highest(),
                high);
    }

    private String row(String url, int from, int to) {
        var outOf = (language.equals("de") ? "von " : "out of ") + metric.highest();
        return ROW.formatted(IntStream.rangeClosed(from, to)
                .mapToObj(score -> CELL.formatted(url, score, score, outOf, score))
                .collect(Collectors.joining()));
    }
}
