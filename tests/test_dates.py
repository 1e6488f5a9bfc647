"""Days as they are written, and the datelines by which a document dates itself."""

import contextlib
from datetime import UTC, date, datetime, timedelta

import pytest
from hijridate import Hijri
from hypothesis import given
from hypothesis import strategies as st

from persian_speech import analyze
from persian_speech.data import rows
from persian_speech.errors import PersianSpeechError
from persian_speech.text.dates import day_in_name, find_date, in_words, jalali, parse_date
from persian_speech.text.relative import day_told

DAYS = {
    "2020-07-21": "2020-07-21",
    "2020/7/21": "2020-07-21",
    "1399-05-01": "2020-07-22",
    "1399/5/1": "2020-07-22",
    "1399.05.01": "2020-07-22",
    "13990501": "2020-07-22",
    "۱۳۹۹۰۵۰۱": "2020-07-22",
    "20200722": "2020-07-22",
    "۱۳۹۹/۰۵/۰۱": "2020-07-22",
    "١٣٩٩/٥/١": "2020-07-22",
    "۱/۵/۱۳۹۹": "2020-07-22",
    "۳۱ تیر ۱۳۹۹": "2020-07-21",
    "٣١ تير ١٣٩٩": "2020-07-21",
    "۳۱ تیرماه ۱۳۹۹": "2020-07-21",
    "۳۱ تیر‌ماه سال ۱۳۹۹": "2020-07-21",
    "۳/مهر/۱۳۹۹": "2020-09-24",
    "سی‌ویکم تیر ۱۳۹۹": "2020-07-21",
    "سی و یکم تیر ۱۳۹۹": "2020-07-21",
    "سی‌ام شهریور ۱۳۹۹": "2020-09-20",
    "اول مهر ۱۳۹۹": "2020-09-22",
    "بیست و پنجم آذرماه ۱۳۹۹": "2020-12-15",
    "دوشنبه ۱۲ مرداد ۱۴۰۵": "2026-08-03",
    "سه‌شنبه، ۳۱ تیر ۱۳۹۹ - ساعت ۰۹:۳۰": "2020-07-21",
    "۵ سنبله ۱۴۰۵ خورشیدی": "2026-08-27",
    "۱ حمل ۱۴۰۰": "2021-03-21",
    "۲۱ ژوئیه ۲۰۲۰": "2020-07-21",
    "۲۱ جولای ۲۰۲۰ میلادی": "2020-07-21",
    "21 July 2020": "2020-07-21",
    "21st July, 2020": "2020-07-21",
    "July 21, 2020": "2020-07-21",
    "Tuesday, 21 Jul 2020": "2020-07-21",
    "Tue, 21 Jul 2020 09:30:00 GMT": "2020-07-21",
    "Tue, 21 Jul 2020 09:30:00 +0330": "2020-07-21",
    "2020-07-21T09:30:00+03:30": "2020-07-21",
    "2020-07-21T06:00:00.000Z": "2020-07-21",
    "۳۰ اسفند ۱۳۹۹": "2021-03-20",
    "۳۱ تیر ۱۳۹۹ برابر با ۲۱ ژوئیه ۲۰۲۰": "2020-07-21",
    "یکم مرداد هزار و سیصد و نود و نه": "2020-07-22",
    "۱ مرداد یک هزار و چهارصد و پنج": "2026-07-23",
    "بیست و دوم ژوئیه دو هزار و بیست": "2020-07-22",
    "دهم ذی‌الحجه ۱۴۴۱": "2020-07-31",
    "۹ محرم الحرام ۱۴۴۲ هجری قمری": "2020-08-28",
    "۲۹ ذی‌القعده ۱۴۴۱ برابر با ۳۱ تیر ۱۳۹۹": "2020-07-21",
}
NO_DAYS = (
    *("", "امروز", "1399", "2020-07", "تیر ۱۳۹۹", "۳۱ تیر", "1399-13-01", "1399-00-10", "2020-02-30"),
    *("۳۰ اسفند ۱۴۰۰", "۳۱ مهر ۱۳۹۹", "0000-01-01", "03/04/2020", "۲۱ تیر ۲۰۲۰", "۲۱ ژوئیه ۱۳۹۹"),
    *(
        "سی‌ام صفر ۱۹۴۲",
        "1399-05-01 1399-05-02",
        "13991301",
        "139905010",
        "1595412000",
        "در ۳۱ تیر ۱۳۹۹ رفت",
        "1399-05-0122",
    ),
)
DATELINES = {
    "تهران - ۳۱ تیر ۱۳۹۹\nوزیر نیرو گفت: آب بس است.": "2020-07-21",
    "تهران ـ ۳۱ تیر ۱۳۹۹ ـ وزیر نیرو گفت: آب بس است.": "2020-07-21",
    "گرگان، دوشنبه ۲ مهر ۱۳۹۷": "2018-09-24",
    "کابل – ۵ سنبله ۱۴۰۵ – سخنگوی شاروالی گفت سرک باز است.": "2026-08-27",
    "تهران، پیک نیمروز، ۳۱ تیر ۱۳۹۹ - وزیر نیرو گفت: آب بس است.": "2020-07-21",
    "تهران، ۳۱ تیر ۱۳۹۹: وزیر نیرو گفت: آب بس است.": "2020-07-21",
    "تاریخ: ۱۳۹۹/۰۵/۰۱": "2020-07-22",
    "شماره: ۴۱۲/ک تاریخ: ۱۳۹۸/۰۷/۱۵ پیوست: ندارد": "2019-10-07",
    "کد خبر: ۸۳۸۷ | تاریخ انتشار: ۲۱ اردیبهشت ۱۴۰۵ - ۰۹:۳۰ | گروه: سیاسی": "2026-05-11",
    "دوشنبه ۱۲ مرداد ۱۴۰۵": "2026-08-03",
    "(۱۴۰۵/۰۲/۲۱ - ۰۹:۳۰)": "2026-05-11",
    "🗓 ۲۸ تیر ۱۴۰۲": "2023-07-19",
    "**دوشنبه ۱۳ دی ۱۴۱۲** | گروه سیاست خارجی": "2034-01-02",
    "سرخط خبرهای چهارشنبه ۱۵ آذر ۱۴۰۲": "2023-12-06",
    "۳۱ تیر ۱۳۹۹ برابر با ۲۱ ژوئیه ۲۰۲۰ و ۲۹ ذی‌القعده ۱۴۴۱": "2020-07-21",
    "رئیس دانشگاه عصر امروز (سه‌شنبه، ۳۱ تیر ۱۳۹۹) در دیدار استادان گفت: خوش آمدید.": "2020-07-21",
    "به گزارش پیک بام، سخنگو روز یکشنبه ۹ تیر ۱۳۹۸ در جمع خبرنگاران گفت: آب بس است.": "2019-06-30",
    "بسمه تعالی\n" + "بند نامه.\n" * 40 + "مهران پارسا\n۳۱/تیر/۱۳۹۹": "2020-07-21",
    "تیتر خبر\n\n\r\n31 تیر 1399\r\nمتن خبر": "2020-07-21",
    "Tehran, 21 July 2020 - The minister spoke.": "2020-07-21",
}
NO_DATELINES = (
    "",
    "در تاریخ ۱۳۹۹/۰۵/۰۱ هیئت دولت تشکیل جلسه داد.",
    "وی گفت ثبت‌نام از ۳۱ تیر ۱۳۹۹ آغاز می‌شود.",
    "۳۱ تیر ۱۳۹۹ - ۲ مرداد ۱۳۹۹",  # a span of days
    "۱ فروردین ۱۳۹۹\nباران آمد.\n۵ فروردین ۱۳۹۹\nبرف آمد.",  # a chronicle
    "تاریخ تولد: ۱۳۳۰/۱/۱",
    "متولد ۱ فروردین ۱۳۳۰",
    "آخرین به‌روزرسانی: ۳۱ تیر ۱۳۹۹",
    "تهران - تیر ۱۳۹۹",
    "۱۴۴۱/۱۱/۲۹",  # the lunar year, not 2062
    "به گزارش ما، سخنگو روز شنبه ۹ تیر ۱۳۹۸ در جمع خبرنگاران گفت: نه.",  # it was a Sunday
    "به گزارش ما، جشنواره روز یکشنبه ۹ تیر ۱۳۹۸ گشایش می‌یابد.",
    "مهران پارسا، (۱۹ دی ۱۴۰۴): آب بس است.",
    "الف\n" * 6 + "۳۱ تیر ۱۳۹۹\n" + "ب\n" * 9,  # neither first nor last
)


@pytest.mark.parametrize(("written", "day"), DAYS.items())
def test_a_day_is_read(written: str, day: str) -> None:
    assert parse_date(written) == date.fromisoformat(day)


@pytest.mark.parametrize(
    "told", [date(2020, 7, 22), datetime(2020, 7, 22, 9, 30, tzinfo=UTC), "۱ مرداد ۱۳۹۹"]
)
def test_a_text_is_of_the_day_that_is_told_however(told: date | str) -> None:
    document = analyze("وزیر نیرو گفت: سدها پر است.", date=told)
    assert (document.date, document.quotations[0].mention_form) == (date(2020, 7, 22), "title")
    assert type(document.date) is date


def test_a_text_is_of_no_day_that_is_none() -> None:
    with pytest.raises(PersianSpeechError, match="'1399' is no day"):
        analyze("سدها پر است.", date="1399")


@pytest.mark.parametrize("written", NO_DAYS)
def test_what_is_no_whole_day_is_refused_in_one_line(written: str) -> None:
    with pytest.raises(PersianSpeechError, match="is no day; write 1399-05-01") as refused:
        parse_date(written)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("row", rows("months"), ids=lambda row: row["month"])
def test_every_month_of_the_table_is_read(row: dict[str, str]) -> None:
    year = {"jalali": 1399, "gregorian": 2020, "lunar": 1441}[row["calendar"]]
    told = parse_date(f"۱۰ {row['month']} {year}")
    if row["calendar"] == "lunar":
        assert told == Hijri(year, int(row["number"]), 10).to_gregorian()
    else:
        assert told == parse_date(f"{year}/{row['number']}/10")


@pytest.mark.parametrize("row", rows("days"), ids=lambda row: row["day"])
def test_every_day_in_words_is_read(row: dict[str, str]) -> None:
    assert parse_date(f"{row['day']} تیر ۱۳۹۹") == parse_date(f"1399/4/{row['number']}")


@pytest.mark.parametrize(("text", "day"), DATELINES.items())
def test_a_dateline_dates_its_document(text: str, day: str) -> None:
    assert find_date(text) == date.fromisoformat(day)


@pytest.mark.parametrize("text", NO_DATELINES)
def test_other_dates_date_nothing(text: str) -> None:
    assert find_date(text) is None


@pytest.mark.parametrize("day", ["2020-07-22", "2025-03-20", "2025-03-21"])
def test_the_jalali_day_is_told_in_iso_manner(day: str) -> None:
    told = {"2020-07-22": "1399-05-01", "2025-03-20": "1403-12-30", "2025-03-21": "1404-01-01"}
    assert jalali(date.fromisoformat(day)) == told[day]


@given(st.dates(date(1700, 1, 1), date(2199, 12, 31)))
def test_a_day_survives_both_calendars(day: date) -> None:
    assert parse_date(jalali(day)) == parse_date(day.isoformat()) == day


@given(
    st.dates(date(1850, 1, 1), date(2050, 12, 31)), st.sampled_from(["تهران - {}", "تاریخ: {}", "{}\nمتن"])
)
def test_every_day_can_stand_in_a_dateline(day: date, line: str) -> None:
    assert find_date(line.format(jalali(day))) == day


@given(st.text(alphabet=st.sampled_from("۱۲۳۰123/-.:،()| \n¤تیرمهراد"), max_size=80))
def test_no_line_breaks_the_search(text: str) -> None:
    found = find_date(text)
    assert found is None or date(1850, 1, 1) <= found < date(2053, 1, 1)
    with contextlib.suppress(PersianSpeechError):
        assert parse_date(text) - date(1, 1, 1) >= timedelta(0)


NAMES = {
    "1399-05-01-budget.txt": "2020-07-22",
    "reports/2020-07-22_x.html": "2020-07-22",
    "13990501.txt": "2020-07-22",
    "news-13990501-3.md": "2020-07-22",
    "۱۳۹۹-۰۵-۰۱.txt": "2020-07-22",
    "1399/05/01/a.txt.gz": "2020-07-22",
    "1398-01-01/report_20200722.txt": "2020-07-22",
    "posts.jsonl#2026-04-26-1014": "2026-04-26",
    "isna-98043015.txt": None,
    "isna13990501.txt": None,
    "139905011200.txt": None,
    "1399-13-01.txt": None,
    "1399-05.txt": None,
    "1441-11-29.txt": None,
    "a.txt": None,
}
ON = date(2020, 7, 21)  # a Tuesday, 31 Tir 1399
TOLD = {
    "امروز": ("2020-07-21", None),
    "امروز (سه‌شنبه)": ("2020-07-21", None),
    "امروز (دوشنبه)": ("2020-07-20", None),  # printed on the next day
    "امروز (جمعه)": (None, None),
    "دیروز": ("2020-07-20", None),
    "پس‌فردا": ("2020-07-23", None),
    "عصر دیروز": ("2020-07-20", None),
    "روز دوشنبه": ("2020-07-20", None),
    "سه شنبه": ("2020-07-21", None),
    "سه‌شنبه گذشته": ("2020-07-14", None),
    "سه‌شنبه آینده": ("2020-07-28", None),
    "سه‌شنبه هفته آینده": (None, None),
    "هفته گذشته": (None, None),
    "اول مرداد": ("2020-07-22", None),
    "بیست و دوم شهریورماه": ("2020-09-12", None),
    "۲۲ بهمن": (None, None),  # long past, or long to come
    "۳۰ تیر": ("2020-07-20", None),
    "۷ تیر": (None, None),  # what happened on that day of 1981
    "۱۰ محرم": ("2020-08-29", None),
    "۱ اوت": ("2020-08-01", None),
    "تیر ۱۳۹۹": (None, None),
    "۳۰ تیر ۱۳۹۹": ("2020-07-20", "2020-07-20"),
    "امروز (سه‌شنبه) ۳۱ تیر ۱۳۹۹": ("2020-07-21", "2020-07-21"),
    "۳ تا ۵ تیر ۱۳۹۹": (None, None),
    "۳۰ تیر سال ۹۹": ("2020-07-20", "2020-07-20"),
    "دوم مهر ۰۲": ("2023-09-24", "2023-09-24"),
    "۲ ژوئیه ۰۲": (None, None),
}


@pytest.mark.parametrize(("name", "day"), NAMES.items())
def test_a_file_is_dated_by_its_name(name: str, day: str | None) -> None:
    assert day_in_name(name) == (date.fromisoformat(day) if day else None)


@pytest.mark.parametrize(("words", "days"), TOLD.items())
def test_an_expression_tells_a_day(words: str, days: tuple[str | None, str | None]) -> None:
    found = (day_told(words, ON), day_told(words, None))
    assert found == tuple(date.fromisoformat(day) if day else None for day in days)


def test_what_may_mean_these_times_or_is_to_come_tells_none() -> None:
    assert day_told("امروز", ON, figurative=True) is None
    assert day_told("دیروز", ON, figurative=True) == date(2020, 7, 20)
    assert day_told("روز دوشنبه", ON, ahead=True) is None


@given(st.dates(date(1925, 4, 1), date(2050, 12, 31)))
def test_a_day_in_words_is_read_again(day: date) -> None:
    assert parse_date(in_words(day)) == day_told(in_words(day), None) == day


@given(st.text(alphabet=st.sampled_from("روزشنبهدیامتگ ۱۲۳()،ه"), max_size=40), st.dates(date(1990, 1, 1)))
def test_no_expression_breaks_the_calendar(words: str, day: date) -> None:
    day_told(words, day)
