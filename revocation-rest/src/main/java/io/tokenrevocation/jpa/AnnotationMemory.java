package io.tokenrevocation.jpa;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.boot.model.internal.BinderHelper;

/**
 * What Hibernate has found out about annotations, and hung on their classes, which are the server's
 * and outlive the application. There it keeps alive all classes of the application, once more with
 * every redeployment (JDK-8136353).
 */
final class AnnotationMemory {

  private static final String CACHE = "annotationMetaCacheForRepeatableDialectOverride";

  private AnnotationMemory() {}

  /** Forgets it for the annotations of some entities. Another one only has to find it out again. */
  static void forget(List<Class<?>> entities) {
    try {
      var field = BinderHelper.class.getDeclaredField(CACHE);
      field.setAccessible(true);
      if (field.get(null) instanceof ClassValue<?> cache) {
        annotations(entities).forEach(cache::remove);
      }
    } catch (ReflectiveOperationException | RuntimeException otherVersion) {
      // has no such memory, or cannot be made to forget
    }
  }

  private static Stream<Class<? extends Annotation>> annotations(Collection<Class<?>> entities) {
    return entities.stream()
        .flatMap(entity -> Stream.concat(Stream.of(entity), nested(entity)))
        .flatMap(AnnotationMemory::elements)
        .flatMap(element -> Arrays.stream(element.getAnnotations()))
        .<Class<? extends Annotation>>map(Annotation::annotationType)
        .distinct();
  }

  /** Composite ids. */
  private static Stream<Class<?>> nested(Class<?> entity) {
    return Arrays.stream(entity.getDeclaredClasses());
  }

  private static Stream<AnnotatedElement> elements(Class<?> type) {
    return Stream.of(
            Stream.of(type),
            Arrays.stream(type.getDeclaredFields()),
            Arrays.stream(type.getDeclaredMethods()))
        .flatMap(elements -> elements);
  }
}
