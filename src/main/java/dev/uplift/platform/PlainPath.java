package dev.uplift.platform;

import java.beans.PropertyEditorSupport;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.beans.factory.config.CustomEditorConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads a folder in the settings as a folder; Spring would look for it on the class path first. */
class PlainPath extends PropertyEditorSupport {

    @Override
    public void setAsText(String text) {
        setValue(Path.of(text.strip()).normalize());
    }

    @Configuration(proxyBeanMethods = false)
    static class Registration {

        @Bean
        static CustomEditorConfigurer plainPaths() {
            var configurer = new CustomEditorConfigurer();
            configurer.setCustomEditors(Map.of(Path.class, PlainPath.class));
            return configurer;
        }
    }
}
