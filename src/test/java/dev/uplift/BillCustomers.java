package dev.uplift;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Customers with a fresh bill, and the campaign that explains it. */
final class BillCustomers {

    private static final String BILL = """
            {"customer": "C%d", "type": "bill", "at": "2026-06-01T08:00:00Z", "properties":
              {"amount": 1240.5, "consumptionKwh": 3100, "previousKwh": 2900, "instalmentOld": 95, "instalmentNew": 103}}""";

    static final String DEFINITION = """
            name: Bills explained
            purpose: service
            goal: { metric: nps, worth: 5 }
            audience: { attribute: product, is: electricity }
            hold-out: 30%
            channels: [preferred, email, sms]
            steps:
              - send: instalment-explained
              - survey: nps-annual-bill
                after: 7d
            """;

    private BillCustomers() {}

    /** One bill for each of them. */
    static String bills(int number) {
        return IntStream.rangeClosed(1, number).mapToObj(BILL::formatted).collect(Collectors.joining(",", "[", "]"));
    }

    static String customers(int number) {
        return IntStream.rangeClosed(1, number)
                .mapToObj(BillCustomers::customer)
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String customer(int number) {
        return """
                {"externalId": "C%1$d", "email": "c%1$d@kunden.example", "phone": "+49699000%1$04d",
                 "locale": "de", "preferredChannels": ["%2$s"],
                 "attributes": {"product": "electricity", "firstName": "Anna", "lastName": "Brandt"},
                 "consents": [
                   {"channel": "email", "purpose": "survey", "granted": true, "basis": "consent", "proof": "form"},
                   {"channel": "sms", "purpose": "survey", "granted": true, "basis": "consent", "proof": "form"}]}""".formatted(number, number % 5 == 0 ? "sms" : "email");
    }
}
