"""How wide the columns of a drawn table are, and which are left out where there is no room for all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

BETWEEN = 2  # cells between two columns; half of them at each edge
UNBOUNDED = 10_000  # more cells than any terminal has
PROSE = 3  # shares of what is left over: sentences make the highest rows


@dataclass(frozen=True, slots=True)
class Room:
    """The cells that a column needs and those that it can fill.

    ``shares``: of what is left over. ``spare``: when it is left out, 1 first, 0 never.
    """

    least: int
    most: int
    shares: int = 1
    spare: int = 0


def fitted(rooms: Sequence[Room], width: int) -> dict[int, int]:
    """The columns that are kept, by number, and the cells of each: together within ``width``."""
    kept = dict(enumerate(rooms))
    for number in sorted(kept, key=lambda number: kept[number].spare):
        if rooms[number].spare and _needed(kept) > width:
            del kept[number]
    free = width - BETWEEN * len(kept)
    return _grown(kept, free) if _needed(kept) <= width else _squeezed(kept, free)


def _needed(rooms: Mapping[int, Room]) -> int:
    return sum(room.least + BETWEEN for room in rooms.values())


def _grown(rooms: Mapping[int, Room], free: int) -> dict[int, int]:
    """All that they need, and what is left over shared out; last to those that are never filled."""
    cells = {number: room.least for number, room in rooms.items()}
    for ever in (False, True):
        mine = [number for number, room in rooms.items() if (room.most == UNBOUNDED) is ever]
        turns = [number for number in mine for _ in range(rooms[number].shares)]
        while turns := [number for number in turns if cells[number] < rooms[number].most]:
            for number in turns:
                cells[number] += sum(cells.values()) < free and cells[number] < rooms[number].most
            if sum(cells.values()) == free:
                return cells
    return cells


def _squeezed(rooms: Mapping[int, Room], free: int) -> dict[int, int]:
    """Less than they need, where nothing can be left out: the widest give first."""
    cells = {number: room.least for number, room in rooms.items()}
    while sum(cells.values()) > free and max(cells.values()) > 1:
        cells[max(cells, key=cells.__getitem__)] -= 1
    return cells
