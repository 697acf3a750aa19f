package dev.uplift;

import dev.uplift.platform.UpliftClock;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
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

/**
 * Quartz, which wakes one node every second while the clock is the real one: one call to plan, listen and settle, and one to
 * follow answers, which wait for no other work; and now and then to look for mail.
 */
@DisallowConcurrentExecution
class WakeUpCall implements Job {

    private static final Logger log = LoggerFactory.getLogger(WakeUpCall.class);

    private static final String TEND = "wake-up-call";
    private static final String FOLLOW = "follow-answers";
    private static final String FETCH = "fetch-mail";

    /** Mail servers do not like to be asked more often. */
    private static final int FETCH_SECONDS = 15;

    private final Map<String, Consumer<Instant>> calls;
    private final UpliftClock clock;

    WakeUpCall(WakingStages stages, UpliftClock clock) {
        this.calls = Map.of(TEND, stages::tend, FOLLOW, stages::follow, FETCH, stages::fetch);
        this.clock = clock;
    }

    @Override
    public void execute(JobExecutionContext context) {
        var name = context.getJobDetail().getKey().getName();
        var call = calls.get(name);
        if (call != null && !clock.simulating()) {
            make(name, call);
        }
    }

    /** Said here, since whoever else says it would print the message that was under way, and with it customers' data. */
    private void make(String name, Consumer<Instant> call) {
        try {
            call.accept(clock.instant());
        } catch (RuntimeException e) {
            log.warn("The {} stopped short and goes on with its next call: {}", name, RootCause.of(e));
        }
    }

    /** The jobs and their triggers; calls missed while nobody ran are not made up for. */
    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        JobDetail wakeUpCall() {
            return job(TEND);
        }

        @Bean
        Trigger everySecond(JobDetail wakeUpCall) {
            return trigger("every-second", wakeUpCall, 1);
        }

        @Bean
        JobDetail followAnswers() {
            return job(FOLLOW);
        }

        @Bean
        Trigger everySecondForAnswers(JobDetail followAnswers) {
            return trigger("every-second-for-answers", followAnswers, 1);
        }

        @Bean
        JobDetail fetchMail() {
            return job(FETCH);
        }

        @Bean
        Trigger nowAndThenForMail(JobDetail fetchMail) {
            return trigger("now-and-then-for-mail", fetchMail, FETCH_SECONDS);
        }

        private static JobDetail job(String name) {
            return JobBuilder.newJob(WakeUpCall.class)
                    .withIdentity(name)
                    .storeDurably()
                    .build();
        }

        private static Trigger trigger(String name, JobDetail job, int seconds) {
            return TriggerBuilder.newTrigger()
                    .withIdentity(name)
                    .forJob(job)
                    .withSchedule(SimpleScheduleBuilder.repeatSecondlyForever(seconds)
                            .withMisfireHandlingInstructionNextWithRemainingCount())
                    .build();
        }
    }
}
