package vn.motcua.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScopeTest {

    private static final Person MAU = new Person(Person.Kind.CITIZEN, "042090001234", "Nguyễn Văn Mẫu", "1990-05-17");

    @ParameterizedTest
    @EnumSource(names = {"CLERK", "OFFICER", "LEADER"})
    void staffSeeTheDossiersOfTheirAgencies(Role role) {
        assertThat(Scope.of(caller(Set.of(role), Optional.empty())))
                .isEqualTo(new Scope(Optional.empty(), Set.of(7), false));
    }

    @ParameterizedTest
    @EnumSource(names = {"AUDITOR", "MACHINE"})
    void otherRolesSeeNoDossierWhateverTheirTokenNames(Role role) {
        assertThat(Scope.of(caller(Set.of(role), Optional.of(MAU))))
                .isEqualTo(new Scope(Optional.empty(), Set.of(), false));
    }

    @Test
    void anOperatorSeesWhatNobodyKnowsWhoDecides() {
        assertThat(Scope.of(caller(Set.of(Role.OPERATOR), Optional.of(MAU))))
                .isEqualTo(new Scope(Optional.empty(), Set.of(), true));
    }

    @Test
    void aCitizenSeesTheOwnAndNoAgencys() {
        assertThat(Scope.of(caller(Set.of(Role.CITIZEN), Optional.of(MAU))))
                .isEqualTo(new Scope(Optional.of(MAU), Set.of(), false));
    }

    @Test
    void whoHasNoRoleSeesNothing() {
        assertThat(Scope.of(caller(Set.of(), Optional.of(MAU))))
                .isEqualTo(new Scope(Optional.empty(), Set.of(), false));
    }

    private static Caller caller(Set<Role> roles, Optional<Person> person) {
        return new Caller("issuer|x", roles, person, Set.of(7), Optional.of("VN"));
    }
}
