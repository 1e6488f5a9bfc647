"""Titles and forms of address that tell whom a name does not mean: «وکیل سارا دانا»، «خانم دانا»."""

from collections.abc import Sequence

from persian_speech.actors.knowledge import known
from persian_speech.actors.plain import ends_name
from persian_speech.actors.vocabulary import first_names, honorifics, is_given, kin, women_names
from persian_speech.text.letters import COMMA_KEYS, key

COURT = frozenset({"قاضی", "متهم", "متهمه"})
# «معاون دونالد ترامپ»، «مشاور نتانیاهو»: another than the one who is named.
_SOMEBODYS = frozenset(
    {"معاون", "سخنگو", "سخنگوی", "مشاور", "مشاورارشد", "دستیار", "وکیل", "همسر", "فرستاده"} | {"وکیلمدافع"}
)
_TO_WOMEN = frozenset({"خانم", "بانو"})
_TO_MEN = frozenset({"اقای"})
_ENVOYS = frozenset({"نماینده", "فرستاده", "مشاور", "دستیار"})  # «فرستاده ویژه دونالد ترامپ»


def is_somebodys(keys: Sequence[str], start: int, end: int) -> bool:
    """«معاون دونالد ترامپ»، «وکیل بهرام آریا»: another than the one who is named."""
    relation = "".join(keys[start:end]).removesuffix("ویژه").removesuffix("ارشد")
    special = relation in _ENVOYS and keys[end : end + 1] in (("ویژه",), ("ارشد",))
    end += special
    given = end + 1 < len(keys) and keys[end] in first_names() and relation != "نماینده"  # «نماینده مهدی شهر»
    told = given and not ends_name(keys, end + 1) and COMMA_KEYS.isdisjoint(keys[end:])
    somebodys = relation in _SOMEBODYS | _ENVOYS or special
    return somebodys and (told or bool(known().bearers(keys[end:])))


def is_of_kin(keys: Sequence[str], i: int) -> bool:
    """«همسر کاوه رایان», «وکیل مدافع متهم کاوه رایان»: the name from ``i`` on is another's."""
    if keys[i - 1] not in kin():
        return False
    addressed = keys[i] in COURT or honorifics().at(keys, i) is not None
    joined = keys[i] == "و" and i + 1 < len(keys) and keys[i + 1] in kin()  # «پسر و عروس کاوه رایان»
    return addressed or joined or is_given(keys[i]) or bool(known().bearers(keys[i:]))


def of_other_sex(names: Sequence[Sequence[str]], address: Sequence[str], forms: Sequence[str] = ()) -> bool:
    """«خانم سلیم‌زاده» is not «آرش سلیم‌زاده», «آقای سلیم‌زاده» not «پروانه سلیم‌زاده» nor «خانم سلیم‌زاده».

    ``forms``: as whom one was met who has no given name.
    """
    woman = not _TO_WOMEN.isdisjoint(address)
    if not woman and _TO_MEN.isdisjoint(address):
        return False
    given = [name[0] for name in names if len(name) > 1 and is_given(name[0])]
    if given:
        return all((word in women_names()) != woman for word in given)
    other = _TO_MEN if woman else _TO_WOMEN
    return any(key(form.split()[0]) in other for form in forms if form)
