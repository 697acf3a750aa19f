package dev.uplift;

import dev.uplift.platform.UpliftClock;
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

/** Quartz, which wakes one node every second to plan, listen and settle while the clock is the real one. */
@DisallowConcurrentExecution
class WakeUpCall implements Job {

    private static final Logger log = LoggerFactory.getLogger(WakeUpCall.class);

    private final WakingStages stages;
    private final UpliftClock clock;

    WakeUpCall(WakingStages stages, UpliftClock clock) {
        this.stages = stages;
        this.clock = clock;
    }

    @Override
    public void execute(JobExecutionContext context) {
        if (!clock.simulating()) {
            tend();
        }
    }

    /** Said here, since whoever else says it would print the message that was under way, and with it customers' data. */
    private void tend() {
        try {
            stages.tend(clock.instant());
        } catch (RuntimeException e) {
            log.warn("Planning and listening stopped short and go on in a second: {}", RootCause.of(e));
        }
    }

    /** The one job and its trigger; calls missed while nobody ran are not made up for. */
    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        JobDetail wakeUpCall() {
            return JobBuilder.newJob(WakeUpCall.class)
                    .withIdentity("wake-up-call")
                    .storeDurably()
                    .build();
        }

        @Bean
        Trigger everySecond(JobDetail wakeUpCall) {
            return TriggerBuilder.newTrigger()
                    .withIdentity("every-second")
                    .forJob(wakeUpCall)
                    .withSchedule(SimpleScheduleBuilder.repeatSecondlyForever()
                            .withMisfireHandlingInstructionNextWithRemainingCount())
                    .build();
        }
    }
}
