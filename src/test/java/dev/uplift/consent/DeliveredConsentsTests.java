package dev.uplift.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.audience.CustomerInput;
import dev.uplift.audience.CustomerInput.ConsentInput;
import dev.uplift.audience.Customers;
import dev.uplift.audience.Imports;
import dev.uplift.audience.Segments;
import dev.uplift.platform.TestDatabase;
import dev.uplift.platform.TestSecrets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class DeliveredConsentsTests {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    @Test
    void keepsTheConsentsThatComeWithCustomers() {
        var jdbc = TestDatabase.empty();
        var consent = new ConsentInput("email", "survey", true, null, "form 12", NOW);
        var anna = new CustomerInput(
                "K-1", null, "anna@example.com", null, null, null, null, null, null, List.of(consent));

        new ApplicationContextRunner()
                .withBean(JdbcClient.class, () -> jdbc)
                .withBean(
                        TransactionTemplate.class,
                        () -> new TransactionTemplate(new JdbcTransactionManager(TestDatabase.source())))
                .withInitializer(context -> {
                    var beans = context.getBeanFactory();
                    beans.registerSingleton("settings", TestSecrets.settingsOfTheDefaultCompany());
                    beans.registerSingleton("secrets", TestSecrets.secrets());
                })
                .withUserConfiguration(Modules.class)
                .run(context -> {
                    assertThat(context).hasSingleBean(Imports.class).hasSingleBean(Segments.class);
                    var customers = context.getBean(Customers.class);
                    customers.upsert(List.of(anna).iterator(), NOW);
                    var id = customers.find("K-1").orElseThrow().id();
                    assertThat(context.getBean(Consents.class).of(id))
                            .extracting(Declaration::proof)
                            .containsExactly("form 12");
                });

        assertThat(jdbc.sql(
                                "select refusal is null from consent.reachable where channel = 'email' and purpose = 'survey'")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Configuration(proxyBeanMethods = false)
    @ComponentScan({"dev.uplift.audience", "dev.uplift.consent"})
    @ConfigurationPropertiesScan("dev.uplift.consent")
    static class Modules {}
}
