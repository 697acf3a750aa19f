package dev.uplift.web.staff;

import freemarker.ext.beans.BeanModel;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.stream.Stream;

/** Lets templates read view models that are records without making each of them public. */
class RecordWrapper extends DefaultObjectWrapper {

    RecordWrapper() {
        super(Configuration.VERSION_2_3_34);
    }

    @Override
    protected TemplateModel handleUnknownType(Object value) throws TemplateModelException {
        return value instanceof Record ? new RecordModel(value, this) : super.handleUnknownType(value);
    }

    /** A record whose components, and other answers without arguments, are properties. */
    private static final class RecordModel extends BeanModel {

        RecordModel(Object value, RecordWrapper wrapper) {
            super(value, wrapper);
        }

        @Override
        public TemplateModel get(String key) throws TemplateModelException {
            var answer = answer(key);
            return answer.isPresent() ? value(answer.get()) : super.get(key);
        }

        private Optional<Method> answer(String key) {
            return Stream.of(object.getClass().getDeclaredMethods())
                    .filter(method -> method.getName().equals(key) && method.getParameterCount() == 0)
                    .filter(method -> !java.lang.reflect.Modifier.isStatic(method.getModifiers()))
                    .findFirst();
        }

        private TemplateModel value(Method answer) throws TemplateModelException {
            try {
                answer.setAccessible(true);
                return wrap(answer.invoke(object));
            } catch (ReflectiveOperationException e) {
                throw new TemplateModelException("The page model has no readable " + answer.getName(), e);
            }
        }
    }
}
