package dev.uplift.message;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The question 0 to 10 inside a mail: eleven links that only open the survey page with the score chosen. Two tables of
 * six and five cells stand beside each other and wrap on a phone; everything that matters is an attribute, for Outlook.
 */
enum Scale {
    DE(
            "de",
            "Wie wahrscheinlich ist es, dass Sie %s weiterempfehlen?",
            "sehr unwahrscheinlich",
            "sehr wahrscheinlich",
            "von 10"),
    EN("en", "How likely is it that you would recommend %s?", "very unlikely", "very likely", "out of 10");

    /** Class of the scale's outer table, by which the plain text part recognises it. */
    static final String MARK = "survey-scale";

    private static final int LAST_OF_FIRST_ROW = 5;
    private static final int HIGHEST = 10;

    private static final String TABLE = """
            <table role="presentation" class="survey-scale" width="100%%" cellpadding="0" cellspacing="0" border="0">\
            <tr><td align="left">%s%s</td></tr>\
            <tr><td align="left" style="padding:4px 4px 0 0;font-size:14px;line-height:22px;color:#5a6673">\
            0 = %s &nbsp;&middot;&nbsp; 10 = %s</td></tr></table>""";

    private static final String ROW = """
            <table role="presentation" align="left" cellpadding="0" cellspacing="0" border="0"><tr>%s</tr></table>""";

    private static final String CELL = """
            <td width="48" height="52" align="left" valign="top">\
            <table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr>\
            <td width="44" height="44" align="center" valign="middle" bgcolor="#eef3f4" \
            style="border:1px solid #8a96a1;border-radius:8px">\
            <a href="%s?score=%d" aria-label="%d %s" style="display:block;width:42px;line-height:44px;\
            mso-line-height-rule:exactly;font-size:18px;font-weight:bold;color:#15232b;text-decoration:none">%d</a>\
            </td></tr></table></td>""";

    private final String language;
    private final String question;
    private final String low;
    private final String high;
    private final String outOf;

    Scale(String language, String question, String low, String high, String outOf) {
        this.language = language;
        this.question = question;
        this.low = low;
        this.high = high;
        this.outOf = outOf;
    }

    /** The scale in this language, if we speak it. */
    static Optional<Scale> in(String language) {
        return java.util.stream.Stream.of(values())
                .filter(scale -> scale.language.equals(language))
                .findFirst();
    }

    /** {@code question} as text and {@code scale} as markup, for the survey at this address. */
    Map<String, Object> of(String company, String surveyUrl) {
        return Map.of(
                "question", question.formatted(company),
                "scale", Markup.of(markup(Markup.escape(surveyUrl))));
    }

    private String markup(String url) {
        return TABLE.formatted(row(url, 0, LAST_OF_FIRST_ROW), row(url, LAST_OF_FIRST_ROW + 1, HIGHEST), low, high);
    }

    private String row(String url, int from, int to) {
        return ROW.formatted(IntStream.rangeClosed(from, to)
                .mapToObj(score -> CELL.formatted(url, score, score, outOf, score))
                .collect(Collectors.joining()));
    }
}
