package dev.uplift.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GreetingTests {

    @ParameterizedTest
    @CsvSource({
        "de, Frau, Anna, Brandt, Guten Tag Frau Brandt",
        "de, Ms, Anna, Brandt, Guten Tag Frau Brandt",
        "de, Mr., Jon, Smith, Guten Tag Herr Smith",
        "de, '', Anna, Brandt, Guten Tag Anna Brandt",
        "de, Divers, Kim, Lee, Guten Tag Kim Lee",
        "de, Frau, Anna, '', Guten Tag Anna",
        "de, Frau, '', '', Guten Tag",
        "de, , , , Guten Tag",
        "en, Frau, Anna, Brandt, Hello Ms Brandt",
        "en, Mrs, Jane, Doe, Hello Mrs Doe",
        "en, , , , Hello"
    })
    void addressesPeopleWithWhatWeKnow(
            String language, String salutation, String firstName, String lastName, String greeting) {
        var customer = new HashMap<String, Object>();
        customer.put("salutation", salutation);
        customer.put("firstName", firstName);
        customer.put("lastName", lastName);

        assertThat(Greeting.of(language, customer)).contains(greeting);
    }

    @ParameterizedTest
    @CsvSource({"fr", "xx"})
    void leavesOtherLanguagesToTheTemplate(String language) {
        assertThat(Greeting.of(language, Map.of())).isEmpty();
    }
}
