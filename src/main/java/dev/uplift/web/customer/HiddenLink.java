package dev.uplift.web.customer;

import dev.uplift.survey.Surveys;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** A link in each mail with a question that no mail program shows; who follows it all the same is led to the question. */
@Controller
class HiddenLink {

    private final Surveys surveys;
    private final Lookout lookout;
    private final Page page;
    private final Clock clock;

    HiddenLink(Surveys surveys, Lookout lookout, Page page, Clock clock) {
        this.surveys = surveys;
        this.lookout = lookout;
        this.page = page;
        this.clock = clock;
    }

    @GetMapping("/s/{token}/h")
    ModelAndView follow(@PathVariable String token) {
        if (surveys.find(token, clock.instant()).isEmpty()) {
            return page.closed("unknown", page.language(), HttpStatus.NOT_FOUND);
        }
        lookout.hidden(token);
        return Redirects.seeOther("/s/" + token);
    }
}
