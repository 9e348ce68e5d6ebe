package io.tokenrevocation.jpa;

import jakarta.persistence.SharedCacheMode;
import jakarta.persistence.ValidationMode;
import jakarta.persistence.spi.ClassTransformer;
import jakarta.persistence.spi.PersistenceUnitInfo;
import jakarta.persistence.spi.PersistenceUnitTransactionType;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import javax.sql.DataSource;
import org.hibernate.jpa.HibernatePersistenceProvider;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code persistence.xml} would say. There is none in the jar, because a second unit in a
 * WAR makes an application's unnamed {@code @PersistenceContext} ambiguous.
 */
final class PersistenceUnit implements PersistenceUnitInfo {

  static final List<Class<?>> ENTITIES =
      List.of(
          PoolEntity.class,
          SigningKeyEntity.class,
          ClientEntity.class,
          SubjectEntity.class,
          FamilyEntity.class,
          CutOffEntity.class,
          LoggedRevocation.class,
          LogEnd.class,
          AuditRow.class,
          NodeEntity.class,
          PurgeEntity.class);

  private final DataSource dataSource;

  PersistenceUnit(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public String getPersistenceUnitName() {
    return "io.tokenrevocation";
  }

  @Override
  public String getPersistenceProviderClassName() {
    return HibernatePersistenceProvider.class.getName();
  }

  @Override
  public PersistenceUnitTransactionType getTransactionType() {
    return PersistenceUnitTransactionType.RESOURCE_LOCAL;
  }

  @Override
  public @Nullable DataSource getJtaDataSource() {
    return null;
  }

  @Override
  public DataSource getNonJtaDataSource() {
    return dataSource;
  }

  @Override
  public List<String> getMappingFileNames() {
    return List.of();
  }

  @Override
  public List<URL> getJarFileUrls() {
    return List.of();
  }

  @Override
  public @Nullable URL getPersistenceUnitRootUrl() {
    return null;
  }

  @Override
  public List<String> getManagedClassNames() {
    return ENTITIES.stream().map(Class::getName).toList();
  }

  @Override
  public boolean excludeUnlistedClasses() {
    return true;
  }

  @Override
  public SharedCacheMode getSharedCacheMode() {
    return SharedCacheMode.NONE;
  }

  @Override
  public ValidationMode getValidationMode() {
    return ValidationMode.NONE;
  }

  @Override
  public Properties getProperties() {
    return new Properties();
  }

  @Override
  public String getPersistenceXMLSchemaVersion() {
    return "3.0";
  }

  @Override
  public ClassLoader getClassLoader() {
    return Objects.requireNonNull(PersistenceUnit.class.getClassLoader());
  }

  @Override
  public void addTransformer(ClassTransformer transformer) {
    // entities are used as they were compiled
  }

  @Override
  public @Nullable ClassLoader getNewTempClassLoader() {
    return null;
  }
}
