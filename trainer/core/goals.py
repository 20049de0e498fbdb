"""Goals: what a week aims at, the WHO's or one's own."""

from msgspec import Struct

from trainer.core.preferences import Preferences

# WHO guidelines on physical activity and sedentary behaviour (2020), adults: 150 to 300 minutes of moderate activity a
# week, a vigorous minute worth two, and muscle strengthening on two days or more.
WHO_MINUTES, WHO_MORE_MINUTES, WHO_STRENGTH_DAYS = 150.0, 300.0, 2


class Goals(Struct, frozen=True):
    """Moderate minutes a week, the minutes of further benefit (never fewer), and days of strength work (0: no goal)."""

    minutes: float = WHO_MINUTES
    more_minutes: float = WHO_MORE_MINUTES
    strength_days: int = WHO_STRENGTH_DAYS

    @property
    def is_who_minimum(self) -> bool:
        """Whether the minutes are the WHO's minimum."""
        return self.minutes == WHO_MINUTES

    @property
    def is_who_more(self) -> bool:
        """Whether the further minutes are those of which the WHO says that they benefit more."""
        return self.more_minutes == WHO_MORE_MINUTES

    @property
    def lines(self) -> tuple[float, ...]:
        """The minutes at which a chart draws its lines, lowest first."""
        return (self.minutes,) if self.minutes == self.more_minutes else (self.minutes, self.more_minutes)


def goals_of(preferences: Preferences) -> Goals:
    """What the person aims at. Further minutes are never fewer than the goal's, whatever a file says."""
    minutes = float(preferences.goal_minutes)
    return Goals(minutes, max(minutes, float(preferences.goal_more_minutes)), preferences.goal_strength_days)
