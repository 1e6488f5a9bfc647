"""Quotations and their speakers: one row of data per phenomenon, drawings, invariants."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from persian_speech.data import rows
from persian_speech.document import Document, Quotation
from persian_speech.output.drawing import draw_text
from persian_speech.pipeline import QUOTATIONS, Analyzer
from persian_speech.quotation.returns import RETURNS
from persian_speech.quotation.scene import MANNERS
from persian_speech.quotation.words import read, verbs_of

HERE = Path(__file__).parent
SHARED = Path(os.environ.get("PERSIAN_SPEECH_SHARED", HERE.parent.parent / "shared"))
analyze = Analyzer(QUOTATIONS)


def cases() -> list[tuple[str, str, str]]:
    lines = (HERE / "quotation_cases.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    return [(row[0], row[1].replace("\\n", "\n"), row[2].replace("\\n", "\n")) for row in rows]


def told(quotation: Quotation) -> str:
    """``SPEAKER|kind|form|content``: the mention as it stands, the name where there is none."""
    named = quotation.mention is not None and quotation.mention_form != "pronoun"
    name = quotation.mention.text if named and quotation.mention else None
    speaker = name or (quotation.speaker.name if quotation.speaker else "")
    return f"{speaker}|{quotation.kind}|{quotation.form}|{quotation.text}"


@pytest.mark.parametrize(("phenomenon", "text", "expected"), cases())
def test_phenomenon(phenomenon: str, text: str, expected: str) -> None:
    found = " ## ".join(told(quotation) for quotation in analyze(text).quotations)
    assert found == expected


def test_every_rule_of_a_span_has_words_to_explain_it() -> None:
    assert {row["rule"] for row in rows("span_rules")} == set(MANNERS)


def test_every_rule_that_ends_a_span_has_words_to_explain_it() -> None:
    met = {quotation.end_rule for _, text, _ in cases() for quotation in analyze(text).quotations}
    assert met | {rule.__name__ for rule in RETURNS} == {row["rule"] for row in rows("end_rules")}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("شهردار گفت: سد پر است. پل بسته است.", "paragraph"),
        ("شهردار گفت: سد پر است. وی افزود: باران آمد.", "pronoun_subject"),
        ("شهردار گفت: سد پر است. همچنین با اشاره به اینکه باران آمد، خداحافظی کرد.", "dropped_subject_cue"),
        ("شهردار گفت: سد پر است. به گفته وی، باران آمد.", "credit_opening"),
        ("شهردار گفت: «سد پر است.» و رفت.", "marks"),
        ("شهردار گفت که سد پر است و افزود: باران آمد.", "joined_clause"),
        ("شهردار گفت که سد پر است. باران آمد.", "sentence"),
        ("شهردار ساخت پل را لازم دانست.", "cue"),
    ],
)
def test_the_rule_that_ended_a_span_is_kept(text: str, rule: str) -> None:
    assert analyze(text).quotations[0].end_rule == rule


def test_who_else_may_be_meant_is_told_the_likeliest_first() -> None:
    text = (
        "کیوان خسروی گفت: آب هست.\nسارا مهرجو گفت: برق هست.\nبهرام آریا گفت: نان هست. وی افزود: نمک هم هست."
    )
    last = analyze(text).quotations[-1]
    assert [speaker.name for speaker in last.candidates] == ["سارا مهرجو", "کیوان خسروی"]


@pytest.mark.parametrize("path", sorted((HERE / "golden").glob("*.txt")), ids=lambda path: path.stem)
def test_golden_drawing(path: Path) -> None:
    text, expected = path.read_text(encoding="utf-8").split("\n=====\n")
    assert draw_text(analyze(text)) == expected


@pytest.mark.parametrize(
    ("text", "addressee", "channel"),
    [
        ("وزیر نیرو خطاب به استانداران گفت: سدها را پر کنید.", "استانداران", None),
        ("وزیر نیرو به خبرنگاران گفت: سدها پر است.", "خبرنگاران", None),
        ("وزیر نیرو از استانداران خواست که سدها را پر کنند.", "استانداران", None),
        ("رئیس انجمن در نامه‌ای به وزیر نیرو نوشت: سدها خالی است.", "وزیر نیرو", "نامه‌ای"),
        ("وزیر نیرو در توییتی نوشت: سدها پر است.", None, "توییتی"),
        ("وزیر نیرو در جمع خبرنگاران گفت: سدها پر است.", None, None),
        ("وزیر نیرو در گفت‌وگو با روزنامه پگاه گفت: سدها پر است.", None, None),
        ("وزیر نیرو این سدها را به معنی واقعی کلمه شاهکار خواند.", None, None),
        ("این رسانه وابسته به شهرداری افزود سدها پر است.", None, None),
        ("وزیر نیرو به عمان، قطر و کویت هشدار داد که راه آب بسته است.", "عمان، قطر و کویت", None),
        ("بهرام رایان، وزیر نیرو، در سفر خود به ژاپن گفت: سد پر شد.", None, None),
        ("بهرام رایان در پیامی به زبان عربی نوشت: سد پر شد.", None, "پیامی"),
        ("بهرام رایان در پیامی به مناسبت نوروز نوشت: سد پر شد.", None, "پیامی"),
        ("بهرام رایان درباره حمله دریایی به ژاپن گفت: سد پر شد.", None, None),
        ("بهرام رایان با اشاره به سفر شهردار به ژاپن گفت: سد پر شد.", None, None),
        ("بهرام رایان با اشاره به سفر شهردار به خبرنگاران گفت: سد پر شد.", "خبرنگاران", None),
        ("بهرام رایان در این خصوص به شهردار گفت: سد پر شد.", "شهردار", None),
        ("بهرام رایان در حاشیه ورود مهمانان به ژاپن گفت: سد پر شد.", None, None),
        ("بهرام رایان درباره سد به شهردار هشدار داد که آب کم است.", "شهردار", None),
    ],
)
def test_addressee_and_channel(text: str, addressee: str | None, channel: str | None) -> None:
    (quotation,) = analyze(text).quotations
    assert (quotation.addressee and quotation.addressee.text, quotation.channel) == (addressee, channel)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # The name that follows a lede with a title is the title's holder.
        ("سخنگوی آبفا گفت: آب هست.\nکیوان خسروی افزود: برق هست.", ["کیوان خسروی", "کیوان خسروی"]),
        # A reporter's label is no politician's, and a father not his child.
        ("ترامپ: ما آماده‌ایم.\nخبرنگار نوشین: پس چرا نمی‌روید؟", ["دونالد ترامپ", "خبرنگار نوشین"]),
        ("سارا مهرجو درگذشت.\nپدر سارا گفت: هیچ پزشکی نیامد.", ["پدر سارا"]),
        (
            "یک مقام آمریکایی گفت ده قایق آمده است.\nحسین رایان، فرماندار نوش‌رود، گفت پل باز است.",
            ["یک مقام آمریکایی", "حسین رایان"],
        ),
        # Not so where «نیز» tells another, or «وی» has taken the title up.
        ("سخنگوی آبفا گفت: آب هست.\nکیوان خسروی نیز گفت: برق هست.", ["سخنگوی آبفا", "کیوان خسروی"]),
        (
            "سخنگوی آبفا گفت: آب هست. وی افزود: آب بس است.\nکیوان خسروی گفت: برق هست.",
            ["سخنگوی آبفا", "سخنگوی آبفا", "کیوان خسروی"],
        ),
        # A headline's surname, the lede's title and the full name are one.
        (
            "خسروی: آب هست\nسخنگوی آبفا گفت: آب هست.\nکیوان خسروی افزود: برق هست.",
            ["کیوان خسروی", "کیوان خسروی", "کیوان خسروی"],
        ),
        # The same office of two countries is two people.
        (
            "وزیر نیرو گفت: آب هست.\nوزیر نیرو ترکیه گفت: آب نیست.",
            ["وزیر نیرو", "وزیر نیرو ترکیه"],
        ),
        # The second lede's title too, of who sits in parliament.
        (
            "علی مهرجو گفت: آب هست.\nنماینده مهران در مجلس نیز گفت: نان هست.\nسینا رایان افزود: برق هست.",
            ["علی مهرجو", "سینا رایان", "سینا رایان"],
        ),
        # «کشورمان» is Iran; «استان» before its name tells no other office.
        (
            "سفیر ایران در دمشق گفت: آب هست.\nسینا رایان افزود: نان هست.\nسفیر کشورمان گفت: برق هست.",
            ["سینا رایان", "سینا رایان", "سینا رایان"],
        ),
        (
            "مدیرکل آب و خاک ماهور گفت: آب هست.\nسینا رایان افزود: بله.\nمدیرکل آب استان ماهور گفت: نان هست.",
            ["سینا رایان", "سینا رایان", "سینا رایان"],
        ),
        # «این منبع» is the source whom a paper has just quoted.
        (
            "روزنامه ماهور اعلام کرد که یک منبع آگاه تأیید کرده است که آب هست.\nاین منبع افزود: آب هست.",
            ["یک منبع آگاه", "یک منبع آگاه"],
        ),
        ("منابع خبری از توفان خبر دادند.\nبه گفته این منابع، راه بسته است.", ["منابع خبری"]),
        # Another seat of the only member of parliament who speaks.
        (
            "سخنگوی کمیسیون عمران مجلس گفت: بله.\nبهرام آریا افزود: پول هست.\nنماینده مردم آباده گفت: بله.",
            ["بهرام آریا", "بهرام آریا", "بهرام آریا"],
        ),
        # A body that bears another's name is another; a paper is known without its head.
        (
            "دفتر نخست‌وزیری ترکیه گفت: مرز باز است.\nارتش ترکیه اعلام کرد که پل بسته است.",
            ["دفتر نخست‌وزیری ترکیه", "ارتش ترکیه"],
        ),
        ("روزنامه پگاه نوشت: پل باز شد. پگاه افزود: شهردار آمده بود.", ["روزنامه پگاه", "روزنامه پگاه"]),
        # The same office of the other country.
        (
            "وزیر نیرو گفت: سدها پر است.\nوزیر نیرو ارمنستان گفت: می‌سازیم. همتای ایرانی او گفت: ما هم.",
            ["وزیر نیرو", "وزیر نیرو ارمنستان", "وزیر نیرو"],
        ),
        # What the headline's bare name is; not a source, nor one among many.
        ("آلوان میزرا: پل نمی‌ریزد\nتحلیلگر سیاسی گفت: پل محکم است.", ["آلوان میزرا", "آلوان میزرا"]),
        ("آلوان میزرا: پل نمی‌ریزد\nمنبع آگاه گفت: پل محکم است.", ["آلوان میزرا", "منبع آگاه"]),
        # A known name of common words after a long title.
        ("معاون رئیس جمهور جی دی ونس گفت: پل باز است.", ["جی‌دی ونس"]),
        # Who is answered in the lede is not the one who spoke there.
        ("مشاور شهردار در پاسخ به بهرام آریا گفت: نه.\nبهرام آریا گفت: بله.", ["مشاور شهردار", "بهرام آریا"]),
        # Whose deputy he is does not speak.
        (
            "معاون دونالد ترامپ گفت: پل باز است.\nترامپ گفت: پل بسته است.",
            ["معاون دونالد ترامپ", "دونالد ترامپ"],
        ),
        # A surname after an office that can stand alone; an accused person.
        ("رئیس‌جمهور ترامپ گفت: آب هست. ترامپ افزود: برق هست.", ["دونالد ترامپ", "دونالد ترامپ"]),
        ("متهم کیانفر گفت: پول نیست.\nکیانفر افزود: خانه هم نیست.", ["کیانفر", "کیانفر"]),
        # Another title of the only person who speaks goes on.
        (
            "کیوان خسروی گفت: آب هست. وی افزود: بس است.\nخسروی گفت: بله.\nرئیس ستاد باران خاطرنشان کرد: نه.",
            ["کیوان خسروی", "کیوان خسروی", "کیوان خسروی", "کیوان خسروی"],
        ),
        # A later speaker, by title and then by name.
        (
            "کیوان خسروی گفت: بله.\nباران آمد.\nبرف آمد.\nرئیس ستاد برف نیز گفت: نه.\nبهرام آریا افزود: بله.",
            ["کیوان خسروی", "بهرام آریا", "بهرام آریا"],
        ),
        # An unnamed source is not the next who is named.
        (
            "یک منبع آگاه گفت: آب هست.\nکیوان خسروی گفت: برق هست.",
            ["یک منبع آگاه", "کیوان خسروی"],
        ),
        # «One expert» is not the expert who has a name.
        (
            "بهرام آریا کارشناس مسکن گفت: ارزان است.\nیک کارشناس گفت: نه.\nیک کارشناس مسکن افزود: بله.",
            ["بهرام آریا", "یک کارشناس", "یک کارشناس مسکن"],
        ),
        # Who once held the office, many paragraphs ago, is not who holds it.
        (
            "محسنی اژه‌ای گفت: آب هست.\n" + "باران آمد.\n" * 5 + "دادستان کل کشور گفت: آب نیست.",
            ["غلامحسین محسنی اژه‌ای", "دادستان کل کشور"],
        ),
        # Al- comes and goes.
        ("ضیاء الکعبی گفت: آب هست.\nکعبی افزود: برق هست.", ["ضیاء الکعبی", "ضیاء الکعبی"]),
        # What was said before looks back: «وی» is still the story's speaker.
        (
            "کیوان خسروی گفت: آب هست.\nبهرام آریا پیش‌تر گفته بود که آب نیست.\nوی افزود: برق هست.",
            ["کیوان خسروی", "بهرام آریا", "کیوان خسروی"],
        ),
        # Who was asked answers; where nobody is named, nobody is guessed.
        ("خبرنگار از وزیر نیرو پرسید: سدها پر است؟ وی پاسخ داد: پر است.", ["وزیر نیرو"]),
        ("قاضی درباره سابقه از متهم سوال کرد که وی پاسخ داد: سابقه نداشتم.", ["متهم"]),
        ("وزیر نیرو پرسید: سدها پر است؟ وی پاسخ داد: پر است.", ["وزیر نیرو", "unknown"]),
        (
            "بهرام رایان در واکنش به سخنان وزیر عمان که گفته بود آب کم است، گفت: آب هست.",
            ["وزیر عمان", "بهرام رایان"],
        ),
        # A title that opens a paragraph and goes on is the lone speaker's, of a land that he has told of too.
        (
            (
                "بهرام رایان استاد دانشگاه گفت: آب هست.\nاو افزود: برق هست.\n"
                "سفیر پیشین ایران در عمان همچنین گفت: راه باز است.\nوی افزود: پل بسته است."
            ),
            ["بهرام رایان"] * 4,
        ),
        (
            (
                "بهرام رایان نماینده مجلس عمان گفت: آب هست.\nرایان گفت: برق هست.\n"
                "مشاور وزیر نفت عمان در پایان گفت: راه باز است."
            ),
            ["بهرام رایان"] * 3,
        ),
        (
            (
                "بهرام رایان کارگردان پویانمایی گفت: آب هست.\nاو افزود: برق هست.\nاین پویانما گفت: نان هست.\n"
                "مدیر و مؤسس کارگاه نوشین با بیان اینکه «راه باز است» افزود: پل بسته است."
            ),
            ["بهرام رایان"] * 5,
        ),
        # «این کارگردان» is he whose film it is.
        (
            "فیلم «باران» به کارگردانی بهرام رایان اکران شد.\nاین کارگردان گفت: آب هست.\nرایان گفت: برق هست.",
            ["بهرام رایان", "بهرام رایان"],
        ),
        # The same of a body that «این» points at, and of nobody who is many.
        (
            "سخنگوی وزارت نیرو گفت: آب هست.\nسخنگوی این وزارتخانه گفت: برق هست.\nوزیر نیرو هم گفت: نان هست.",
            ["سخنگوی وزارت نیرو", "سخنگوی وزارت نیرو", "وزیر نیرو"],
        ),
        ("سخنگوی ارتش گفت: آب هست.\nسخنگوی این سازمان گفت: برق هست.\nوی رفت.", ["سخنگوی ارتش"] * 2),
        ("شهردار و معاونش گفتند: آب هست.\nشهردار گفت: برق هست.", ["شهردار و معاونش", "شهردار"]),
        # «مقام مذکور» is «این مقام».
        (
            "یک مقام دولتی گفت: آب هست.\nمقام مذکور گفت: برق هست. وی افزود: نان هست.",
            ["یک مقام دولتی"] * 3,
        ),
        # Of parliament: a member whom the lede doesn't name, his town, and others of other towns.
        (
            "نماینده مجلس گفت: آب هست.\nبهرام رایان عضو کمیسیون عمران مجلس در نشست شورا گفت: برق هست.",
            ["بهرام رایان", "بهرام رایان"],
        ),
        (
            "بهرام رایان مخبر کمیسیون عمران مجلس گفت: آب هست.\nنماینده شاهرود گفت: برق هست.",
            ["بهرام رایان", "بهرام رایان"],
        ),
        (
            (
                "نماینده ساری: آب هست\nبهرام رایان عضو هیئت رئیسه مجلس گفت: برق هست.\n"
                "نماینده مردم بم گفت: نان هست."
            ),
            ["نماینده ساری", "بهرام رایان", "نماینده مردم بم"],
        ),
        # Whose question it is, or whom somebody answers, doesn't speak.
        (
            "در پاسخ به پرسش بهرام رایان درباره سد، رئیس سازمان آب گفت: آب هست. وی افزود: برق هست.",
            ["رئیس سازمان آب"] * 2,
        ),
        ("در پاسخ به بهرام رایان، وزیر نیرو گفت: آب هست.", ["وزیر نیرو"]),
        # Whom the narrator told to be what speaks next, and other words for one office.
        (
            (
                "«بهرام گهرخانی» به عنوان مدیرعامل جدید باشگاه ساحل معرفی شد. "
                "مدیرعامل جدید باشگاه ساحل گفت: آب هست. به گفته گهرخانی، برق هست."
            ),
            ["بهرام گهرخانی", "بهرام گهرخانی"],
        ),
        (
            "بهرام رایان رئیس کل دادگستری استان گفت: آب هست.\nمقام عالی قضائی استان گفت: برق هست.",
            ["بهرام رایان", "بهرام رایان"],
        ),
        (
            "بهرام رایان مدیرعامل شرکت راه آهن گفت: آب هست.\nمدیرعامل راه‌آهن گفت: برق هست.",
            ["بهرام رایان", "بهرام رایان"],
        ),
        (
            "بهرام رایان معاون سیاسی وزارت کشور گفت: آب هست.\nمعاون وزیر کشور گفت: برق هست.",
            ["بهرام رایان", "بهرام رایان"],
        ),
        (
            "عضو کمیسیون عمران مجلس: آب هست\nبهرام رایان، نماینده تویسرکان گفت: برق هست.",
            ["بهرام رایان", "بهرام رایان"],
        ),
        # «مرد» is nobody who is named elsewhere.
        (
            "مرد گفت: «آب هست.»\nبهرام رایان گفت: «برق هست.»\nمرد گفت: «نان هست.»\nرایان گفت: «بس است.»",
            ["مرد", "بهرام رایان", "مرد", "بهرام رایان"],
        ),
        # A person after the body that reports or that is cited, without a comma.
        (
            "به گزارش روابط عمومی شورای شهر نوش‌رود مهندس رایان در جمع مردم گفت: آب هست. وی افزود: برق هست.",
            ["مهندس رایان", "مهندس رایان"],
        ),
        (
            "به گزارش پگاه به نقل از مرکز اسناد نوش‌رود حجت‌الاسلام بهرام رایان در کتاب خود گفت: آب هست.",
            ["بهرام رایان"],
        ),
        ("به گزارش پگاه به نقل از ستاد خبری همایش باران بهرام رایان، افزود: آب هست.", ["بهرام رایان"]),
        # Who stands after a land's name, or before a court, in a phrase without a comma.
        (
            "بهرام رایان گفت: آب هست.\nدر پی سقوط پهپاد در آسمان کشورمان رئیس‌جمهور عمان گفت که جنگ نمی‌شود.",
            ["بهرام رایان", "رئیس‌جمهور عمان"],
        ),
        (
            "پگاه نوشت: آب هست.\nبر اساس آگاهی عمان یک مقام ایرانی به همکارانش گفته بود که نان هست.",
            ["پگاه", "یک مقام ایرانی"],
        ),
        (
            "بهرام رایان گفت: آب هست.\nدر جنگ عمان سخنگوی ارتش قطر در قشم با بیان اینکه نان هست، گفت: بس.",
            ["بهرام رایان", "سخنگوی ارتش قطر", "سخنگوی ارتش قطر"],
        ),
        (
            "بهرام رایان گفت: آب هست.\nدر ساعت‌های پایانی دیروز یک منبع در دولت عمان گفت: «نان هست.»",
            ["بهرام رایان", "یک منبع در دولت عمان"],
        ),
        (
            "قاضی رایان گفت: آب هست.\nدر آخرین جلسه دادگاه نماینده دادستان خطاب به مردم گفت: نان هست.",
            ["رایان", "نماینده دادستان"],
        ),
        ("«آب هست.» این را مدیرعامل فولاد بندر، بهرام رایان، دیروز گفت.", ["بهرام رایان"]),
        # The full name that the narrator gives: a given name that is a word elsewhere, a surname that is one.
        ("جشن به دبیری پوران درخشنده برگزار شد.\nدرخشنده گفت: آب هست.", ["پوران درخشنده"]),
        ("با حضور مهران تیشه‌گران پل باز شد.\nتیشه‌گران گفت: آب هست.", ["مهران تیشه‌گران"]),
        ("بر سر سردار تیشه‌گران سخن رفت.\nتیشه‌گران گفت: آب هست.", ["تیشه‌گران"]),
        ("به گزارش خبرنگار ما مسعود مقدس رئیس بندر گفت: آب هست.", ["مسعود مقدس"]),
        # Who answers is not who asked him, and «همتای ترک او» is of Turkey.
        (
            "بهرام رایان خطاب به شهردار گفت: آب هست؟\nشهردار پاسخ داد: هست.\nرایان گفت: نیست.",
            ["بهرام رایان", "شهردار", "بهرام رایان"],
        ),
        (
            (
                "وزیر راه ایران گفت: آب هست. وزیر راه ترکیه نیز گفت: نان هست. وزیر راه ایران افزود: بس است.\n"
                "همتای ترک او گفت: برق هست."
            ),
            ["وزیر راه ایران", "وزیر راه ترکیه", "وزیر راه ایران", "وزیر راه ترکیه"],
        ),
        ("در پی حمله به بندر سمنان سخنگوی ارتش عمان گفت: آب هست.", ["سخنگوی ارتش عمان"]),
        # Of whom the narrator told by a title, the governor's other titles, a seat of the people of a town.
        (
            (
                "مدیر کارگاه بندر به شهر رفت.\nبهرام رایان، نجار، گفت: آب هست.\nرایان افزود: نان هست.\n"
                "مدیر کارگاه بندر همچنین گفت: برق هست."
            ),
            ["بهرام رایان"] * 3,
        ),
        (
            "بهرام رایان استاندار زاگرس گفت: آب هست.\nنماینده ارشد دولت در استان زاگرس افزود: نان هست.",
            ["بهرام رایان"] * 2,
        ),
        (
            "عضو کمیسیون عمران مجلس گفت: آب هست.\nبهرام رایان نماینده مردم میانه افزود: نان هست.",
            ["بهرام رایان"] * 2,
        ),
        # No sentence of the narrator's ends in what is quoted in it.
        (
            "بهرام رایان با اشاره به سخن وزیر عمان که گفته «آب هست؟ ما نداریم» گفت: نان هست.",
            ["وزیر عمان", "بهرام رایان"],
        ),
        (
            "بهرام رایان با اشاره به سخن وزیر عمان که گفته «آب هست. ما نداریم.» گفت: نان هست.",
            ["وزیر عمان", "بهرام رایان"],
        ),
        # Nobody has spoken yet.
        ("افزود: آب هست.", ["unknown"]),
    ],
)
def test_one_name_a_person(text: str, names: list[str]) -> None:
    spoken = [q.speaker.name if q.speaker else "unknown" for q in analyze(text).quotations]
    assert spoken == names


def test_the_name_of_a_known_person_is_no_verb() -> None:
    _, keys, flags = read(analyze("دریادار برد کوپر رفت و بندر را برد.").tokens)
    assert [i for i, key in enumerate(keys) if key == "برد" and i in verbs_of(keys, flags)] == [7]


@pytest.mark.parametrize(
    ("text", "cue", "lemma", "cls", "polarity"),
    [
        ("وزیر نیرو گفت: سدها پر است.", "گفت", "گفتن", "state", "assertion"),
        ("وزیر نیرو بیان داشت: سدها پر است.", "بیان داشت", "بیان داشتن", "state", "assertion"),
        ("وزیر نیرو تأکید کرد: سدها پر است.", "تأکید کرد", "تأکید کردن", "stress", "assertion"),
        ("وزیر نیرو متذکر شد: سدها پر است.", "متذکر شد", "متذکر شدن", "stress", "assertion"),
        ("وزیر نیرو می‌افزاید: سدها پر است.", "می‌افزاید", "افزودن", "add", "assertion"),
        ("وزیر نیرو ادامه داد: سدها پر است.", "ادامه داد", "ادامه دادن", "add", "assertion"),
        ("وزیر نیرو هشدار داد که سد خالی است.", "هشدار داد", "هشدار دادن", "warn", "assertion"),
        ("وزیر نیرو تکذیب کرد که سد خالی باشد.", "تکذیب کرد", "تکذیب کردن", "deny", "denial"),
        ("وزیر نیرو خبر پگاه مبنی بر اینکه سد خالی است را رد کرد.", "رد کرد", "رد کردن", "deny", "denial"),
        ("وزیر نیرو از مردم خواست که صبر کنند.", "خواست", "خواستن", "ask", "assertion"),
        ("وزیر نیرو پرسید: سد پر است؟", "پرسید", "پرسیدن", "ask", "assertion"),
        ("وزیر نیرو وعده داد که سد پر شود.", "وعده داد", "وعده دادن", "promise", "assertion"),
        ("وزیر نیرو قول داد که سد پر شود.", "قول داد", "قول دادن", "promise", "assertion"),
        ("وزیر نیرو سدها را شاهکار خواند.", "خواند", "خواندن", "evaluate", "assertion"),
        ("وزیر نیرو سدها را شاهکار توصیف کرد.", "توصیف کرد", "توصیف کردن", "evaluate", "assertion"),
        ("وزیر نیرو معتقد است که سدها پر است.", "معتقد است", "معتقد بودن", "believe", "assertion"),
        ("به باور وزیر نیرو، سدها پر است.", "به باور", "به باور", "believe", "assertion"),
        ("وزیر نیرو نوشت: سدها پر است.", "نوشت", "نوشتن", "write", "assertion"),
        ("در نامه وزیر نیرو آمده است: سد پر است.", "آمده است", "آمده بودن", "document", "assertion"),
        ("روزنامه پگاه از قول وزیر نیرو نوشت: سدها پر است.", "از قول", "نوشتن", "write", "assertion"),
        ("ادعای شهرداری: سد پر است.", "ادعای", "ادعا کردن", "state", "assertion"),
        ("هشدار شهرداری: سد پر است.", "هشدار", "هشدار دادن", "warn", "assertion"),
        ("تسنیم به نقل از شهرداری: سد پر است.", "به نقل از", "به نقل از", "state", "assertion"),
    ],
)
def test_cue_its_lemma_class_and_polarity(text: str, cue: str, lemma: str, cls: str, polarity: str) -> None:
    (found,) = analyze(text).quotations
    assert (found.cue and found.cue.text, found.cue_lemma, found.cue_class, found.polarity) == (
        cue, lemma, cls, polarity,
    )  # fmt: skip


def check_spans(document: Document) -> None:
    last = 0
    for quotation in document.quotations:
        spans = (quotation, quotation.cue, quotation.mention, quotation.addressee)
        for span in (span for span in spans if span is not None):
            assert document.text[span.start : span.end] == span.text
        assert quotation.start >= last
        assert quotation.text.strip() == quotation.text != ""
        assert 0 <= quotation.confidence <= 1
        last = quotation.end


WORDS = [
    *[
        "وی",
        "گفت",
        ":",
        "افزود",
        "که",
        "«",
        "»",
        '"',
        "و",
        "،",
        ".",
        "؟",
        "!",
        "\n",
        "را",
        "خواند",
        "به",
        "گفته",
        "با",
        "بیان",
        "اینکه",
        "آمده",
        "است",
        "رئیس",
        "مجلس",
        "آقای",
    ],
    *[
        "علی",
        "رضایی",
        "کرد",
        "تأکید",
        "اعلام",
        "ایران",
        "این",
        "در",
        "بیانیه",
        "(",
        ")",
        "•",
        "🔹",
        "۱۲",
        "www.a.ir",
        "نقل",
        "از",
        "او",
        "ایشان",
        "می",
        "گوید",
        "ما",
    ],
]


@given(st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))
def test_spans_hold_on_any_words(text: str) -> None:
    check_spans(analyze(text))


@given(st.text(max_size=80))
def test_spans_hold_on_any_string(text: str) -> None:
    check_spans(analyze(text))


def retyped(text: str, letters: dict[str, str]) -> tuple[str, list[int]]:
    """The text typed another way, and where each code point went."""
    pieces = [letters.get(letter, letter) for letter in text]
    places = [0]
    for piece in pieces:
        places.append(places[-1] + len(piece))
    return "".join(pieces), places


@pytest.mark.parametrize(
    "letters",
    [{"\u200c": ""}, {"\u200c": " "}, {"ی": "ي", "ک": "ك"}, {"ی": "ى", "ه": "ہ"}],
    ids=["half-spaces lost", "half-spaces as spaces", "Arabic letters", "other letters"],
)
def test_quotations_do_not_depend_on_typing(letters: dict[str, str]) -> None:
    lines = (HERE.parent / "samples" / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    for text in (json.loads(line)["text"] for line in lines):
        typed, places = retyped(text, letters)
        expected = [(places[q.start], places[q.end], q.kind, q.form) for q in analyze(text).quotations]
        assert [(q.start, q.end, q.kind, q.form) for q in analyze(typed).quotations] == expected


def test_the_same_text_gives_the_same_quotations() -> None:
    text = (HERE.parent / "samples" / "leader-meeting.txt").read_text(encoding="utf-8")
    assert analyze(text).quotations == Analyzer(QUOTATIONS)(text).quotations


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared gold is not beside this checkout")
def test_founding_release_colons_exact() -> None:
    lines = (SHARED / "gold" / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    gold = next(row for row in map(json.loads, lines) if row["id"] == "leader-2020-iraq")
    document = analyze(gold["text"])
    colons = [q for q in document.quotations if q.form == "colon"]
    entities = {(q["start"], q["end"]): q["entity"] for q in gold["quotes"]}
    assert len(colons) == 17
    speakers = {(q.speaker.name if q.speaker else "", entities.get((q.start, q.end))) for q in colons}
    assert speakers == {("حضرت آیت الله خامنهای", "E1"), ("مصطفی الکاظمی", "E2")}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("وزیر نیروی عمان، مهرادوف، گفت سد پر است.\nرایان گفت پل باز است.", ["مهرادوف", "رایان"]),
        (
            "فرزند بهرام رایان، رئیس سد، گفت که پدرش رفت.\nرایان گفت سد پر است.",
            ["فرزند بهرام رایان", "بهرام رایان"],
        ),
        (
            "نتانیاهو: سد پر است\nمشاور نخست وزیر اسرائیل:\n🔹\nپل باز است.\n@pagah",
            ["بنیامین نتانیاهو", "مشاور نخست وزیر اسرائیل"],
        ),
        ("سناتور: سد پر است\nرایان: پل باز است\n@pagah", ["سناتور", "رایان"]),
    ],
)
def test_who_is_told_of_beside_a_name_is_another(text: str, names: list[str]) -> None:
    speakers = (quotation.speaker for quotation in analyze(text).quotations)
    assert [speaker.name if speaker else None for speaker in speakers] == names
