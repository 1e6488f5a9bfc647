"""Where somebody serves and to whom he belongs: «سفیر عمان در آمریکا», «بهرام رایان از اعضای شورا»."""

from functools import cache

from persian_speech.actors.alike import ENVOYS
from persian_speech.actors.vocabulary import bodies, city_words, titles
from persian_speech.data import column
from persian_speech.quotation.clauses import Clause
from persian_speech.quotation.lexicon import pronouns
from persian_speech.text.letters import key

SHORTEST_NAME = 2  # tokens of «بهرام رایان»
LONGEST_ENVOY = 6  # tokens of «سفیر جمهوری اسلامی ایران»
_SOME = frozenset({"یک", "یکی", "منابعی", "مقاماتی", "منبعی"})
_POSTED = ENVOYS | {"سفارت", "نماینده", "فرستاده", "خبرنگار"}
_POSTED |= frozenset({"نیروهای", "القاعده"})  # «سخنگوی نیروهای خارجی در عراق»
_ANALYSTS = frozenset({"تحلیلگر", "استراتژیست", "اقتصاددان", "کارشناس", "محقق", "مدیر", "رییس", "کارگزار"})
_FIRMS = frozenset({"موسسه", "شرکت", "گروه", "بانک", "ازمایشگاه"})
# «یک منبع در نیروهای صلح»، «یک مقام در خلیج فارس»، «فرستاده ویژه آمریکا در خاورمیانه»
_REGIONS = frozenset({"نیروهای", "خلیج", "خاورمیانه", "قفقاز", "بالکان", "افریقا", "اروپا"})
_OF_OTHERS: tuple[str, ...] = (
    "خواست",
    "میخواه",
    "پرسید",
    "تشکر",
    "تقدیر",
    "قدردانی",
    "سپاس",
    "انتقاد",
    "دعوت",
    "درخواست",
)
_OF_OTHERS += ("تقاضا", "سوال", "گلایه", "شکایت", "حمایت", "دفاع", "یاد", "نقل", "خبر", "انتظار")


def is_posted(view: Clause, i: int, j: int) -> bool:
    """«یک مقام آگاه در وزارت نیرو»، «سفیر عمان در آمریکا»، «تحلیلگر بازار در شرکت پگاه»: «در» goes on."""
    after = view.keys[j + 1 : j + 2]
    if after == ():
        return False
    sent = view.keys[i] in _SOME or not _POSTED.isdisjoint(view.keys[max(i, j - LONGEST_ENVOY) : j])
    place = bodies().at(view.keys, j + 1) is not None or after[0] in _REGIONS or after[0] in city_words()
    return (sent and place) or (after[0] in _FIRMS and not _ANALYSTS.isdisjoint(view.keys[i:j]))


def is_among(view: Clause, i: int, j: int) -> bool:
    """«بهرام رایان | از اعضای این صنف | گفت»; not «بهرام رایان | از اعضای این صنف خواست»"""
    if j - i < SHORTEST_NAME or memberships().isdisjoint(view.keys[j + 1 : j + 2]):
        return False
    told = (titles(), bodies(), pronouns())
    named = "و" not in view.keys[i:j] and not any(table.at(view.keys, i) for table in told)
    others = any(word.startswith(_OF_OTHERS) for word in view.paragraph.keys[j + 2 : view.last + 1])
    return named and not others and view.paragraph.verb_in(j, view.last) is None


@cache
def memberships() -> frozenset[str]:
    """«اعضای», «کارشناسان», «دانشگاه»: after a name and «از» they tell who somebody is."""
    return frozenset(key(noun) for noun in column("memberships", "noun"))
