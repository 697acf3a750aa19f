package dev.uplift.web.staff;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** Answers at one address of every kind, so that only the doors decide. */
@TestComponent
@Controller
@ResponseBody
class Echo {

    @GetMapping({
        "/s/{token}",
        "/u/{token}",
        "/api/campaigns",
        "/api/campaigns/{key}/report",
        "/api/benchmarks",
        "/api/reports",
        "/api/goals",
        "/api/goals/{key}",
        "/api/false-answers",
        "/api/campaigns/{key}/report.xlsx",
        "/api/campaigns/{key}/report.csv",
        "/api/campaigns/{key}/looks",
        "/api/campaigns/{key}/looks/{id}",
        "/api/campaigns/{key}/decisions",
        "/demo/inbox"
    })
    String read() {
        return "read";
    }

    @PostMapping({
        "/s/{token}",
        "/u/{token}",
        "/hooks/twilio/inbound",
        "/2010-04-01/Accounts/{sid}/Messages.json",
        "/api/customers",
        "/api/campaigns/{key}/plan",
        "/api/campaigns/{key}/decisions",
        "/api/campaigns/{key}/simulate",
        "/campaigns/{key}/decisions",
        "/campaigns/{key}/pause",
        "/campaigns/{key}/unknown/{send}/resend",
        "/campaigns/{key}/unknown/{send}/resend/approve",
        "/api/campaigns/{key}/unknown/{send}/settle",
        "/api/campaigns/{key}/unknown/{send}/resend/approve",
        "/campaigns/{key}/retry-failed",
        "/api/campaigns/{key}/retry-failed",
        "/api/campaigns/{key}/send-rest",
        "/api/benchmarks",
        "/sending/release",
        "/api/sending/release",
        "/api/sending/hold",
        "/demo/phone"
    })
    String write() {
        return "written";
    }

    @RequestMapping("/api/customers/{id}")
    String customer() {
        return "customer";
    }
}
