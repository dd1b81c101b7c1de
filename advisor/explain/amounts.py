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
        return self._bounds == (None, 0)

    @property
    def words(self) -> str:
        """The number, as it stands before what is counted."""
        low, high = self._bounds
        if self.none:
            return _number(0)
        if low is None:
            return messages.NUMBER_AT_MOST.format(high=_number(high))
        if high is None:
            return messages.NUMBER_AT_LEAST.format(low=_number(low))
        if not self.inside:
            return messages.NUMBER_OUTSIDE.format(low=_number(low), high=_number(high))
        if low == high:
            return messages.NUMBER_EXACTLY.format(low=_number(low))
        return messages.NUMBER_FROM_TO.format(low=_number(low), high=_number(high))

    @property
    def verb(self) -> str:
        """The number, with the verb that agrees with it."""
        low, high = self._bounds
        last = low if high is None else high
        return (messages.ONE_IS if last in (0, 1) else messages.MANY_ARE).format(number=self.words)

    @property
    def _bounds(self) -> tuple[int | None, int | None]:
        """The bounds that it lies within; where it lies outside of two, those two."""
        # There are never fewer than none, so that bounds nothing.
        low, high = self.low or None, self.high
        if self.inside or (low is not None and high is not None):
            return low, high
        return (None, (low or 0) - 1) if high is None else (high + 1, None)


SOME = Amount(1, None)
NONE = Amount(None, 0)


def _number(number: int | None) -> str:
    if number is not None and 0 <= number < len(messages.NUMBERS):
        return messages.NUMBERS[number]
    return str(number)
