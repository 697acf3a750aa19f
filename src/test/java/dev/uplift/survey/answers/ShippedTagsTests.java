package dev.uplift.survey.answers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.demo.company.Comments;
import dev.uplift.platform.Content;
import dev.uplift.platform.TestSecrets;
import org.junit.jupiter.api.Test;

class ShippedTagsTests {

    private final Tags tags = tags();

    @Test
    void areFreeOfMistakes() {
        assertThat(tags.problems()).isEmpty();
        assertThat(tags.all()).hasSize(7);
    }

    @Test
    void sortWhatTheUnhappyCustomersOfTheSampleCompanyWrite() {
        var unhappy = Comments.of(0);

        assertThat(unhappy.german())
                .allSatisfy(comment ->
                        assertThat(tags.of(comment, "de")).as(comment).isNotEmpty());
        assertThat(unhappy.english())
                .allSatisfy(comment ->
                        assertThat(tags.of(comment, "en")).as(comment).isNotEmpty());
        assertThat(tags.of("Die Rechnung verstehe ich beim besten Willen nicht.", "de"))
                .containsExactly("bill-unclear");
        assertThat(tags.of("Zu teuer geworden. Ich vergleiche gerade andere Anbieter.", "de"))
                .containsExactly("leaving", "price");
        assertThat(Comments.of(10).german())
                .noneSatisfy(comment -> assertThat(tags.of(comment, "de")).contains("bill-unclear"));
    }

    private static Tags tags() {
        var settings = TestSecrets.settingsOfTheDefaultCompany();
        return new Tags(new Content(settings), settings);
    }
}
