package dev.uplift.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.platform.SendId;
import dev.uplift.platform.TestSecrets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UnsubscribeTokensTests {

    private final UnsubscribeTokens tokens = new UnsubscribeTokens(TestSecrets.secrets());

    @Test
    void findsTheSendOfItsOwnToken() {
        var send = new SendId(UUID.randomUUID());

        assertThat(tokens.send(tokens.of(send))).contains(send);
    }

    @Test
    void refusesATokenWithAnyBitFlipped() {
        var token = Base64.getUrlDecoder().decode(tokens.of(new SendId(UUID.randomUUID())));

        for (int bit = 0; bit < token.length * 8; bit++) {
            var forged = token.clone();
            forged[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThat(tokens.send(Base64.getUrlEncoder().withoutPadding().encodeToString(forged)))
                    .isEmpty();
        }
    }

    @Test
    void refusesWhatIsNoTokenAtAll() {
        assertThat(tokens.send("")).isEmpty();
        assertThat(tokens.send("not a token!")).isEmpty();
        assertThat(tokens.send("AAAA")).isEmpty();
    }
}
