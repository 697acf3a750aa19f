package dev.uplift.survey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmsScoreTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0",
                "7|7",
                "10|10",
                " 9 |9",
                "9!|9",
                "9!!!|9",
                "8.|8",
                "(6)|6",
                "\"7\"|7",
                "10/10|10",
                "7/10|7",
                "7 / 10|7",
                "7 von 10|7",
                "7 out of 10|7",
                "8 of 10|8",
                "sieben|7",
                "Sieben|7",
                "SIEBEN!|7",
                "fünf|5",
                "fuenf|5",
                "zwo|2",
                "null|0",
                "zehn|10",
                "zero|0",
                "ten|10",
                "Nine|9",
                "eine 8|8",
                "Eine glatte 10|10",
                "Ich gebe eine 9|9",
                "ich würde 6 sagen|6",
                "Note 3|3",
                "Score: 8|8",
                "I give it a 9|9",
                "I'd say 7|7",
                "meine Antwort ist 4|4",
                "Hallo, 10 bitte|10",
                "9 danke|9",
                "8 weil alles lief|8",
                "2, nobody answered my mails|2",
                "7️⃣|7",
                "１０|10",
                "٧|7",
                "10 👍|10",
                "09|9"
            })
    void understandsHowPeopleWriteAScore(String text, int score) {
        assertThat(SmsScore.in(text, 0, 10)).map(SmsScore::score).contains(score);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "?",
                "Wer ist da?",
                "Who is this",
                "ok",
                "11",
                "100",
                "-1",
                "7.5",
                "9,5",
                "8-9",
                "8 oder 9",
                "7 or 8",
                "7/8",
                "10/5",
                "12 von 10",
                "keine 10",
                "not a 10",
                "mindestens 8",
                "3 mal angerufen",
                "3x angerufen",
                "5 times I called",
                "um 9 Uhr",
                "9 Uhr passt",
                "Ich habe 3 Rechnungen bekommen",
                "zwei Wochen gewartet",
                "100%",
                "👍",
                "zehntausend",
                "one of your colleagues called 2 weeks ago",
                "5 euro zu viel"
            })
    void asksBackWhereAMessageMayMeanSomethingElse(String text) {
        assertThat(SmsScore.in(text, 0, 10)).isEmpty();
    }

    @Test
    void keepsWhatWasWrittenAfterTheScore() {
        assertThat(SmsScore.in("3 - Niemand hat zurückgerufen", 0, 10))
                .map(SmsScore::rest)
                .contains("Niemand hat zurückgerufen");
        assertThat(SmsScore.in("10/10", 0, 10)).map(SmsScore::rest).contains("");
    }

    @Test
    void knowsTheScaleOfTheSurvey() {
        assertThat(SmsScore.in("6", 1, 5)).isEmpty();
        assertThat(SmsScore.in("5/5", 1, 5)).map(SmsScore::score).contains(5);
        assertThat(SmsScore.in("0", 1, 7)).isEmpty();
    }
}
