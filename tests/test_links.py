"""Links: one name and id for one person, body, place, people or day, in a document and across documents."""

from datetime import date

import pytest

from persian_speech import Analyzer, Document, Mention
from persian_speech.analysis.entities import entities
from persian_speech.corpus.records import document_of, records_of
from persian_speech.corpus.sources import Source
from persian_speech.pipeline import ENTITIES

DAY = date(2020, 7, 21)  # a Tuesday
analyzer = Analyzer(ENTITIES)

LINKS = {
    # a club
    "بولتون از چارلتون برد.": {"بولتون": "PER:بولتون"},
    # persons: by title beside the name, by full name, by parts of it
    "محمدجواد ظریف وزیر امور خارجه رفت. ظریف بازگشت.": {
        "محمدجواد ظریف": "mohammad-javad-zarif",
        "ظریف": "mohammad-javad-zarif",
    },
    "وزیر خارجه روسیه، سرگئی لاوروف آمد.": {"سرگئی لاوروف": "sergey-lavrov"},
    "محمد اسلامی، وزیر راه و شهرسازی آمد.": {"محمد اسلامی": "mohammad-eslami"},
    "محمد اسلامی، قهرمان شنای استان آمد.": {"محمد اسلامی": "PER:محمد اسلامی"},
    "او ظریف را دید.": {"ظریف": "PER:ظریف"},
    "ظریف گفت: آب بس است.": {"ظریف": "mohammad-javad-zarif"},
    "صدام حسین آمد. صدام رفت.": {"صدام حسین": "saddam-hussein", "صدام": "saddam-hussein"},
    # of two with one surname who is quoted
    "نادر کاویانی گفت: آب هست. او از جمشید کاویانی یاد کرد. کاویانی گفت: نان هست.": {
        "نادر کاویانی": "PER:نادر کاویانی",
        "جمشید کاویانی": "PER:جمشید کاویانی",
        "کاویانی": "PER:نادر کاویانی",
    },
    # a surname with the form of address under which one is known; a sister, and another of the surname
    "با حضور آیت‌الله رئیسی آمدند. رئیسی رفت.": {"رئیسی": "ebrahim-raisi"},
    "آقای رئیسی آمد.": {"رئیسی": "PER:رئیسی"},
    "شهید مظلوم آیت الله بهشتی رفت.": {"بهشتی": "mohammad-beheshti"},
    "زینت السادات بهشتی آمد. شهید بهشتی رفت.": {"بهشتی": "PER:زینت السادات بهشتی"},
    "محمد رئیسی آمد. آیت‌الله رئیسی رفت.": {"محمد رئیسی": "PER:محمد رئیسی", "رئیسی": "PER:محمد رئیسی"},
    "مردم با صدام جنگیدند.": {"صدام": "saddam-hussein"},
    "صادق كاوياني، معمار آمد.": {"صادق كاوياني": "PER:صادق کاویانی"},
    "محمدجواد ظريف وزير امور خارجه آمد.": {"محمدجواد ظريف": "mohammad-javad-zarif"},
    "امام خمینی (ره) آمد. حضرت امام خمینی رفت.": {
        "امام خمینی (ره)": "ruhollah-khomeini",
        "حضرت امام خمینی": "ruhollah-khomeini",
    },
    "حسین کدخدایی آمد. کدخدایی رفت.": {"حسین کدخدایی": "PER:حسین کدخدایی", "کدخدایی": "PER:حسین کدخدایی"},
    "ملانیا ترامپ آمد. دونالد ترامپ رفت.": {
        "ملانیا ترامپ": "PER:ملانیا ترامپ",
        "دونالد ترامپ": "donald-trump",
    },
    "الهام علی اف آمد. نعره موتور تی اف 30 تا اتاق خواب مادر رسید.": {
        "الهام علی اف": "ilham-aliyev",
        "اف": "PER:اف",
    },
    "یا حسین گفتند. صدام حسین گریخت.": {"حسین": "PER:حسین", "صدام حسین": "saddam-hussein"},
    "صادق لاریجانی گفت: آب بس است. علی لاریجانی رفت. لاریجانی آمد.": {"علی لاریجانی": "ali-larijani"},
    "جنتی دبیر شورای نگهبان گفت: آب بس است. کیوان فرزند احمد آمد.": {"احمد": "PER:احمد"},
    "دادستان بم حسین سلامی گفت: آب بس است. حسین سلامی رفت.": {"حسین سلامی": "PER:حسین سلامی"},
    "خبرنگار ما علی احمدی آمد.": {"علی احمدی": "PER:علی احمدی"},
    # bodies, places, peoples
    "سازمان ملل آمد. سازمان ملل متحد رفت.": {
        "سازمان ملل": "ORG:سازمان ملل متحد",
        "سازمان ملل متحد": "ORG:سازمان ملل متحد",
    },
    "ارتش ایالات متحده آمد. ارتش آمریکا رفت.": {
        "ارتش ایالات متحده": "ORG:ارتش آمریکا",
        "ارتش آمریکا": "ORG:ارتش آمریکا",
    },
    "شبکه خبری «العربیه» نوشت. روزنامه تایمز و شرکت ایران خودرو آمدند.": {
        "شبکه خبری «العربیه»": "ORG:العربیه",
        "روزنامه تایمز": "ORG:تایمز",
        "شرکت ایران خودرو": "ORG:ایران خودرو",
    },
    "روزنامه ایران نوشت.": {"روزنامه ایران": "ORG:روزنامه ایران"},
    "استانداری آذربایجان تعطیل شد.": {"استانداری آذربایجان": "ORG:استانداری آذربایجان"},
    "روسیه آمد. مسکو سرد است.": {"روسیه": "LOC:روسیه", "مسکو": "LOC:مسکو"},
    "آمریکایی‌ها رفتند. دولت آمریکا ماند.": {"آمریکایی‌ها": "NORP:آمریکا"},
    # days
    "او دیروز آمد و در ۳۰ تیر ۱۳۹۹ نوشت.": {"دیروز": "DAT:2020-07-20", "۳۰ تیر ۱۳۹۹": "DAT:2020-07-20"},
    "او گفت: «امروز (سه‌شنبه) آمدم.»": {"امروز": "DAT:2020-07-21"},
    "او روز دوشنبه خواهد آمد.": {"روز دوشنبه": "DAT:روز دوشنبه"},
    # namesakes: a relative, a son, an officer, an athlete, whom a school is named after
    "ماهر اسد، برادر بشار اسد، گریخت. بشار اسد ماند.": {"اسد": "PER:ماهر اسد", "بشار اسد": "bashar-al-assad"},
    "دونالد ترامپ جونیور آمد.": {"دونالد ترامپ": "PER:دونالد ترامپ جونیور"},
    "سرهنگ حسین سلامی آمد.": {"حسین سلامی": "PER:حسین سلامی"},
    "حسن روحانی، کشتی‌گیر جوان، آمد.": {"حسن روحانی": "PER:حسن روحانی"},
    "او در مدرسه شهید قالیباف درس خواند.": {"قالیباف": "PER:قالیباف"},
    "بیماران شهید قالیباف را دیدند.": {"قالیباف": "mohammad-bagher-ghalibaf"},
    # a ship is not whom it is named after
    "ناو هواپیمابر جورج اچ دبلیو بوش آمد.": {"جورج اچ دبلیو بوش": "PER:جورج اچ دبلیو بوش"},
    "ناوشکن شهید قاسم سلیمانی آمد.": {"قاسم سلیمانی": "PER:قاسم سلیمانی"},
    "قاسم سلیمانی به ناو رسید.": {"قاسم سلیمانی": "qasem-soleimani"},
}


def found(text: str, day: date | None = DAY) -> tuple[Mention, ...]:
    return analyzer(text, date=day).mentions


@pytest.mark.parametrize(("text", "links"), LINKS.items())
def test_a_mention_has_the_id_of_what_it_names(text: str, links: dict[str, str]) -> None:
    told = {mention.text: mention.entity_id for mention in found(text)}
    assert told | links == told


@pytest.mark.parametrize(
    "text",
    [
        "چین دامن او بلند بود.",
        "او انسان صادقی بود.",
        "رفتار ظریف او پیدا بود.",
        "ایران خانم آمد.",
        "دست زنان قالیباف خسته است.",
        "یک جفت پوتین خرید.",
        "استقلال و آزادی شعار مردم بود.",
    ],
)
def test_words_are_no_names_where_they_are_words(text: str) -> None:
    assert found(text) == ()


def test_one_id_has_one_name_in_a_document() -> None:
    text = "امانوئل ماکرون رئیس جمهور فرانسه گفت: آب بس است. ماکرون رفت. ماکرون افزود: نان بس است."
    names = {mention.entity_id: mention.entity for mention in found(text)}
    assert len({(mention.entity_id, mention.entity) for mention in found(text)}) == len(names)
    assert names["emmanuel-macron"] == "امانوئل ماکرون"


def test_who_has_died_is_not_who_bears_the_name_and_the_office_today() -> None:
    text = "مجتبی خامنه‌ای آمد. راه قائد شهید آیت‌الله خامنه‌ای روشن است. خامنه‌ای رفت."
    names = [mention for mention in Analyzer()(text, date=date(2026, 6, 1)).mentions if mention.type == "PER"]
    assert [name.entity_id for name in names] == ["mojtaba-khamenei", "PER:خامنه ای", "mojtaba-khamenei"]


def test_the_second_half_of_a_name_is_no_surname() -> None:
    text = "حسن نصر الله آمد. بسم الله الرحمن الرحیم."
    assert "الله" not in [mention.text for mention in found(text)]


def test_a_day_is_named_in_one_way_and_none_is_guessed() -> None:
    told = {mention.text: (mention.entity, mention.date) for mention in found("او دیروز و در تیر ۱۳۹۹ آمد.")}
    assert told == {"دیروز": ("۳۰ تیر ۱۳۹۹", date(2020, 7, 20)), "تیر ۱۳۹۹": ("تیر ۱۳۹۹", None)}
    assert [mention.date for mention in found("او دیروز آمد.", None)] == [None]


def test_a_time_of_a_day_has_its_day() -> None:
    told = found("او عصر امروز (سه‌شنبه) آمد.")
    assert told[0].type == "TIM"
    assert {mention.date for mention in told} == {DAY}


def test_entities_are_counted_by_id_across_documents() -> None:
    texts = {
        "a": ("محمدجواد ظریف وزیر امور خارجه گفت: سازمان ملل را دیدم.", date(2019, 1, 1)),
        "b": ("ظریف، وزیر خارجه کشورمان گفت: سازمان ملل متحد بزرگ است.\nظریف رفت.", date(2020, 1, 1)),
    }
    analysed: list[tuple[str, Document]] = [
        (name, analyzer(text, date=day)) for name, (text, day) in texts.items()
    ]
    table = {row["entity_id"]: row for row in entities(analysed)}
    zarif, united = table["mohammad-javad-zarif"], table["ORG:سازمان ملل متحد"]
    assert (zarif["count"], zarif["documents"], zarif["said"]) == (3, 2, 0)
    assert (united["count"], united["said"], united["speakers"]) == (2, 2, 1)
    assert (united["first_date"], united["last_date_jalali"]) == ("2019-01-01", "1398-10-11")


def test_a_linked_document_is_kept_whole_by_a_corpus() -> None:
    source = Source("a", "محمدجواد ظریف وزیر امور خارجه دیروز گفت: آب بس است.", DAY, None, "utf-8")
    document = Analyzer()(source.text, date=DAY)
    assert any(mention.date for mention in document.mentions)
    assert document_of(records_of(source, document)) == document


def test_a_surname_that_is_a_word_is_a_name_where_its_bearer_speaks() -> None:
    text = "حسن پسندیده گفت: آب بس است.\nبه گفته پسندیده، نان هم بس است.\nخلبان پسندیده افزود: برق بس است."
    names = [mention for mention in Analyzer()(text).mentions if mention.type == "PER"]
    assert [name.text for name in names] == ["حسن پسندیده", "پسندیده", "پسندیده"]
    assert {name.entity_id for name in names} == {"PER:حسن پسندیده"}


def test_a_name_has_one_id_however_it_is_typed() -> None:
    typed = ("بهار قلعه‌نویی به تهران آمد.", "بهار قلعه نویی به تهران آمد.")
    assert {found(text)[0].entity_id for text in typed} == {"PER:بهار قلعه نویی"}


def test_who_is_quoted_by_name_is_named_in_full() -> None:
    text = "كيخسرو سبحه افزود: نان هست. سبحه گفت: آب هم هست."
    names = [mention for mention in Analyzer()(text).mentions if mention.type == "PER"]
    assert [name.text for name in names] == ["كيخسرو سبحه", "سبحه"]
    assert {name.entity for name in names} == {"کیخسرو سبحه"}


def test_what_two_words_name_takes_no_third() -> None:
    text = "علاءالدین میرمحمد صادقی آمد. میرمحمد صادقی درست پس از انتخابش گفته بود: «نان هست.»"
    names = [mention.text for mention in Analyzer()(text).mentions if mention.type == "PER"]
    assert names == ["علاءالدین میرمحمد صادقی", "میرمحمد صادقی"]
