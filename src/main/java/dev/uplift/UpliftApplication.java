package dev.uplift;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * Starts Uplift: one process that plans, sends and proves customer communication.
 *
 * <p>Beans carry full names, so that two modules may call a class the same.
 */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan
public class UpliftApplication {

    /** Starts the application; every {@code --property=value} overrides a setting. */
    public static void main(String[] arguments) {
        var exit = new ExitCode();
        SpringApplication.getShutdownHandlers().add(exit::halt);
        exit.start(() -> SpringApplication.run(UpliftApplication.class, arguments));
    }
}
