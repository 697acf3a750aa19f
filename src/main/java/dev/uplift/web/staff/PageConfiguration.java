package dev.uplift.web.staff;

import java.time.Duration;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.AbstractResourceBasedMessageSource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** How pages find their language, their texts and their fonts. */
@Configuration(proxyBeanMethods = false)
class PageConfiguration implements WebMvcConfigurer {

    /** Makes templates see the components of records, and readers of other languages get English, not the machine's. */
    PageConfiguration(freemarker.template.Configuration templates, MessageSource texts) {
        templates.setIncompatibleImprovements(freemarker.template.Configuration.VERSION_2_3_34);
        templates.setObjectWrapper(new RecordWrapper());
        if (texts instanceof AbstractResourceBasedMessageSource bundles) {
            bundles.setDefaultLocale(Locale.ENGLISH);
        }
    }

    @Bean
    LocaleResolver localeResolver() {
        return new Languages();
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        var change = new LocaleChangeInterceptor();
        change.setParamName(Languages.PARAMETER);
        change.setIgnoreInvalidLocale(true);
        registry.addInterceptor(change)
                .addPathPatterns("/**")
                // a preview is read in the customer's language
                .excludePathPatterns("/api/**", "/hooks/**", "/s/**", "/u/**", "/p/**", "/surveys/*/*");
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/fonts/**")
                .addResourceLocations("classpath:/static/fonts/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).immutable());
    }
}
