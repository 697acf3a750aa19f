package dev.uplift.web.staff;

import dev.uplift.platform.Metric;
import dev.uplift.survey.answers.AnswerQuestion;
import dev.uplift.survey.answers.AnswerRow;
import dev.uplift.survey.answers.Answers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything on the page of the answers.
 *
 * @param first the fields that are always seen
 * @param more those that are seen on demand
 * @param values what is in the fields that are no lists
 * @param open whether one of the further fields is in use
 * @param hits how many there are, in words
 * @param narrowed whether anything narrows the list
 * @param next where the list goes on; empty at its end
 * @param csv the whole list as a file
 * @param xlsx the whole list as a workbook
 */
record AnswersPage(
        List<Select> first,
        List<Select> more,
        Map<String, String> values,
        boolean open,
        String hits,
        boolean narrowed,
        List<Row> rows,
        String next,
        String csv,
        String xlsx) {

    /** What there is to choose from. */
    record Choices(
            Map<String, String> tags,
            List<String> surveys,
            List<String> touchpoints,
            List<String> campaigns,
            List<String> languages) {}

    /**
     * An answer.
     *
     * @param part of the scale to which the score belongs: {@code lower}, {@code middle}, {@code upper}
     * @param who said it; the survey's touchpoint where that may not be told
     * @param said empty without a comment
     * @param language of the comment
     * @param about moment, survey and campaign in one line
     * @param tags with the list of everything about them
     * @param follow number of the case, or null
     */
    record Row(
            int score,
            String part,
            String outOf,
            String who,
            String said,
            String language,
            List<String> reasons,
            String about,
            String when,
            boolean callBack,
            List<CampaignList.Choice> tags,
            @Nullable Long follow) {

        static Row of(AnswerRow answer, @Nullable Long follow, AnswersForm form, Choices there, Wording wording) {
            var part = answer.metric().part(answer.score());
            return new Row(
                    answer.score(),
                    part.name().toLowerCase(Locale.ROOT),
                    wording.text("staff.of", wording.count(answer.metric().highest())),
                    who(answer),
                    answer.comment(),
                    answer.language(),
                    answer.reasons(),
                    String.join(
                            " · ",
                            Stream.of(answer.touchpoint(), answer.survey(), answer.campaign())
                                    .filter(word -> !word.isEmpty())
                                    .toList()),
                    when(answer, wording),
                    answer.callBack(),
                    answer.tags().stream().map(tag -> tag(tag, form, there)).toList(),
                    follow);
        }

        private static String when(AnswerRow answer, Wording wording) {
            var at = wording.time(answer.at());
            return answer.latest() == answer.score()
                    ? at
                    : at + " · " + wording.text("staff.case.changed", wording.count(answer.latest()));
        }

        private static String who(AnswerRow answer) {
            var customer = answer.customer();
            if (customer == null) {
                return answer.touchpoint();
            }
            return customer.name().isBlank() ? customer.externalId() : customer.name();
        }

        private static CampaignList.Choice tag(String tag, AnswersForm form, Choices there) {
            return new CampaignList.Choice(
                    there.tags().getOrDefault(tag, tag),
                    form.address("/answers", Map.of("tag", tag)),
                    tag.equals(form.value("tag")),
                    "");
        }
    }

    static List<Select> first(AnswersForm form, Choices there, Wording wording) {
        return List.of(
                select(
                        "class",
                        List.copyOf(AnswerQuestion.CLASSES.keySet()),
                        form,
                        wording,
                        kind -> wording.word("staff.answers.class.", kind)),
                select(
                        "tag",
                        List.copyOf(there.tags().keySet()),
                        form,
                        wording,
                        tag -> there.tags().getOrDefault(tag, tag)),
                select("touchpoint", there.touchpoints(), form, wording, value -> value));
    }

    static List<Select> more(AnswersForm form, Choices there, Wording wording) {
        return List.of(
                select("survey", there.surveys(), form, wording, value -> value),
                select("campaign", there.campaigns(), form, wording, value -> value),
                select(
                        "metric",
                        Stream.of(Metric.values()).map(Metric::key).toList(),
                        form,
                        wording,
                        metric -> wording.word("staff.metric.", metric)),
                select(
                        "language",
                        there.languages(),
                        form,
                        wording,
                        language -> Locale.forLanguageTag(language).getDisplayLanguage(wording.locale())));
    }

    /** At least so many, where counting on would take long. */
    static String hits(long count, Wording wording) {
        return count < Answers.MOST
                ? wording.text("staff.answers.hits", count, wording.count(count))
                : wording.text("staff.answers.hits.many", wording.count(Answers.MOST));
    }

    private static Select select(
            String name, List<String> values, AnswersForm form, Wording wording, UnaryOperator<String> words) {
        return Select.of(
                name,
                wording.text("staff.answers." + name),
                Stream.concat(Stream.of(""), values.stream()),
                form.value(name),
                value -> value.isEmpty() ? wording.text("staff.insights.all") : words.apply(value));
    }
}
