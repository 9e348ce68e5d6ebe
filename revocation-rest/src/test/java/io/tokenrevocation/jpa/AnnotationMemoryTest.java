package io.tokenrevocation.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.lang.annotation.Annotation;
import org.hibernate.boot.model.internal.BinderHelper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnnotationMemoryTest {

  @ParameterizedTest
  @ValueSource(classes = {Entity.class, Id.class, EmbeddedId.class})
  void isLostWhenTheDatabaseIsClosed(Class<? extends Annotation> annotation)
      throws ReflectiveOperationException {
    var memory = memory();
    var database = TestDatabase.open();
    database.transactions().commit(entities -> entities);
    var remembered = memory.get(annotation);
    assertThat(memory.get(annotation)).isSameAs(remembered);

    database.close();

    assertThat(memory.get(annotation)).isNotSameAs(remembered);
  }

  private static ClassValue<?> memory() throws ReflectiveOperationException {
    var field =
        BinderHelper.class.getDeclaredField("annotationMetaCacheForRepeatableDialectOverride");
    field.setAccessible(true);
    return (ClassValue<?>) field.get(null);
  }
}
