package dev.uplift.platform;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the whole process.
 *
 * @param home folder of the embedded database, the keys and uploads
 * @param content folder that holds {@code templates/} and {@code campaigns/}; what it lacks comes with the product
 * @param publicUrl address under which customers reach us; used in every link
 * @param demo whether the sample company lives here; by default only while neither a relay nor Twilio is set
 * @param apiKey bootstrap administrator key of the REST API; generated when unset
 * @param adminPassword password of the first administrator; generated when unset
 * @param company who writes to the customers
 */
@ConfigurationProperties("uplift")
public record UpliftSettings(
        @DefaultValue("./data") Path home,
        @DefaultValue(".") Path content,
        @Nullable String publicUrl,
        @Nullable Boolean demo,
        @Nullable String apiKey,
        @Nullable String adminPassword,
        @DefaultValue Company company) {

    /** Checks what would otherwise show up as a broken link in a customer's mail. */
    public UpliftSettings {
        if (publicUrl != null && !publicUrl.isBlank() && !publicUrl.matches("https?://[^\\s/?#]+(/\\S*)?")) {
            throw new IllegalArgumentException("uplift.public-url must be an address that customers can open, such as"
                    + " https://mail.example.com, but is '" + publicUrl + "'");
        }
    }

    /**
     * The company in whose name we write.
     *
     * @param name shown in mails and on customer pages
     * @param domain right-hand side of Message-IDs and List-Ids
     * @param address postal address for the footer of every mail
     * @param contact mail address at which customers reach a person
     * @param languages languages the company writes in, its own first
     * @param zone time zone of customers whose zone we do not know
     * @param country country of customers whose country we do not know, ISO 3166 alpha-2
     */
    public record Company(
            @DefaultValue("Nordwerk Energie") String name,
            @DefaultValue("nordwerk.example") String domain,

            @DefaultValue("Nordwerk Energie GmbH, Am Alten Hafen 12, 28195 Bremen")
            String address,

            @DefaultValue("service@nordwerk.example") String contact,
            @DefaultValue({"de", "en"}) List<String> languages,
            @DefaultValue("Europe/Berlin") String zone,
            @DefaultValue("DE") String country) {

        /** Checks what would otherwise fail in the middle of a campaign. */
        public Company {
            if (languages.isEmpty()) {
                throw new IllegalArgumentException("uplift.company.languages must name a language, such as de,en");
            }
            if (!ZoneId.getAvailableZoneIds().contains(zone)) {
                throw new IllegalArgumentException(
                        "uplift.company.zone must be a time zone such as Europe/Berlin, but is '" + zone + "'");
            }
            if (!country.matches("[A-Z]{2}")) {
                throw new IllegalArgumentException(
                        "uplift.company.country must be a country of two capital letters such as DE, but is '" + country
                                + "'");
            }
        }

        /** The language used when a customer's own is not offered. */
        public String language() {
            return languages.get(0);
        }
    }
}
