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
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Quartz, which wakes one node every second to plan, listen and settle while the clock is the real one. */
@DisallowConcurrentExecution
class WakeUpCall implements Job {

    private final WakingStages stages;
    private final UpliftClock clock;

    WakeUpCall(WakingStages stages, UpliftClock clock) {
        this.stages = stages;
        this.clock = clock;
    }

    @Override
    public void execute(JobExecutionContext context) {
        if (!clock.simulating()) {
            stages.tend(clock.instant());
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
