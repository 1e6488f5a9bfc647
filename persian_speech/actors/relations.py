"""Titles that tell who somebody is by another: «وکیل سارا دانا»، «فرستاده ویژه دونالد ترامپ»."""

from collections.abc import Sequence

from persian_speech.actors.knowledge import known
from persian_speech.actors.plain import ends_name
from persian_speech.actors.vocabulary import first_names

_COMMAS = frozenset("،,؛-–—ـ_")
# «معاون دونالد ترامپ»، «مشاور نتانیاهو»: another than the one who is named.
_SOMEBODYS = frozenset(
    {"معاون", "سخنگو", "سخنگوی", "مشاور", "مشاورارشد", "دستیار", "وکیل", "همسر", "فرستاده"} | {"وکیلمدافع"}
)
_ENVOYS = frozenset({"نماینده", "فرستاده", "مشاور", "دستیار"})  # «فرستاده ویژه دونالد ترامپ»


def is_somebodys(keys: Sequence[str], start: int, end: int) -> bool:
    """«معاون دونالد ترامپ»، «وکیل بهرام آریا»: another than the one who is named."""
    relation = "".join(keys[start:end]).removesuffix("ویژه").removesuffix("ارشد")
    special = relation in _ENVOYS and keys[end : end + 1] in (("ویژه",), ("ارشد",))
    end += special
    given = end + 1 < len(keys) and keys[end] in first_names() and relation != "نماینده"  # «نماینده مهدی شهر»
    told = given and not ends_name(keys, end + 1) and _COMMAS.isdisjoint(keys[end:])
    somebodys = relation in _SOMEBODYS | _ENVOYS or special
    return somebodys and (told or bool(known().bearers(keys[end:])))
