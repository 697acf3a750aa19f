package dev.uplift.delivery;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How sends are treated whose outcome nobody knows.
 *
 * @param serviceMailAtLeastOnce whether service mail with unknown outcome is tried once more, with the same Message-ID;
 *     never applies to marketing, surveys or SMS
 */
@ConfigurationProperties("uplift.sending")
record SendingSettings(@DefaultValue("true") boolean serviceMailAtLeastOnce) {}
