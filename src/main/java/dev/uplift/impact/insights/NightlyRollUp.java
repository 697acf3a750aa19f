package dev.uplift.impact.insights;

import dev.uplift.platform.UpliftClock;
import java.time.Duration;
import java.time.Instant;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.NestedExceptionUtils;

/**
 * Quartz, which looks every ten seconds whether a count is due while the clock is the real one. A night without power is
 * made up for at the next start, and a company that has just been simulated is counted as soon as its days are over.
 */
@DisallowConcurrentExecution
class NightlyRollUp implements Job {

    private static final Logger log = LoggerFactory.getLogger(NightlyRollUp.class);
    private static final int LOOK_EVERY_SECONDS = 10;

    private final RollUp rollUp;
    private final UpliftClock clock;
    private final Rest rest;

    NightlyRollUp(RollUp rollUp, UpliftClock clock, Rest rest) {
        this.rollUp = rollUp;
        this.clock = clock;
        this.rest = rest;
    }

    @Override
    public void execute(JobExecutionContext context) {
        var now = clock.instant();
        if (!clock.simulating() && rest.isOver(now)) {
            countIfDue(now);
        }
    }

    private void countIfDue(Instant now) {
        try {
            if (rollUp.due(now)) {
                rollUp.run(now);
                log.info("Counted the answers for NPS insights");
            }
        } catch (RuntimeException e) {
            rest.from(now);
            log.warn("Counting the answers failed and is tried again in ten minutes: {}", words(e));
        }
    }

    /** Of the database only the first line, since the rest quotes values. */
    private static String words(RuntimeException failure) {
        var cause = NestedExceptionUtils.getMostSpecificCause(failure);
        return cause.getClass().getSimpleName() + ": "
                + String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }

    /** What reads millions of rows and fails must not do so every ten seconds. */
    static final class Rest {

        private static final Duration LENGTH = Duration.ofMinutes(10);

        private volatile Instant until = Instant.MIN;

        void from(Instant failure) {
            until = failure.plus(LENGTH);
        }

        boolean isOver(Instant now) {
            return !now.isBefore(until);
        }
    }

    /** The one job and its trigger; looks missed while nobody ran are not made up for. */
    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        Rest restAfterFailure() {
            return new Rest();
        }

        @Bean
        JobDetail nightlyRollUp() {
            return JobBuilder.newJob(NightlyRollUp.class)
                    .withIdentity("nightly-roll-up")
                    .storeDurably()
                    .build();
        }

        @Bean
        Trigger everyTenSeconds(JobDetail nightlyRollUp) {
            return TriggerBuilder.newTrigger()
                    .withIdentity("every-ten-seconds")
                    .forJob(nightlyRollUp)
                    .withSchedule(SimpleScheduleBuilder.repeatSecondlyForever(LOOK_EVERY_SECONDS)
                            .withMisfireHandlingInstructionNextWithRemainingCount())
                    .build();
        }
    }
}
