"""Actors: titles, people and tenures; whom a document's speakers are; a user's own file."""

import importlib.util
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from persian_speech import Analyzer, Quotation, analyze
from persian_speech.actors.knowledge import Tenure, counted_name, people, shipped
from persian_speech.actors.members import held_alone
from persian_speech.actors.offices import title_key
from persian_speech.actors.own import read_actors
from persian_speech.actors.people import name_key
from persian_speech.analysis.actors import resolved
from persian_speech.analysis.speakers import speakers
from persian_speech.cli.program import program
from persian_speech.data import rows
from persian_speech.document import Speaker
from persian_speech.errors import PersianSpeechError
from persian_speech.pipeline import QUOTATIONS
from persian_speech.text.letters import key

DAY = date(2020, 7, 21)
TITLES = {
    "رئیس جمهور": "رئیس جمهور",
    "رییس‌جمهوری": "رئیس جمهور",
    "رئیس‌جمهور کشورمان": "رئیس جمهور",
    "رئیس جمهوری اسلامی ایران": "رئیس جمهور",
    "رئيس جمهوري عراق": "رئیس جمهور عراق",
    "رئیس‌جمهور ایالات متحده آمریکا": "رئیس جمهور آمریکا",
    "وزیر خارجه": "وزیر امور خارجه",
    "وزیر امورخارجه جمهوری اسلامی ایران": "وزیر امور خارجه",
    "وزیر خارجه رژیم صهیونیستی": "وزیر امور خارجه اسرائیل",
    "رئیس پارلمان لبنان": "رئیس مجلس لبنان",
    "رئیس مجلس شورای اسلامی": "رئیس مجلس",
    "وزیر صنعت، معدن و تجارت": "وزیر صنعت، معدن و تجارت",
    "وزیر صمت": "وزیر صنعت، معدن و تجارت",
    "معاون اول رئیس جمهور": "معاون اول رئیس جمهور",
    "معاون اول رئیس جمهور آمریکا": "معاون رئیس جمهور آمریکا",
    "دبیر کل سازمان ملل متحد": "دبیرکل سازمان ملل",
    "مقام معظم رهبری": "رهبر انقلاب",
}
NO_TITLES = (
    "رئیس جمهور سابق",
    "رئیس‌جمهور منتخب آمریکا",
    "رئیس جمهور آینده",
    "رئیس پارلمان",
    "شاه",
    "رهبر کبیر انقلاب",
    "وزیر",
    "",
)
HOLDERS = {
    ("رهبر انقلاب", "1989-06-04"): "علی خامنه‌ای",
    ("رهبر انقلاب", "2026-02-28"): "علی خامنه‌ای",
    ("رهبر انقلاب", "2026-03-01"): None,
    ("رهبر انقلاب", "2026-03-07"): None,
    ("رهبر انقلاب", "2026-03-08"): "مجتبی خامنه‌ای",
    # Of days after the tables' last year nothing is known.
    ("رهبر انقلاب", "2027-01-01"): None,
    ("رئیس جمهور", "2005-08-05"): None,
    ("رئیس جمهور", "2005-08-06"): "محمود احمدی‌نژاد",
    ("رئیس جمهور", "2024-06-10"): None,
    ("سرپرست ریاست جمهوری", "2024-06-10"): "محمد مخبر",
    ("وزیر خارجه", "2019-07-01"): "محمدجواد ظریف",
    ("وزیر نفت", "2003-01-01"): "بیژن زنگنه",
    ("وزیر نفت", "2007-09-01"): None,
    ("رئیس مجلس", "2020-05-27"): None,
    ("رئیس کل بانک مرکزی", "2019-01-01"): "عبدالناصر همتی",
    ("رئیس جمهور آمریکا", "2021-01-21"): "جو بایدن",
    ("نخست‌وزیر عراق", "2020-07-21"): "مصطفی الکاظمی",
    ("مدیرکل آژانس", "2019-09-01"): None,
    ("دبیرکل ناتو", "2024-10-02"): "مارک روته",
    # One office changed hands and back; a stand-in, a rival and a deputy are not its holders.
    ("سخنگوی کمیسیون امنیت ملی مجلس", "2021-04-01"): "ابوالفضل عمویی",
    ("سخنگوی کمیسیون امنیت ملی مجلس", "2021-12-01"): "محمود عباس‌زاده مشکینی",
    ("سخنگوی کمیسیون امنیت ملی مجلس", "2022-12-01"): "ابوالفضل عمویی",
    ("رئیس جمهور اسرائیل", "2007-03-01"): None,
    ("رئیس جمهور یمن", "2018-01-01"): None,
    ("نخست وزیر فلسطین", "2010-01-01"): None,
    ("قائم مقام دبیر شورای نگهبان", "2010-01-01"): None,
    # The chief of the general staff is not that of an army; elsewhere they are one.
    ("رئیس ستاد مشترک ارتش آمریکا", "2018-01-01"): "جوزف دانفورد",
    ("رئیس ستاد ارتش آمریکا", "2018-01-01"): None,
    ("رئیس ستاد ارتش اسرائیل", "2018-01-01"): "گادی آیزنکوت",
}
SPEAKERS = {
    # a title of the day
    ("رئیس‌جمهور گفت: آب بس است.", DAY): ("hassan-rouhani", "حسن روحانی"),
    ("رئیس‌جمهور گفت: آب بس است.", None): (None, "رئیس‌جمهور"),
    ("رئیس‌جمهور گفت: آب بس است.", date(2024, 6, 1)): (None, "رئیس‌جمهور"),
    ("رئیس‌جمهور سابق گفت: آب بس است.", DAY): (None, "رئیس‌جمهور سابق"),
    ("وزیر خارجه فرانسه گفت: آب بس است.", DAY): ("jean-yves-le-drian", "ژان‌ایو لودریان"),
    # a name beside its title, a full name, one that is enough by itself
    ("علی لاریجانی رئیس مجلس گفت: آب بس است.", None): ("ali-larijani", "علی لاریجانی"),
    ("ظریف وزیر خارجه گفت: آب بس است.", None): ("mohammad-javad-zarif", "محمدجواد ظریف"),
    ("محمد جواد ظریف گفت: آب بس است.", None): ("mohammad-javad-zarif", "محمدجواد ظریف"),
    ("ترامپ گفت: آب بس است.", None): ("donald-trump", "دونالد ترامپ"),
    ("امانوئل ماکرون گفت: آب بس است.", None): ("emmanuel-macron", "امانوئل ماکرون"),
    # one of a family that held one office, as long as no other of it had held it
    ("آیت‌الله خامنه‌ای گفت: آب بس است.", DAY): ("ali-khamenei", "علی خامنه‌ای"),
    ("آیت‌الله خامنه‌ای گفت: آب بس است.", date(2026, 6, 1)): (None, "آیت‌الله خامنه‌ای"),
    ("آیت‌الله خامنه‌ای گفت: آب بس است.", None): (None, "آیت‌الله خامنه‌ای"),
    ("آیت‌الله خامنه‌ای رهبر انقلاب گفت: آب بس است.", date(2026, 6, 1)): ("mojtaba-khamenei", "مجتبی خامنه‌ای"),
    # a surname that many bear, or that another of the family bears who held another office
    ("حسینی گفت: آب بس است.", date(2005, 1, 2)): (None, "حسینی"),
    ("بن زاید گفت: آب بس است.", DAY): (None, "بن زاید"),
    ("هاشمی رفسنجانی گفت: آب بس است.", date(2010, 6, 1)): ("akbar-hashemi-rafsanjani", "اکبر هاشمی رفسنجانی"),
    ("هاشمی رفسنجانی گفت: آب بس است.", date(2020, 6, 1)): (None, "هاشمی رفسنجانی"),
    ("بن سلمان گفت: آب بس است.", date(2020, 6, 1)): ("mohammed-bin-salman", "محمد بن سلمان"),
    # who will hold it
    ("رئیس جمهور آینده گفت: آب بس است.", DAY): (None, "رئیس جمهور آینده"),
    # another given name before what somebody is called
    ("حسین کدخدایی گفت: نان بس است.\nدکتر کدخدایی گفت: آب بس است.", DAY): (None, "حسین کدخدایی"),
    ("ایوانکا ترامپ گفت: نان بس است.\nترامپ گفت: آب بس است.", DAY): (None, "ایوانکا ترامپ"),
    ("علی احمدی گفت: آب بس است.", DAY): (None, "علی احمدی"),
    # two offices of one person, the one in the table beside his name
    ("قالیباف رئیس مجلس و رئیس هیئت همراه گفت: آب بس است.", DAY): (
        "mohammad-bagher-ghalibaf",
        "محمدباقر قالیباف",
    ),
    # an office abroad that a name alone tells, a name after the comma, a surname as it is also written
    ("رئیس‌جمهور ترامپ گفت: آب بس است.", DAY): ("donald-trump", "دونالد ترامپ"),
    ("رئیس‌جمهور ترامپ گفت: آب بس است.", date(2022, 1, 1)): (None, "ترامپ"),
    ("صدراعظم آلمان، مرکل گفت: آب بس است.", DAY): ("angela-merkel", "آنگلا مرکل"),
    ("کاتز وزیر جنگ اسرائیل گفت: آب بس است.", date(2025, 1, 1)): ("israel-katz", "یسرائیل کاتس"),
    ("رئیس سازمان صداوسیما و وزیر کشور گفتند: آب بس است.", DAY): (None, "رئیس سازمان صداوسیما و وزیر کشور"),
    # a namesake in an office of his own, on a day when the known one held another
    ("حسین سلامی دادستان بم گفت: آب بس است.", DAY): (None, "حسین سلامی"),
    ("سردار حسین سلامی گفت: آب بس است.", DAY): ("hossein-salami", "حسین سلامی"),
    ("لاوروف: نان بس است\nوزیر خارجه امارات گفت: آب بس است.", DAY): (
        "abdullah-bin-zayed-al-nahyan",
        "عبدالله بن زاید",
    ),
    ("یک عضو کنگره گفت: نان بس است.\nدونالد ترامپ، رئیس جمهور آمریکا، گفت: آب بس است.", DAY): (
        "donald-trump",
        "دونالد ترامپ",
    ),
    # a foreigner is not the officer of no land who spoke before, nor who stands in the headline above
    ("فرمانده سنتکام گفت: نان بس است.\nترامپ گفت: آب بس است.", DAY): ("donald-trump", "دونالد ترامپ"),
    ("- دیدار با میرحسین موسوی\n- معاون وزیر بازرگانی: آب بس است.", DAY): (None, "معاون وزیر بازرگانی"),
    ("سخنگوی پنتاگون گفت: آب بس است.\nصدام حسین دستگیر شد.", DAY): (None, "سخنگوی پنتاگون"),
    # namesakes, others of the family, other titles
    ("محمد اسلامی گفت: آب بس است.", DAY): (None, "محمد اسلامی"),
    ("محمد اسلامی وزیر راه و شهرسازی گفت: آب بس است.", DAY): ("mohammad-eslami", "محمد اسلامی"),
    ("لاریجانی گفت: آب بس است.", DAY): (None, "لاریجانی"),
    ("دکتر عبادی گفت: آب بس است.", DAY): (None, "دکتر عبادی"),
    ("علیرضا لاریجانی گفت: آب بس است.", DAY): (None, "علیرضا لاریجانی"),
    ("ظریف رئیس انجمن قنادان گفت: آب بس است.", DAY): (None, "ظریف"),
    ("رضا سالاری رئیس جمهور گفت: آب بس است.", DAY): (None, "رضا سالاری"),
    # of sport and of the stage, of a low rank; a physician; a prosecutor of a town, and of the land
    ("حسن روحانی، کشتی‌گیر جوان، گفت: آب بس است. روحانی رفت.", DAY): (None, "حسن روحانی"),
    ("محمود واعظی، خواننده، گفت: آب بس است.", None): (None, "محمود واعظی"),
    ("سرهنگ حسین سلامی گفت: آب بس است.", DAY): (None, "حسین سلامی"),
    ("سرهنگ قذافی گفت: آب بس است.", date(2009, 7, 1)): ("muammar-gaddafi", "معمر قذافی"),
    ("دکتر احمدی‌نژاد، رئیس دانشکده پزشکی، گفت: آب بس است.", DAY): (None, "دکتر احمدی‌نژاد"),
    ("دادستان جیرفت، حسین سلامی، گفت: آب بس است.", None): (None, "حسین سلامی"),
    ("دادستان کل کشور توجه ویژه را خواستار شد.\nمحمدجعفر منتظری گفت: آب بس است.", DAY): (
        "mohammad-jafar-montazeri",
        "محمدجعفر منتظری",
    ),
    # the lede's office of another land is not whose name the headline told
    ("لاوروف: نان بس است\nوزیر خارجه امارات گفت: آب بس است.", None): (None, "وزیر خارجه امارات"),
    # without a date a title is not whom the text calls a deputy of it
    ("عباس عراقچی معاون وزیر امور خارجه گفت: نان بس است.\nوزیر امور خارجه کشورمان گفت: آب بس است.", None): (
        None,
        "وزیر امور خارجه کشورمان",
    ),
    ("عباس عراقچی گفت: نان بس است.\nوزیر امور خارجه کشورمان گفت: آب بس است.", None): (
        "abbas-araghchi",
        "عباس عراقچی",
    ),
    # a member of parliament is not the spokesman of his surname
    (
        "عباس موسوی سخنگوی وزارت خارجه گفت: نان بس است.\nموسوی، عضو فراکسیون آب مجلس، گفت: آب بس است.",
        DAY,
    ): (None, "موسوی"),
    # bodies abroad and at home, and their voices
    ("رئیس بانک مرکزی آمریکا گفت: آب بس است.", DAY): ("jerome-powell", "جروم پاول"),
    ("فرمانده سنتکام: آب بس است.", DAY): ("kenneth-mckenzie", "کنت مکنزی"),
    ("سخنگوی سازمان انرژی اتمی کشورمان گفت: آب بس است.", DAY): ("behrouz-kamalvandi", "بهروز کمالوندی"),
    ("دبیر شورای امنیت ملی روسیه گفت: آب بس است.", DAY): ("nikolai-patrushev", "نیکولای پاتروشف"),
    ("سخنگوی ارتش گفت: آب بس است.", date(2026, 7, 1)): (None, "سخنگوی ارتش"),
    # surnames of several, or of another before the office was held
    ("قاضی‌زاده هاشمی: آب بس است.", DAY): (None, "قاضی‌زاده هاشمی"),
    ("بقایی گفت: آب بس است.", DAY): (None, "بقایی"),
    ("آخوندی گفت: آب بس است.", DAY): (None, "آخوندی"),
    ("ماتیا زاکانی گفت: نان هست. زاکانی افزود: آب بس است.", date(2023, 1, 1)): (None, "ماتیا زاکانی"),
    ("ترامپ جونیور گفت: آب بس است.", DAY): (None, "ترامپ جونیور"),
    ("برمر گفت: آب بس است.", date(2026, 6, 1)): (None, "برمر"),
    ("آلبانیزی گفت: آب بس است.", date(2026, 6, 1)): (None, "آلبانیزی"),
    ("آنتونی آلبانیزی گفت: آب بس است.", date(2024, 6, 1)): ("anthony-albanese", "آنتونی آلبانیزی"),
    ("لیبرمن گفت: آب بس است.", date(2010, 6, 1)): (None, "لیبرمن"),
    # a title much like one held, a name right after its office, a given name after a form of address
    ("غریب‌آبادی معاون وزیر امور خارجه گفت: آب بس است.", date(2026, 6, 1)): (
        "kazem-gharibabadi",
        "کاظم غریب‌آبادی",
    ),
    ("غریب‌آبادی معاون وزیر امور خارجه گفت: آب بس است.", DAY): (None, "غریب‌آبادی"),
    ("غریب‌آبادی معاون وزیر نیرو گفت: آب بس است.", date(2026, 6, 1)): (None, "غریب‌آبادی"),
    ("رئیس‌جمهور فرانسه ماکرون گفت: آب بس است.", DAY): ("emmanuel-macron", "امانوئل مکرون"),
    ("مشاور نخست‌وزیر اسرائیل نتانیاهو گفت: آب بس است.", DAY): (None, "مشاور نخست‌وزیر اسرائیل نتانیاهو"),
    ("ملک سلمان پادشاه عربستان گفت: آب بس است.", DAY): ("salman-of-saudi-arabia", "سلمان بن عبدالعزیز"),
    ("آیت‌الله رئیسی گفت: نان هست. رئیسی افزود: آب بس است.", DAY): ("ebrahim-raisi", "ابراهیم رئیسی"),
    ("آیت‌الله رئیسی امام جمعه نوش‌رود گفت: آب بس است.", DAY): (None, "آیت‌الله رئیسی"),
    ("حضرت امام خمینی (ره) گفتند: آب بس است.", None): ("ruhollah-khomeini", "روح‌الله خمینی"),
    # one of several, and an office of the name in a town, with a holder's surname or without a name
    ("یک سخنگوی کاخ سفید گفت: آب بس است.", date(2025, 6, 1)): (None, "یک سخنگوی کاخ سفید"),
    ("فرمانده سپاه نوش‌رود گفت: آب بس است.\nفرمانده سپاه افزود: نان بس است.", DAY): (
        None,
        "فرمانده سپاه نوش‌رود",
    ),
    ("سردار سلامی فرمانده سپاه گچساران گفت: آب بس است.\nفرمانده سپاه افزود: نان بس است.", DAY): (
        None,
        "سردار سلامی",
    ),
    ("رئیس سازمان میراث فرهنگی استان فارس گفت: آب بس است.\nرئیس سازمان میراث فرهنگی گفت: نان هست.", DAY): (
        None,
        "رئیس سازمان میراث فرهنگی استان فارس",
    ),
    ("رئیس صدا و سیمای مرکز فارس گفت: آب بس است.\nرئیس صدا و سیما افزود: نان هست.", DAY): (
        None,
        "رئیس صدا و سیمای مرکز فارس",
    ),
    ("رئیس سازمان حفاظت محیط زیست استان گفت: آب بس است.\nرئیس سازمان محیط زیست افزود: نان هست.", DAY): (
        None,
        "رئیس سازمان حفاظت محیط زیست استان",
    ),
    # a government of the day, and one of long ago
    ("وزیر نفت دولت روحانی گفت: آب بس است.\nوزیر نفت افزود: نان بس است.", DAY): (
        "bijan-zanganeh",
        "بیژن زنگنه",
    ),
    ("وزیر نیرو دولت احمدی‌نژاد گفت: آب بس است.\nوزیر نیرو افزود: نان بس است.", DAY): (
        None,
        "وزیر نیرو دولت احمدی‌نژاد",
    ),
    # who is a namesake by his work, on any day
    ("حجت‌الاسلام حسن روحانی امام جمعه نوش‌رود گفت: آب بس است.", None): (None, "حسن روحانی"),
    ("حسن روحانی، فرماندار نوش‌رود، گفت: آب بس است.", DAY): (None, "حسن روحانی"),
    # kin and followers
    ("همسر حسن روحانی گفت: آب بس است.", DAY): (None, "همسر حسن روحانی"),
    ("پسر و عروس معصومه ابتکار گفتند: آب بس است.", DAY): (None, "پسر و عروس معصومه ابتکار"),
    ("طرفداران میرحسین موسوی گفتند: آب بس است.", DAY): (None, "طرفداران میرحسین موسوی"),
    ("پدر ترامپ گفت: آب بس است.", DAY): (None, "پدر ترامپ"),
    # two offices of two countries
    ("رئیس‌جمهور چین و نخست‌وزیر پاکستان گفتند: آب بس است.", DAY): (
        None,
        "رئیس‌جمهور چین و نخست‌وزیر پاکستان",
    ),
    # another country's, whose state was told of before Iran was
    ("ارتش افغانستان آمد.\nوزیر دفاع گفت: آب ایران بس است.", DAY): (None, "وزیر دفاع"),
    ("انتخابات ترکیه برگزار شد.\nوزیر کشور گفت: آب ایران بس است.", DAY): (None, "وزیر کشور"),
    ("وزیر خارجه فرانسه رفت.\nرئیس مجلس گفت: آب ایران بس است.", DAY): (None, "رئیس مجلس"),
    ("دولت افغانستان آمد.\nسخنگوی دولت گفت: آب ایران بس است.", DAY): (None, "سخنگوی دولت"),
    ("ایران از انتخابات ترکیه گفت.\nوزیر کشور گفت: آب بس است.", DAY): (
        "abdolreza-rahmani-fazli",
        "عبدالرضا رحمانی فضلی",
    ),
    ("فرمانده کل قوا گفت: آب پاکستان بس است. پاکستان بزرگ است.", DAY): (None, "فرمانده کل قوا"),
    ("دبیرکل حزب‌الله ایران گفت: آب بس است.", DAY): (None, "دبیرکل حزب‌الله ایران"),
    ("رئیس‌جمهور ترکیه وارد شد. رئیس جمهور در جمع هواداران گفت: آب بس است.", DAY): (None, "رئیس جمهور"),
    ("رئیس جمهور در دیدار رئیس جمهور عراق گفت: آب بس است.", DAY): ("hassan-rouhani", "حسن روحانی"),
    ("کابل پایتخت افغانستان است. رئیس جمهور گفت: آب مردم افغانستان بس است.", DAY): (None, "رئیس جمهور"),
}
BENCHMARKS = Path(__file__).parent.parent / "benchmarks"
OWN = "person\toffice\tfrom\tto\tsource\taliases\ttitles\n"


def spoken(text: str, day: date | None) -> tuple[Quotation, ...]:
    return Analyzer(QUOTATIONS)(text, date=day).quotations


@pytest.mark.parametrize(("title", "office"), TITLES.items())
def test_a_title_names_its_office(title: str, office: str) -> None:
    found = shipped().titles.named(title)
    assert found is not None
    assert found.name == office


@pytest.mark.parametrize("title", NO_TITLES)
def test_what_is_no_office_today_names_none(title: str) -> None:
    assert shipped().titles.named(title) is None


@pytest.mark.parametrize(("asked", "person"), HOLDERS.items())
def test_an_office_has_its_holder_of_the_day(asked: tuple[str, str], person: str | None) -> None:
    title, day = asked
    found = list(resolved(shipped(), title, date.fromisoformat(day)))
    assert [row["person"] for row in found] == [person]
    assert found[0]["status"] == ("holder" if person else "no holder known")


def test_a_handover_has_two_candidates_and_a_name_tells_which() -> None:
    found = list(resolved(shipped(), "رئیس جمهور آمریکا", date(2021, 1, 20)))
    assert [(row["status"], row["person"]) for row in found] == [
        ("candidates", "دونالد ترامپ"),
        ("candidates", "جو بایدن"),
    ]
    said = "رئیس‌جمهور آمریکا گفت: آب بس است.\nبایدن رئیس جمهور آمریکا گفت: نان بس است."
    names = [quotation.speaker and quotation.speaker.name for quotation in spoken(said, date(2021, 1, 20))]
    assert names[-1] == "جو بایدن"


@pytest.mark.parametrize(("said", "speaker"), SPEAKERS.items())
def test_a_speaker_is_who_is_surely_meant(
    said: tuple[str, date | None], speaker: tuple[str | None, str]
) -> None:
    (quotation,) = spoken(*said)[-1:]
    assert quotation.speaker is not None
    identity = quotation.speaker.id if quotation.speaker.known else None
    assert (identity, quotation.speaker.name) == speaker


@pytest.mark.parametrize(
    ("said", "name", "role"),
    [
        # what follows a name is a title, or what is spoken of, or an aside in brackets
        ("کاوه رایان رئیس بندر گفت: آب بس است.", "کاوه رایان", "رئیس بندر"),
        ("کاوه رایان آخرین آمار را تازه خواند و گفت: آب بس است.", "کاوه رایان", None),
        ("کاوه رایان (ابوسالم) گفت: آب بس است.", "کاوه رایان", None),
        ("کاوه رایان (منتقد) گفت: آب بس است.", "کاوه رایان", "(منتقد)"),
        ("کاوه رایان، نمایشنامه‌نویس و داور، گفت: آب بس است.", "کاوه رایان", "نمایشنامه‌نویس و داور"),
        ("سارا ماریا بوریو رئیس بندر گفت: آب بس است.", "سارا ماریا بوریو", "رئیس بندر"),
        # a surname that is a word too; one that is a trade is none of its bearer's
        ("نورالله قدرتی گفت: آب بس است.", "نورالله قدرتی", None),
        ("کاوه کشاورز گفت: آب هست.\nکشاورز گفت: آب بس است.", "کاوه کشاورز", None),
        # two words in one piece, and a given name of two that begins as a movement's name does
        ("مدیرگمرک بندر گفت: آب بس است.", "مدیرگمرک بندر", "مدیرگمرک بندر"),
        ("فتح الله رایان گفت: آب بس است.", "فتح الله رایان", None),
        ("پسرش علی گفت: آب بس است.", "علی", "پسرش"),
        ("ژان-لوک دوبوآمار، وزیر نیرو، گفت: آب بس است.", "ژان-لوک دوبوآمار", "وزیر نیرو"),
        # a dash after a name with a form of address that is a title too
        ("مهندس کاوه رایان - معاون بندر گفت: آب بس است.", "کاوه رایان", "معاون بندر"),
        ("امیر رایان - معاون بندر گفت: آب بس است.", "امیر رایان", "معاون بندر"),
    ],
)
def test_a_role_is_a_title(said: str, name: str, role: str | None) -> None:
    (quotation,) = spoken(said, None)[-1:]
    assert quotation.speaker is not None
    assert (quotation.speaker.name, quotation.speaker.role) == (name, role)


def test_a_title_and_a_name_of_one_known_person_are_one_speaker() -> None:
    found = spoken(
        "قالیباف گفت: آب بس است.\nوزیر نیرو گفت: برق بس است.\nرئیس قوه مقننه گفت: نان بس است.", DAY
    )
    first, _, last = (quotation.speaker for quotation in found)
    assert first == last
    assert first is not None
    assert set(first.forms) == {"قالیباف", "رئیس قوه مقننه"}


def test_a_name_that_never_held_the_office_of_the_day_is_not_its_holder() -> None:
    text = "رئیس قوه قضائیه گفت: آب بس است.\nکیوان دادگر گفت: نان بس است."
    names = [quotation.speaker and quotation.speaker.name for quotation in spoken(text, DAY)]
    assert names == ["ابراهیم رئیسی", "کیوان دادگر"]
    assert len({quotation.speaker for quotation in spoken(text, None)}) == 1


@pytest.mark.parametrize("title", ["سخنگوی شرکت آب", "دبیر شورای آبیاری خلیج", "رئیس فراکسیون سبزهای فرانسه"])
def test_who_holds_an_office_that_day_is_no_full_time_officer_of_another_body(title: str) -> None:
    text = f"{title}: «آب بس است.»\nحسن روحانی پیشتر گفت: «نان بس است.»"
    names = [quotation.speaker and quotation.speaker.name for quotation in spoken(text, DAY)]
    assert names == [title, "حسن روحانی"]


def test_a_surname_that_opens_with_a_common_word_is_known() -> None:
    day = date(2026, 7, 1)
    speaker = spoken("تخت روانچی: آب بس است\nمعاون سیاسی وزیر امور خارجه گفت: «نان بس است.»", day)[0].speaker
    assert speaker is not None
    assert (speaker.known, speaker.id) == (True, "majid-takht-ravanchi")


def test_a_name_with_the_name_of_the_house_is_that_person() -> None:
    speaker = spoken("فیصل بن فرحان آل سعود گفت: «آب بس است.»", DAY)[0].speaker
    assert speaker is not None
    assert (speaker.known, speaker.id) == (True, "faisal-bin-farhan")


def test_a_surname_that_is_a_word_too_is_the_holder_of_the_office() -> None:
    text = "رئیس جمهور گفت: «آب بس است.»\nروحانی در ادامه تاکید کرد: «نان بس است.»"
    names = [quotation.speaker and quotation.speaker.name for quotation in spoken(text, DAY)]
    assert names == ["حسن روحانی", "حسن روحانی"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # a statement of whom the narrator told, who is not the person that spoke last
        (
            "کاوه رایان گفت: «آب هست.»\nپلیس بندر هم آماده است.\nدر این بیانیه آمده است: «نان بس است.»",
            ["کاوه رایان", None],
        ),
        # a bare surname that goes on is the title that spoke before
        (
            "مدیر موزه گفت: نان هست.\nکاوه رایان، رئیس بازار، گفت: آب هست.\n"  # noqa: ISC004
            "مسئول برگزاری نمایشگاه گفت: برق هست.\nسپهرنیا افزود: گاز هست.",
            ["مدیر موزه", "کاوه رایان", "سپهرنیا", "سپهرنیا"],
        ),
        # a surname that is read as a cleric first; a cleric is nobody of that name
        (
            "روحانی در ادامه گفت: آب هست.\nحجت‌الاسلام روحانی رئیس شورا گفت: نان هست.",
            ["حجت‌الاسلام روحانی", "حجت‌الاسلام روحانی"],
        ),
        ("قربانی: آب هست\nکاوه قربانی گفت: نان هست.", ["کاوه قربانی"] * 2),
        # two words that seemed a body, and the second alone
        ("رفیق الصالحی گفت: آب هست.\nالصالحی افزود: نان هست.", ["رفیق الصالحی"] * 2),
        ("روح الله رایان گفت: آب هست.\nرایان گفت: نان هست.", ["روح الله رایان"] * 2),
        ("روحانی: آب هست\nحسن روحانی گفت: نان هست.", ["حسن روحانی", "حسن روحانی"]),
        ("یک روحانی گفت: آب هست.\nحسن روحانی گفت: نان هست.", ["یک روحانی", "حسن روحانی"]),
        # a given name of two words, and a surname that is a word too
        (
            "روح الله رایان مدیر موزه گفت: آب هست.\n"  # noqa: ISC004
            "سید روح الله لطیفی سخنگوی شهر گفت: نان هست.\nلطیفی گفت: چای هست.",
            ["روح الله رایان", "روح الله لطیفی", "روح الله لطیفی"],
        ),
        # a name of one word before what he is, and a name that ends before «یکی از»
        ("بنیامین کارشناس امور آب گفت: نان هست.\nبنیامین گفت: چای هست.", ["بنیامین"] * 2),
        ("ناصر معلم مدیر مدرسه گفت: نان هست.\nمعلم گفت: چای هست.", ["ناصر معلم"] * 2),
        ("محمد یکی از شهروندان گفت: نان هست.\nمحمد گفت: چای هست.", ["محمد"] * 2),
        # a title and then a name in one paragraph; somebody beside, or known for another office
        (
            "رئیس مرکز آب گفت: «نان هست.» عمران رزاقی گفت: «آب هست.» رزاقی گفت: «چای هست.»",
            ["عمران رزاقی"] * 3,
        ),
        (
            "رئیس مرکز آب گفت: «نان هست.» عمران رزاقی نیز گفت: «آب هست.»",
            ["رئیس مرکز آب", "عمران رزاقی"],
        ),
        ("رئیس مرکز آب گفت: «نان هست.»\nپیمان نارویی افزود: «آب هست.»", ["پیمان نارویی"] * 2),
        # a brother, who has the surname; the man himself is another
        ("برادر شهید بهشتی گفت: نان هست.\nسیدحسن بهشتی گفت: آب هست.", ["سیدحسن بهشتی"] * 2),
        ("پدر علی رایان گفت: نان هست.\nعلی رایان گفت: آب هست.", ["پدر علی رایان", "علی رایان"]),
        ("شیرزاد رایان حقوقدان و وکیل گفت: نان هست.\nرایان گفت: آب هست.", ["شیرزاد رایان"] * 2),
        ("مسؤل سازمان آب گفت: نان هست.\nکاوه رایان گفت: آب هست.", ["کاوه رایان"] * 2),
        # a body in the headline, and its deputy
        (
            "نُجَباء: نان هست\nمعاون دبیرکل مقاومت اسلامی نُجَباء گفت: آب هست.",
            ["نُجَباء", "معاون دبیرکل مقاومت اسلامی نُجَباء"],
        ),
        ("مرشایمر: نان هست\nنظریه‌پرداز مطرح جان مرشایمر گفت: آب هست.", ["مرشایمر"] * 2),
        # a family
        (
            "متهم مریم هاشمی گفت: آب هست.\nهاشمی گفت: نان هست.\nمتهم محمد هاشمی گفت: چای هست.\n"  # noqa: ISC004
            "متهم علی هاشمی گفت: برق هست.",
            ["مریم هاشمی", "مریم هاشمی", "محمد هاشمی", "علی هاشمی"],
        ),
        # a joint statement is not of who spoke last
        (
            "کاوه رایان گفت: آب هست.\nدو شهر بیانیه مشترکی دادند. در این بیانیه تأکید شده است: نان هست.",
            ["کاوه رایان", None],
        ),
        # a message is of who was told of it last, an agreement of nobody alone
        (
            "کاوه رایان در پیامی نوشت: آب هست.\nوزارت نیرو در این پیام یادآور شد که نان هست.\n"  # noqa: ISC004
            "در این پیام آمده است: چای هست.",
            ["کاوه رایان", "وزارت نیرو", "وزارت نیرو"],
        ),
        (
            "کاوه رایان گفت: آب هست.\nاو و سارا دانا این توافق‌نامه را امضا کردند.\n"  # noqa: ISC004
            "در این توافق‌نامه آمده است: نان هست.",
            ["کاوه رایان", None],
        ),
        # a name that no table knows, right before an office, in a narrator's sentence
        (
            "کاوه رایان گفت: آب هست.\nداگ هندرسون معاون حزب کارگر به بندر رفت.\nوی افزود: نان هست.",
            ["کاوه رایان", "داگ هندرسون"],
        ),
        # a statement of which the narrator has just told is not of who wrote long before
        (
            "کاوه رایان در پیامی نوشت: آب هست.\nسارا دانا نیز گفت که برق هست.\n"  # noqa: ISC004
            "اما نمایندگی بندر در پایتخت در بیانیه‌ای به آن پاسخ داد.\nدر این بیانیه آمده است: چای هست.",
            ["کاوه رایان", "سارا دانا", None],
        ),
        # nobody calls a minister by a given name alone
        ("وزیر نیرو گفت: آب هست.\nغلامحسین گفت: نان هست.", ["وزیر نیرو", "غلامحسین"]),
        # who is told of in the line above, though of an earlier day
        (
            "کاوه رایان گفت: آب هست.\nبهرام دانا، شهردار بم، نیز گفته بود که برق هست.\nوی افزود: چای هست.",
            ["کاوه رایان", "بهرام دانا", "بهرام دانا"],
        ),
        # of the accused he who is spoken to
        (
            "متهم کاوه دانا گفت: آب هست.\nقاضی خطاب به متهم مریم رایان گفت: نان هست؟\nمتهم گفت: چای هست.",
            ["کاوه دانا", "قاضی", "مریم رایان"],
        ),
        # who is on one side of a court is on no other
        (
            "مهدی رایان گفت: آب هست.\nقاضی دانا گفت: نان هست.\nاین متهم گفت: چای هست.",
            ["مهدی رایان", "دانا", "مهدی رایان"],
        ),
        ("قاضی دانا گفت: نان هست.\nاین وکیل گفت: چای هست.", ["دانا", "این وکیل"]),
        ("یکی از شاکیان گفت: نان هست.\nقاضی دانا گفت: چای هست.", ["یکی از شاکیان", "دانا"]),
        # a Russian is not who has spoken for another land; two who hold two offices are neither
        (
            "پاول رایان معاون وزیر خارجه روسیه گفت: آب هست.\n"  # noqa: ISC004
            "جان دانا معاون وزیر خارجه آمریکا نیز گفت: نان هست.\nاین مقام روس افزود: چای هست.",
            ["پاول رایان", "جان دانا", "پاول رایان"],
        ),
        (
            "جان دانا معاون وزیر خارجه آمریکا گفت: نان هست.\nاین مقام روس افزود: چای هست.",
            ["جان دانا", "این مقام روس"],
        ),
        (
            "رئیس دیوان عالی کشور و دادستان کل کشور گفتند: آب هست.\nدادستان کل کشور افزود: نان هست.",
            ["رئیس دیوان عالی کشور و دادستان کل کشور", "دادستان کل کشور"],
        ),
        # who had a seat in parliament before is not another who has one
        (
            "کاوه رایان رئیس سابق کمیسیون آب مجلس گفت: آب هست.\n"  # noqa: ISC004
            "رئیس مجمع نمایندگان استان سمنان گفت: نان هست.",
            ["کاوه رایان", "رئیس مجمع نمایندگان استان سمنان"],
        ),
        # «این عضو کمیسیون آب» is no «عضو مجلس روستا»
        (
            "کاوه رایان عضو مجلس روستا گفت: آب هست.\nبهرام دانا نماینده مردم بم گفت: نان هست.\n"  # noqa: ISC004
            "این عضو کمیسیون آب افزود: چای هست.",
            ["کاوه رایان", "بهرام دانا", "بهرام دانا"],
        ),
        # members of parliament for two towns
        (
            "کاوه رایان عضو کمیسیون آب مجلس گفت: آب هست.\nنماینده مردم زابل در مجلس گفت: نان هست.",
            ["کاوه رایان", "کاوه رایان"],
        ),
        (
            "کاوه رایان نماینده مردم بم در مجلس گفت: آب هست.\nنماینده مردم زابل در مجلس گفت: نان هست.",
            ["کاوه رایان", "نماینده مردم زابل در مجلس"],
        ),
        # one of many of whom a digest tells, paragraphs apart from the title that he may have held
        (
            "وزیر نفت نیز گفت: آب هست.\nکاوه دانا نیز گفت: نان هست.\nمریم رایان نیز گفت: چای هست.\n"  # noqa: ISC004
            "سارا آریا نیز گفت: برق هست.\nبهرام کهن نیز گفت: گاز هست.\nبیژن زنگنه گفت: باران هست.",
            ["وزیر نفت", "کاوه دانا", "مریم رایان", "سارا آریا", "بهرام کهن", "بیژن زنگنه"],
        ),
        # whom he meets he is not
        (
            "شهردار گفت: نان هست.\nکاوه رایان دیروز با شهردار دیدار کرد. او گفت: آب هست.",
            ["شهردار", "کاوه رایان"],
        ),
        # her lawyer is not she
        (
            "متهم مریم رایان گفت: آب هست.\nوکیل مدافع متهم مریم رایان گفت: نان هست.",
            ["مریم رایان", "وکیل مدافع متهم مریم رایان"],
        ),
        # one body by two names, and with what it is besides
        (
            "روزنامه لبنانی الاخبار نوشت که نان بس است.\nالاخبار افزود که آب هست.\n"  # noqa: ISC004
            "روزنامه الاخبار می‌گوید که برق هست.",
            ["روزنامه لبنانی الاخبار"] * 3,
        ),
        (
            "سازمان جهانی کار گفت که نان بس است.\nسازمان کار اعلام کرد که آب هست.",
            ["سازمان جهانی کار", "سازمان کار"],
        ),
        (
            "ایران گفت که آب بس است.\nجمهوری اسلامی ایران اعلام کرد که نان بس است.",
            ["ایران", "ایران"],
        ),
        (
            "وزارت امور خارجه گفت که آب بس است.\nوزارت خارجه اعلام کرد که نان بس است.",
            ["وزارت امور خارجه", "وزارت امور خارجه"],
        ),
        # a woman and a man of one surname, and the last of them who was met
        (
            "پروانه سلیم‌زاده گفت: نان هست.\nآرش سلیم‌زاده گفت: آب هست.\nسلیم‌زاده افزود: گاز هست.\n"  # noqa: ISC004
            "خانم سلیم‌زاده گفت: چای هست.\nسلیم‌زاده افزود: قند هست.\nآقای سلیم‌زاده گفت: برق هست.",
            ["پروانه سلیم‌زاده", *["آرش سلیم‌زاده"] * 2, *["پروانه سلیم‌زاده"] * 2, "آرش سلیم‌زاده"],
        ),
        ("آرش سلیم‌زاده گفت: نان هست.\nخانم سلیم‌زاده گفت: آب هست.", ["آرش سلیم‌زاده", "خانم سلیم‌زاده"]),
        # a name whose relative clause tells the office, and who spoke by title in between
        (
            "والی بدخشان گفت: راه باز است.\nآمر صحت عامه بدخشان گفت: نان هست.\n"  # noqa: ISC004
            "فریدالله صافی که دو ماه پیش به حیث والی بدخشان گماشته شد، گفت: آب هست.",
            ["فریدالله صافی", "آمر صحت عامه بدخشان", "فریدالله صافی"],
        ),
        (
            "شهردار نوش‌رود گفت: راه باز است.\nمدیر موزه گفت: نان هست.\n"  # noqa: ISC004
            "خسرو پگاهی که شهردار نوش‌رود است، گفت: آب هست.",
            ["خسرو پگاهی", "مدیر موزه", "خسرو پگاهی"],
        ),
        # a title in short, of one who has no name
        (
            "استاندار خوزستان گفت: راه باز است.\nرئیس هواشناسی گفت: نان هست.\nاستاندار افزود: آب هست.",
            ["استاندار خوزستان", "رئیس هواشناسی", "استاندار خوزستان"],
        ),
        # a surname that is a word, after two given names in one
        ("گل‌محمد نیازی گفت: نان هست.\nنیازی افزود: آب هست.", ["گل‌محمد نیازی"] * 2),
        # kin by name
        (
            "مراد پگاهی گفت: نان هست.\nهمسرش، خدیجه، گفت: آب هست.\nخدیجه افزود: گاز هست.",
            ["مراد پگاهی", "خدیجه", "خدیجه"],
        ),
        ("خواهر او، بی‌بی‌گل، گفت: آب هست.\nبی‌بی‌گل افزود: گاز هست.", ["بی‌بی‌گل", "بی‌بی‌گل"]),
        # many who are pointed at, at once and after others; a spokesman, a judge and a newspaper in short
        (
            "چند مقام امنیتی گفتند که آب هست.\nاین مقام‌ها افزودند که نان هست.\nاین منابع گفتند که گاز هست.",
            ["چند مقام امنیتی"] * 3,
        ),
        (
            "محققان نوش‌رود گفتند که آب هست.\nکاوه رایان گفت: نان هست.\nوی افزود: گاز هست.\n"  # noqa: ISC004
            "او ادامه داد: راه باز است.\nاین محققان گفتند که برق هست.",
            ["محققان نوش‌رود", "کاوه رایان", "کاوه رایان", "کاوه رایان", "این محققان"],
        ),
        (
            "سخنگوی سازمان بندر گفت: آب هست.\nمدیر موزه گفت: نان هست.\nسخنگو درباره گاز گفت: گاز هست.",
            ["سخنگوی سازمان بندر", "مدیر موزه", "سخنگوی سازمان بندر"],
        ),
        (
            "قاضی کاوه رایان گفت: آب هست.\nوکیل متهم گفت: نان هست.\n"  # noqa: ISC004
            "رئیس دادگاه پرسید: گاز هست؟\nقاضی گفت: راه هست.",
            ["کاوه رایان", "وکیل متهم", "کاوه رایان", "کاوه رایان"],
        ),
        (
            "یک روزنامه عربی نوشت: آب هست.\nبه گزارش پگاه، روزنامه الصباح نوشت: نان هست.",
            ["روزنامه الصباح"] * 2,
        ),
        # two of two countries; a bare head; what somebody is, though others spoke; no president is «این مقام»
        (
            "وزیران راه ایران و ترکیه گفتند که آب هست.\nوزیر راه گفت: نان هست.\nدو طرف گفتند: گاز هست.\n"  # noqa: ISC004
            "دو وزیر گفتند که راه باز است. آنها افزودند که برق هست.",
            ["وزیران راه ایران و ترکیه", "وزیر راه", *["وزیران راه ایران و ترکیه"] * 3],
        ),
        (
            "متهم ردیف اول گفت: آب هست.\nوکیل متهم گفت: نان هست.\nمتهم گفت: گاز هست.\nوکیل گفت: راه هست.",
            ["متهم ردیف اول", "وکیل متهم", "متهم ردیف اول", "وکیل متهم"],
        ),
        (
            "مدیر موزه گفت: آب هست.\nیکی از شاکیان گفت نان نیست. به اعتقاد این بازنشسته بندر، گاز هم نیست.",
            ["مدیر موزه", "یکی از شاکیان", "یکی از شاکیان"],
        ),
        (
            "ترامپ گفت: آب هست.\nاین مقام آمریکایی گفت: نان هست.\nآمریکا گفت: گاز هست.",
            ["دونالد ترامپ", "این مقام آمریکایی", "آمریکا"],
        ),
        # an item's title, its points and the name that goes on
        (
            "مدیر موزه نوش‌رود: آب هست\n- نان هست.\n- راه باز است.\nشیرین دانا در پایان تأکید کرد که گاز هست.",
            ["شیرین دانا"] * 4,
        ),
        # one body, its country under two names
        (
            "وزارت امور خارجه ایالات متحده گفت: آب هست.\nوزارت خارجه آمریکا گفت: نان هست.",
            ["وزارت امور خارجه ایالات متحده"] * 2,
        ),
        # a title with commas that stands beside a name where nobody speaks
        (
            "سارا دانا گفت: نان هست.\nبا حضور بهرام رایان مدیر مرکز آب، برق و گاز مهران آمدند.\n"  # noqa: ISC004
            "کاوه کهن گفت: آب هست.\nمدیر مرکز آب، برق و گاز مهران گفت: چای هست.",
            ["سارا دانا", "کاوه کهن", "بهرام رایان"],
        ),
        # whom a college is called after
        ("رئیس دانشگاه آزاد واحد آیت‌الله رایان گفت: نان هست.", ["رئیس دانشگاه آزاد واحد آیت‌الله رایان"]),
        # a paper's analysis goes on after somebody whom it quotes
        (
            "نشریه پگاه نوشت: آب هست.\nکاوه رایان گفت که نان هست.\nدر ادامه این تحلیل آمده است که چای هست.",
            ["نشریه پگاه", "کاوه رایان", "نشریه پگاه"],
        ),
        # an agreement is no paper's
        (
            "نشریه پگاه نوشت: آب هست.\nبهرام رایان آن را امضا کرد.\nدر این توافقنامه آمده است: «نان هست.»",
            ["نشریه پگاه", None],
        ),
        # a foreign senator with an office
        ("سناتور ریچارد پگاهی رئیس کمیته روابط خارجی سنا گفت: آب هست.", ["ریچارد پگاهی"]),
        # two offices that nobody held at once
        (
            "رئیس دیوان عالی کشور و دادستان کل کشور تأکید کردند: آب هست.\nکاوه رایان گفت: نان هست.",
            ["رئیس دیوان عالی کشور و دادستان کل کشور", "کاوه رایان"],
        ),
        # the chief of a body, and of another within it
        (
            "رئیس قوه قضائیه گفت: آب هست.\nرئیس مرکز وکلای قوه قضائیه گفت: نان هست.",
            ["رئیس قوه قضائیه", "رئیس مرکز وکلای قوه قضائیه"],
        ),
        # of two members of parliament, the second named without a title
        (
            "سارا دانا، عضو کمیسیون فرهنگی مجلس گفت: آب هست.\nبهرام رایان هم گفت: نان هست.\n"  # noqa: ISC004
            "نایب رئیس کمیسیون بهداشت مجلس تأکید کرد: چای هست.",
            ["سارا دانا", "بهرام رایان", "بهرام رایان"],
        ),
        # no paper is «وی», and neither is «این شبکه خبری»
        ("روزنامه پگاه نوشت: کاوه رایان آمد. وی گفت که نان هست.", ["روزنامه پگاه", None]),
        (
            "این شبکه خبری سد را خالی خواند.\nکاوه رایان گفته بود: «آب هست.» وی مدعی شد: «نان هست.»",
            ["این شبکه خبری", "کاوه رایان", "کاوه رایان"],
        ),
        # who answers is not who spoke before
        (
            "معاون وزیر نیروی فرانسه گفت: آب بس است.\nمعاون وزیر نیرو در پاسخ گفت: نان بس است.",
            ["معاون وزیر نیروی فرانسه", "معاون وزیر نیرو"],
        ),
    ],
)
def test_one_is_not_split_in_two_and_two_are_not_joined(text: str, names: list[str | None]) -> None:
    assert [quotation.speaker and quotation.speaker.name for quotation in spoken(text, None)] == names


@pytest.mark.parametrize("dash", "-–—ـ_")
def test_a_dash_between_a_name_and_its_office_is_of_neither(dash: str) -> None:
    (quotation,) = analyze(f"بهرام رایان {dash} وزیر نیرو {dash} گفت: سد پر است.").quotations
    assert quotation.speaker is not None
    assert (quotation.speaker.name, quotation.speaker.role) == ("بهرام رایان", "وزیر نیرو")


def test_whom_the_narrator_names_next_is_no_holder_of_an_office_that_he_never_held() -> None:
    text = "وزیر خارجه آمریکا گفت که آب هست.\nکاوه رایان، روزنامه پگاه، در برنامه‌ای از سدها می‌گوید."
    names = [quotation.speaker and quotation.speaker.name for quotation in analyze(text).quotations]
    assert names == ["وزیر خارجه آمریکا"]


def test_offices_in_news_read_by_hand_are_given_to_who_held_them() -> None:
    spec = importlib.util.spec_from_file_location("offices", BENCHMARKS / "offices.py")
    assert spec is not None
    assert spec.loader is not None
    offices = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(offices)
    if not offices.NEWS.is_dir():
        pytest.skip("the news do not stand beside the checkout")
    found = list(offices.told())
    assert [(name, people - told) for name, people, told in found if people - told] == []
    assert sum(bool(people) for _, people, _ in found) >= 28


@pytest.mark.parametrize(
    ("title", "alone"),
    [("وزیر نیرو", True), ("رئیس‌جمهور شروع", True), ("رئیس انجمن باغداران", False), ("مدیر موزه", False)],
)
def test_readers_know_who_holds_an_office_of_the_table_however_its_title_goes_on(
    title: str, *, alone: bool
) -> None:
    assert held_alone([title_key(word) for word in title.split()]) is alone


def test_one_title_on_two_days_is_two_speakers_of_a_table() -> None:
    text = "رئیس‌جمهور گفت: آب بس است."
    days = (date(2019, 1, 1), date(2020, 1, 1), date(2023, 1, 1), None)
    analysed = [(str(day), Analyzer(QUOTATIONS)(text, date=day)) for day in days]
    table = {row["speaker"]: (row["documents"], row["speaker_id"]) for row in speakers(analysed)}
    assert table == {
        "حسن روحانی": (2, "hassan-rouhani"),
        "ابراهیم رئیسی": (1, "ebrahim-raisi"),
        "رئیس‌جمهور": (1, None),
    }


# --- the tables ------------------------------------------------------------------------------------


def test_a_tenure_is_of_a_known_office_and_ends_after_it_begins() -> None:
    for term in shipped().tenures:
        assert shipped().titles.named(term.office) is not None, term
        assert term.until is None or date(1977, 1, 1) <= term.since <= term.until, term
        assert term.source, term


def test_no_office_has_two_holders_but_on_the_day_of_a_handover() -> None:
    def both(one: Tenure, other: Tenure) -> bool:
        return one.since < (other.until or date.max) and other.since < (one.until or date.max)

    offices = {term.office for term in shipped().tenures}
    pairs = (pair for office in offices for pair in combinations(shipped().terms(office), 2))
    assert [pair for pair in pairs if both(*pair)] == []


def test_what_countries_are_called_is_of_countries_in_the_table() -> None:
    assert {row["country"] for row in rows("office_places")} <= {row["country"] for row in rows("countries")}


def test_people_have_ids_and_names_of_their_own() -> None:
    assert len({person.id for person in people().values()}) == len(rows("people"))
    full = [(form, person.id) for person in people().values() for form in (person.name, *person.aliases)]
    assert len(set(full)) == len(full)


def test_a_name_that_is_enough_by_itself_is_one_persons() -> None:
    forms = [
        (name_key(list(map(key, form.split()))), person)
        for person in people().values()
        for form in person.alone
    ]
    others = (
        (form, person, other) for form, person in forms for other in people().values() if other != person
    )
    assert [who for form, *who in others if who[1].bears(form) in {"full", "alone"}] == []
    assert [person for person in people().values() if person.word and not person.alone] == []


def test_a_bare_title_names_one_office() -> None:
    at_home = [row for row in rows("offices") if row["scope"] != "abroad"]
    cells = [(row["office"], row[cell]) for row in at_home for cell in ("office", "aliases", "at_home")]
    told = {(title_key(title), office) for office, cell in cells for title in cell.split("|") if title}
    assert len({title for title, _ in told}) == len(told)


def test_each_office_is_told_once_and_each_person_held_one() -> None:
    names = [row["office"] for row in rows("offices")]
    assert len(set(names)) == len(names)
    assert set(people()) == {row["person"] for row in rows("tenures")}


@given(st.sampled_from(shipped().tenures), st.dates(date(1979, 1, 1), date(2027, 1, 1)))
def test_a_holder_holds_the_office_by_title_and_name(term: Tenure, day: date) -> None:
    assert (term.person in shipped().holders(term.office, day)) >= term.held(day)
    title = [title_key(word) for word in term.office.replace("،", "").split()]
    for person in shipped().holders(term.office, day):
        name = tuple(key(word) for word in person.name.split())
        assert not shipped().denies(name, title, day)
        assert shipped().holds(name, title, day) or len(shipped().holders(term.office, day)) > 1


@given(st.text(max_size=40))
def test_no_title_breaks_the_search(title: str) -> None:
    assert len(list(resolved(shipped(), title, None))) == 1


# --- a user's own ----------------------------------------------------------------------------------


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "own.tsv"
    path.write_text(
        f"# my actors\n{OWN}"
        "کیوان دادگر\tوزیر نفت\t1398-01-01\t1400-01-01\tthe ministry\t\t\n"
        "ناهید سپهری\tرئیس انجمن کویر\t2019-01-01\t\t\tناهید سپهری‌فر\tسرپرست انجمن کویر\n"
        "محمدجواد ظریف\tرئیس انجمن صلح\t2022-01-01\t\t\tجواد ظریفی\t\n",
        encoding="utf-8",
    )
    return path


def test_own_actors_add_and_override(own: Path) -> None:
    actors = read_actors(own)
    analyzer = Analyzer(QUOTATIONS, actors=actors)
    said = {
        ("وزیر نفت گفت: آب بس است.", DAY): "کیوان دادگر",
        ("وزیر نفت گفت: آب بس است.", date(2018, 1, 1)): "بیژن زنگنه",
        ("سرپرست انجمن کویر گفت: آب بس است.", DAY): "ناهید سپهری",
        ("رئیس انجمن صلح گفت: آب بس است.", date(2023, 1, 1)): "محمدجواد ظریف",
        ("وزیر خارجه گفت: آب بس است.", DAY): "محمدجواد ظریف",
    }
    for (text, day), name in said.items():
        (quotation,) = analyzer(text, date=day).quotations
        assert quotation.speaker is not None
        assert quotation.speaker.name == name
    shipped_speaker = analyze("وزیر نفت گفت: آب بس است.", date=DAY).quotations[0].speaker
    assert shipped_speaker is not None
    assert shipped_speaker.name == "بیژن زنگنه"


WRONG = {
    "": "is empty",
    "person\toffice\n": ":1: lacks the column 'from'",
    "person\toffice\tfrom\tsince\n": ":1: has a column 'since'",
    f"{OWN}الف\tوزیر\n": ":2: has nothing under 'from'",
    f"{OWN}\n# که\nالف\tوزیر\tدیروز\n": ":4: 'دیروز' is no day",
    f"{OWN}الف\tوزیر\t1399-02-01\t1399-01-01\n": ":2: ends (1399-01-01) before it begins (1399-02-01)",
    f"{OWN}" + "\t".join("الفبپتثج") + "\n": ":2: has 8 cells, not 7",
}


@pytest.mark.parametrize(("text", "told"), WRONG.items())
def test_what_is_wrong_in_an_own_file_is_told_with_its_line(text: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / "own.tsv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(PersianSpeechError) as refused:
        read_actors(path)
    assert told in str(refused.value)
    assert "\n" not in str(refused.value)


def test_the_command_lists_and_resolves(own: Path, tmp_path: Path) -> None:
    run = CliRunner().invoke
    listed = run(
        program, ["actors", "--office", "وزیر نفت", "--on", "1399-05-01", "--columns", "person,to_jalali"]
    )
    assert listed.stdout == "person\tto_jalali\nبیژن زنگنه\t1400-05-11\n"
    asked = ["actors", "resolve", "وزیر نفت", "--on", "1399-05-01", "--columns"]
    columns = "status,person,source"
    assert run(program, [*asked, columns]).stdout.splitlines()[1].startswith("holder\tبیژن زنگنه\t")
    mine = run(program, [*asked, columns, "--actors", str(own)])
    assert mine.stdout.splitlines()[1:] == ["holder\tکیوان دادگر\tthe ministry"]
    bare = run(program, ["actors", "resolve", "وزیر نفت", "--columns", "title,status,person", "-f", "jsonl"])
    assert bare.stdout == '{"title": "وزیر نفت", "status": "no date", "person": null}\n'
    missing = run(program, ["actors", "--actors", str(tmp_path / "none.tsv")])
    assert missing.exit_code == 2
    assert "none.tsv: cannot be read" in missing.stderr


def test_reading_commands_take_own_actors(own: Path, tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text("وزیر نفت گفت: آب بس است.", encoding="utf-8")
    for command, column in (("quotes", "speaker"), ("speakers", "speaker")):
        told = [command, str(text), "--date", "1399-05-01", "--actors", str(own), "--columns", column]
        assert CliRunner().invoke(program, told).stdout.splitlines()[1:] == ["کیوان دادگر"]


@pytest.mark.parametrize(
    ("speaker", "name"),
    [
        (Speaker("ruhollah-khomeini", "روح الله موسوی خمینی", known=True), "روح‌الله خمینی"),
        (Speaker("own-1", "آرمان دلاوری", known=True), "آرمان دلاوری"),
        (Speaker("S1", "روح الله موسوی خمینی"), "روح الله موسوی خمینی"),
    ],
)
def test_known_speakers_are_counted_under_one_name(speaker: Speaker, name: str) -> None:
    assert counted_name(speaker) == name


def who_speaks(subject: str, day: date | None = None) -> list[str | None]:
    """The speakers of a sentence that a subject says."""
    said = Analyzer(QUOTATIONS)(f"{subject} گفت: کار کشور خوب پیش می‌رود.", date=day).quotations
    return [one.speaker.name if one.speaker else None for one in said]


def test_people_of_the_tables_speak_under_their_full_names() -> None:
    names = [row["name"] for row in rows("people")]
    others = {name for name in names if who_speaks(name) != [name]}
    assert others <= {"ترزا می", "برد کوپر"}  # verbs: «می» of «می‌گوید», «برد» of «بردن»


def test_titles_of_the_tables_tell_their_holders() -> None:
    knowledge = shipped()
    alone = [term for term in knowledge.tenures if len(knowledge.holders(term.office, term.since)) == 1]
    told = {(term.person.name, term.office): who_speaks(term.office, term.since) for term in alone}
    assert len(told) > 500
    # «فرستاده ویژه آمریکا | در خاورمیانه»: a subject may end before «در».
    untold = {
        office for (person, office), names in told.items() if names != [person] and " در " not in office
    }
    assert not untold
