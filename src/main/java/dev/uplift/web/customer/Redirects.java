package dev.uplift.web.customer;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Redirects that turn a POST into a GET. */
final class Redirects {

    private Redirects() {}

    /** 303 to a path of ours. */
    static ModelAndView seeOther(String path) {
        var view = new RedirectView(path);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExposeModelAttributes(false);
        return new ModelAndView(view);
    }
}
