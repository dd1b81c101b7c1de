"""How many of something, in words."""

from dataclasses import dataclass

from advisor.messages import rulebook as messages


@dataclass(frozen=True)
class Amount:
    """A number of things within bounds, or outside of them."""

    low: int | None
    high: int | None
    inside: bool = True

    @property
    def none(self) -> bool:
        """Whether it is nothing at all."""
        low, high = self._within
        return high == 0 and low in (None, 0)

    @property
    def words(self) -> str:
        """The number, as it stands before what is counted."""
        low, high = self._within
        if self.none:
            return _number(0)
        if not self.inside and None not in (self.low, self.high):
            return messages.NUMBER_OUTSIDE.format(low=_number(low), high=_number(high))
        if low == high:
            return messages.NUMBER_EXACTLY.format(low=_number(low))
        if high is None:
            return messages.NUMBER_AT_LEAST.format(low=_number(low))
        if low is None:
            return messages.NUMBER_AT_MOST.format(high=_number(high))
        return messages.NUMBER_FROM_TO.format(low=_number(low), high=_number(high))

    @property
    def verb(self) -> str:
        """The number, with the verb that agrees with it."""
        low, high = self._within
        last = low if high is None else high
        return (messages.ONE_IS if last in (0, 1) else messages.MANY_ARE).format(number=self.words)

    @property
    def _within(self) -> tuple[int | None, int | None]:
        """The bounds between which it lies; those that it must not lie between if it has to lie outside of both."""
        if self.inside or None not in (self.low, self.high):
            return self.low, self.high
        if self.high is None:
            return None, (self.low or 0) - 1
        return self.high + 1, None


SOME = Amount(1, None)
NONE = Amount(None, 0)


def _number(number: int | None) -> str:
    if number is not None and 0 <= number < len(messages.NUMBERS):
        return messages.NUMBERS[number]
    return str(number)
