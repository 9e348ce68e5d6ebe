package io.tokenrevocation.jpa;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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

  /** Has Hibernate forget it for the annotations of some entities. */
  static void forget(List<Class<?>> entities) {
    ofHibernate().ifPresent(memory -> forget(memory, entities));
  }

  /** Returns empty for a version that has no such memory, or keeps it to itself. */
  static Optional<ClassValue<?>> ofHibernate() {
    try {
      var field = BinderHelper.class.getDeclaredField(CACHE);
      field.setAccessible(true);
      return field.get(null) instanceof ClassValue<?> memory
          ? Optional.of(memory)
          : Optional.empty();
    } catch (ReflectiveOperationException | RuntimeException otherVersion) {
      return Optional.empty();
    }
  }

  /** Whoever still needs it only has to find it out again. */
  static void forget(ClassValue<?> memory, List<Class<?>> entities) {
    annotations(entities).forEach(memory::remove);
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
