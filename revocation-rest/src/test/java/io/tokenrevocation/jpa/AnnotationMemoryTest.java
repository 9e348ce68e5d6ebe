package io.tokenrevocation.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.lang.annotation.Annotation;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnnotationMemoryTest {

  private final ClassValue<AtomicInteger> memory =
      new ClassValue<>() {
        @Override
        protected AtomicInteger computeValue(Class<?> type) {
          return new AtomicInteger();
        }
      };

  @Test
  void isFoundInHibernate() {
    assertThat(AnnotationMemory.ofHibernate()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(classes = {Entity.class, Id.class, EmbeddedId.class, Enumerated.class})
  void losesWhatItKnewOfOurAnnotations(Class<? extends Annotation> annotation) {
    memory.get(annotation).set(1);

    AnnotationMemory.forget(memory, PersistenceUnit.ENTITIES);

    assertThat(memory.get(annotation)).hasValue(0);
  }

  @Test
  void keepsWhatItKnowsOfOthers() {
    memory.get(FunctionalInterface.class).set(1);

    AnnotationMemory.forget(memory, PersistenceUnit.ENTITIES);

    assertThat(memory.get(FunctionalInterface.class)).hasValue(1);
  }
}
