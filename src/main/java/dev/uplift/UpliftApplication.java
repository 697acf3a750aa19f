package dev.uplift;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts Uplift: one process that plans, sends and proves customer communication. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class UpliftApplication {

    /** Starts the application; every {@code --property=value} overrides a setting. */
    public static void main(String[] arguments) {
        SpringApplication.run(UpliftApplication.class, arguments);
    }
}
