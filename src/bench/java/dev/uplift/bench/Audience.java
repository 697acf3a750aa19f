package dev.uplift.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Customers of a circle as a CSV file; written line by line, so a million of them need no memory. */
record Audience(String circle, int customers) {

    void write(Path file) throws IOException {
        try (var csv = Files.newBufferedWriter(file)) {
            csv.write("externalId,email,locale,country,timeZone,salutation,firstName,lastName,attribute.circle\n");
            for (var number = 1; number <= customers; number++) {
                csv.write("%1$s-%2$d,%1$s.%2$d@kunden.example,de,DE,Europe/Berlin,Frau,Änne,Groß-Müller,%1$s\n"
                        .formatted(circle, number));
            }
        }
    }

    /** A campaign of one mail to this circle; a service mail, since that may go at any hour and needs no consent. */
    String campaign() {
        return """
                name: Benchmark for %1$s
                owner: customer-experience
                purpose: service
                goal: { metric: nps, worth: 5 }
                audience: { attribute: circle, is: %1$s }
                hold-out: 0%%
                channels: [email]
                steps:
                  - send: saving-tips
                """.formatted(circle);
    }
}
