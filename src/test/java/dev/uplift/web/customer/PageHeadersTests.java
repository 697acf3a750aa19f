package dev.uplift.web.customer;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.view;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class PageHeadersTests {

    private final MockMvc pages = MockMvcBuilders.standaloneSetup(
                    new PrivacyPage(new Page(FormNonceTests.settings(Path.of("target")), new Texts())))
            .setControllerAdvice(new PageHeaders())
            .build();

    @Test
    void keepsAddressesOfPagesSecret() throws Exception {
        pages.perform(get("/s/privacy?lang=de"))
                .andExpect(status().isOk())
                .andExpect(view().name("customer/privacy"))
                .andExpect(header().string("Referrer-Policy", "no-referrer"))
                .andExpect(header().string("X-Robots-Tag", "noindex"))
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(header().string("Content-Security-Policy", containsString("default-src 'none'")))
                .andExpect(header().string("Content-Security-Policy", not(containsString("script-src"))))
                .andExpect(header().doesNotExist("Set-Cookie"));
    }

    @Test
    void answersHeadAsGet() throws Exception {
        pages.perform(head("/s/privacy")).andExpect(status().isOk());
    }
}
