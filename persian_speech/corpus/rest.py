"""Fields that no column holds, as a JSON object in «more»: what a later version adds is kept too."""

import json
from dataclasses import asdict, fields
from datetime import date as Date  # noqa: N812 - a field is called «date»
from functools import cache
from typing import Any, get_type_hints

from persian_speech.document import Mention, Quotation, Speaker
from persian_speech.record import builder


def more(one: Mention | Quotation | Speaker, columns: frozenset[str]) -> str | None:
    """The fields without a column that are not as they usually are; null where there is none."""
    kind: Any = type(one)
    rest = _without(kind, columns)
    told = {name: value for name, usual in rest if (value := getattr(one, name)) != usual}
    return json.dumps(told, ensure_ascii=False, default=_plain) if told else None


@cache
def _without(kind: type[Mention | Quotation | Speaker], columns: frozenset[str]) -> list[tuple[str, Any]]:
    """The fields that are none of these columns, each with what it usually is."""
    return [(field.name, field.default) for field in fields(kind) if field.name not in columns]


def _plain(value: Any) -> Any:
    """A day as ISO 8601, a span or speaker as its fields."""
    return value.isoformat() if isinstance(value, Date) else asdict(value)


def unmore(kind: type, told: str | None) -> dict[str, Any]:
    """The fields that ``more`` told, for a dataclass of this kind."""
    if told is None:
        return {}
    return {name: builder(_hints(kind)[name])(value) for name, value in json.loads(told).items()}


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)
