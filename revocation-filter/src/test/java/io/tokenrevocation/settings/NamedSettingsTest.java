package io.tokenrevocation.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamedSettingsTest {

  private static final Setting<List<String>> DOORS =
      Setting.names("revocation.doors", "Which doors there are.");
  private static final Setting<Integer> HEIGHT =
      Setting.number("revocation.door.*.height", "2", 1, 3, "Doors' heights.");

  private static final SettingsGroup HOUSE =
      new SettingsGroup() {
        @Override
        public List<Setting<?>> settings() {
          return List.of();
        }

        @Override
        public List<NamedSettings> named() {
          return List.of(new NamedSettings(DOORS, List.of(HEIGHT)));
        }
      };

  private Settings readHouse(Map<String, String> values) {
    return Settings.ofApplication(
        List.of(HOUSE),
        new SettingSources(List.of(new KeyedSource("the file", values::get, values::keySet))));
  }

  @Test
  void haveTheDefaultUnlessTheyAreGivenForAName() {
    var settings =
        readHouse(Map.of("revocation.doors", "front, back", "revocation.door.back.height", "1"));

    assertThat(settings.get(DOORS)).containsExactly("front", "back");
    assertThat(settings.get(HEIGHT.of("front"))).isEqualTo(2);
    assertThat(settings.get(HEIGHT.of("back"))).isEqualTo(1);
  }

  @Test
  void needNoNames() {
    assertThat(readHouse(Map.of()).get(DOORS)).isEmpty();
  }

  @Test
  void areUnknownForANameThatIsNotListed() {
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(() -> readHouse(Map.of("revocation.door.cellar.height", "1")))
        .withMessageStartingWith("revocation.door.cellar.height in the file is not known");
  }

  @Test
  void areRefusedOutsideTheRangeUnderTheirOwnKey() {
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(
            () ->
                readHouse(Map.of("revocation.doors", "front", "revocation.door.front.height", "4")))
        .withMessageStartingWith("revocation.door.front.height in the file is \"4\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a,", "a b", "a.b", "a,a", "front, FRONT", "-a", "*"})
  void areRefusedForNamesThatAreNone(String names) {
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(() -> readHouse(Map.of("revocation.doors", names)))
        .withMessageEndingWith("different names of letters, digits and dashes, or none");
  }

  @Test
  void needRoomForTheNameInTheirKeys() {
    var names = List.<Setting<?>>of(DOORS);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NamedSettings(DOORS, names))
        .withMessage("revocation.doors has no room for a name");
  }
}
