package dev.uplift.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTests {

    @Test
    void areTheSameWhateverTheProviderDidToQuotesAndDashes() {
        assertThat(Words.same("„Grüße“ – Ihr Team…", "\"Grüße\" - Ihr Team...")).isTrue();
        assertThat(Words.same("Ihr Abschlag", "Sent from your Twilio trial account - Ihr Abschlag"))
                .isTrue();
    }

    @Test
    void differWhereALetterOrADigitDoes() {
        assertThat(Words.same("95 Euro", "96 Euro")).isFalse();
        assertThat(Words.same("", "anything")).isFalse();
    }
}
