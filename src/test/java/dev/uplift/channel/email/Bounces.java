package dev.uplift.channel.email;

/** Mail that servers and providers send back, as Postfix and large providers write it. */
public final class Bounces {

    private Bounces() {}

    /** A report about one mail (RFC 3464) that returns its headers. */
    public static String report(String action, String status, String optOut) {
        return """
                Return-Path: <>
                From: MAILER-DAEMON@mx.example (Mail Delivery System)
                To: service@nordwerk.example
                Subject: Undelivered Mail Returned to Sender
                Auto-Submitted: auto-replied
                Message-ID: <bounce@mx.example>
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

                --b1
                Content-Type: text/plain; charset=us-ascii

                I'm sorry to have to inform you that your message could not be delivered.

                --b1
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example
                Arrival-Date: Tue,  1 Dec 2026 09:30:00 +0100 (CET)

                Final-Recipient: rfc822; anna@kunden.example
                Original-Recipient: rfc822;anna@kunden.example
                Action: %s
                Status: %s
                Diagnostic-Code: smtp; 550 5.1.1 <anna@kunden.example>: user unknown

                --b1
                Content-Type: text/rfc822-headers

                %s
                --b1--
                """.formatted(action, status, returned(optOut));
    }

    /** Feedback about one mail (RFC 5965) that returns the mail. */
    public static String complaint(String optOut) {
        return """
                From: <feedback@isp.example>
                To: service@nordwerk.example
                Message-ID: <arf@isp.example>
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=feedback-report; boundary="b1"

                --b1
                Content-Type: text/plain

                This is an email abuse report.

                --b1
                Content-Type: message/feedback-report

                Feedback-Type: abuse
                User-Agent: SomeGenerator/1.0
                Version: 1

                --b1
                Content-Type: message/rfc822
                Content-Disposition: inline

                %s

                Your instalment
                --b1--
                """.formatted(returned(optOut));
    }

    private static String returned(String optOut) {
        return """
                From: Nordwerk <service@nordwerk.example>
                To: anna@kunden.example
                Subject: Ihr Abschlag
                Message-ID: <0b5a6600-1f6f-4b5a-9c3e-7a4fa3868f9e@nordwerk.example>
                List-Unsubscribe:
                 <%s>
                List-Unsubscribe-Post: List-Unsubscribe=One-Click""".formatted(optOut);
    }
}
