package dev.uplift.web.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.uplift.platform.TestDatabase;
import java.io.UnsupportedEncodingException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class WebhooksPageTests extends DeskPages {

    static final String DEAD = """
            insert into outbox.delivery (endpoint, event, source, customer_id, at, state, tries, due_at, reason)
            select 'crm', 'answer-confirmed', n, n, timestamptz '2026-12-01 10:00Z', 'DEAD', 8, now(),
                   'The receiver answered 500'
              from generate_series(1, 2) n""";

    @Test
    void saysHowToNameASystemWhereNoneIsTold() throws UnsupportedEncodingException {
        assertThat(page().select(".empty").text()).contains("No other system is told", "uplift.webhooks.crm.url");
    }

    @Test
    void listsWhatWasGivenUpAndSendsOneOrAllAgain() throws UnsupportedEncodingException {
        JdbcClient.create(TestDatabase.source()).sql(DEAD).update();

        var rows = page().select("tbody tr");
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).text()).contains("crm", "Answer given", "The receiver answered 500", "8 tries");

        again(rows.get(0).select("form").attr("action"));
        assertThat(page().select("tbody tr")).hasSize(1);
        again(page().select("section header form").attr("action"));
        assertThat(states()).isEqualTo(2);
        assertThat(JdbcClient.create(TestDatabase.source())
                        .sql("select subject from identity.audit where action = 'webhook.replay'")
                        .query(String.class)
                        .list())
                .hasSize(2)
                .contains("all");
    }

    private static long states() {
        return JdbcClient.create(TestDatabase.source())
                .sql("select count(*) from outbox.delivery where state = 'WAITING' and tries = 0")
                .query(Long.class)
                .single();
    }

    private void again(String address) {
        assertThat(web.post()
                        .uri(address)
                        .with(user("admin").roles("ADMIN"))
                        .with(csrf())
                        .exchange())
                .hasRedirectedUrl("/webhooks");
    }

    private Document page() throws UnsupportedEncodingException {
        var answer = web.get()
                .uri("/webhooks")
                .header("Accept-Language", "en")
                .with(user("admin").roles("ADMIN"))
                .exchange();
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(answer.getResponse().getContentAsString());
    }
}
