package dev.uplift.web.customer;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What is shown instead of a page that was asked for too often. */
@Controller
class BusyPage {

    private static final String SECONDS_TO_WAIT = "60";

    private final Page page;

    BusyPage(Page page) {
        this.page = page;
    }

    @RequestMapping("/s/busy")
    ModelAndView busy(HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT);
        return page.closed("busy", page.language(), HttpStatus.TOO_MANY_REQUESTS);
    }
}
