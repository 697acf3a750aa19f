package dev.uplift;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is known of somebody by their number. */
record SmsAnswers(JdbcClient jdbc) {

    /** The first score and the latest comment. */
    List<String> heard(String number) {
        return texts("""
                select concat_ws(' ', r.score, r.comment)
                  from survey.response r
                  join audience.member m using (customer_id)
                 where m.phone = :number""", number);
    }

    /** Every answer in its order, and whether it is the first. */
    List<String> events(String number) {
        return texts("""
                select r.type || ' ' || r.score
                  from survey.response_event r
                  join audience.member m using (customer_id)
                 where m.phone = :number
                 order by r.id""", number);
    }

    /** Whether the number has not asked us to stop. */
    boolean mayWrite(String number) {
        return texts("""
                select r.refusal
                  from consent.reachable r
                  join audience.member m using (customer_id)
                 where m.phone = :number and r.channel = 'sms' and r.refusal = 'SUPPRESSED'""", number).isEmpty();
    }

    private List<String> texts(String sql, String number) {
        return jdbc.sql(sql).param("number", number).query(String.class).list();
    }
}
