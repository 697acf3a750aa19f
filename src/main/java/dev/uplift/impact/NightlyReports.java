package dev.uplift.impact;

import dev.uplift.platform.UpliftClock;
import java.util.TimeZone;
import org.quartz.CronScheduleBuilder;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Each night a look at every campaign that was measured, so that a manager finds this morning's report. */
@DisallowConcurrentExecution
class NightlyReports implements Job {

    private static final Logger log = LoggerFactory.getLogger(NightlyReports.class);

    private static final String AT_NIGHT = "0 10 2 * * ?";

    private final Reports reports;
    private final Plans plans;
    private final UpliftClock clock;

    NightlyReports(Reports reports, Plans plans, UpliftClock clock) {
        this.reports = reports;
        this.plans = plans;
        this.clock = clock;
    }

    @Override
    public void execute(JobExecutionContext context) {
        if (!clock.simulating()) {
            plans.measured().forEach(this::look);
        }
    }

    /** A campaign that cannot be judged keeps no other from its report; the database may be back for the next. */
    private void look(String campaign) {
        try {
            reports.report(campaign, clock.instant());
        } catch (DataAccessException | TransactionException e) {
            log.warn(
                    "The nightly report on {} failed and is made tomorrow: {}",
                    campaign,
                    e.getClass().getSimpleName());
        }
    }

    /** The job and its trigger; a night without power is not made up for: lists say how old they are, and every report looks for itself. */
    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        JobDetail nightlyReports() {
            return JobBuilder.newJob(NightlyReports.class)
                    .withIdentity("nightly-reports")
                    .storeDurably()
                    .build();
        }

        @Bean
        Trigger everyNight(JobDetail nightlyReports) {
            return TriggerBuilder.newTrigger()
                    .withIdentity("every-night")
                    .forJob(nightlyReports)
                    .withSchedule(CronScheduleBuilder.cronSchedule(AT_NIGHT)
                            .inTimeZone(TimeZone.getDefault())
                            .withMisfireHandlingInstructionDoNothing())
                    .build();
        }
    }
}
