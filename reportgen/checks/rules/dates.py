"""Dates and words of time."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator

from reportgen.checks.document import Document
from reportgen.checks.rule import Hit, hit, matches, rule
from reportgen.findings import Severity
from reportgen.regexes import regex

_WHEN = r"(?:(?:19|20)\d{2}\s*年|\d{1,2}\s*月|今年|本年|上年|目前|年底|现在)"
_UNTIL = regex(rf"(?:截止到|截止至|截至到|截止)(?=\s*{_WHEN})|截止至今")
_ZERO = regex(r"0(?:(?<!\d0)(?=[1-9]月)|(?<=月0)(?=[1-9]日))")
_NUMBERED_DAY = regex(r"(?<=\d月)(\d{1,2})号(?!楼|线|文|馆|院|令)")
_DATE = regex(r"月\s*(?P<d>\d{1,2})\s*日")
_BEFORE_MONTH = regex(r"(?:(?P<y>(?:19|20)\d{2})\s*年\s*)?(?<!\d)(?P<m>\d{1,2})\s*$")
_SHORT_YEAR = regex(r"[12](?<![\d第近约共满过去来.][12])(?P<y>\d)年(?=度|初|底|末|\d{1,2}月)")
_VAGUE = regex(r"今年|去年|明年|截[至止]目前")
_BARE_YEAR = regex(r"(?:19|20)(?:(?<=荣获..)|(?<=获评..)|(?<=评为..)|(?<=获得..))\d{2}(?=[\u4e00-\u9fff]{2})(?![年届户名个件元份万])")
_DOTTED_DAY = regex(r"(?<=“)(\d{1,2})\.(\d{1,2})(?=[\u4e00-\u9fff]*(?:日|周|月|事件|活动))")
_LEAP_YEAR, _DECEMBER = 2024, 12
_LONGEST_BEFORE = 14
"""Characters that a year and a month take before 月, blanks among them."""


@rule(
    "C131",
    "closing-word-before-date",
    Severity.WARNING,
    zh="日期前用了“{found}”",
    en="{found} before a date",
    hint_zh="改成“截至”：截至某日，是到那一天为止；截止是停止的意思",
    hint_en="write 截至: 截止 means that something ended",
    sign="截止|截至到",
)
def closing_word_before_date(document: Document) -> Iterator[Hit]:
    """截止, 截止到 or 截至到 before a point of time.

    规则: 时间前面用“截至”。
    原因: “截止”是停止，不能带时间；“截至”里已经有“到”的意思。
    Why: 截止 means to end, and 截至 already holds the 到.
    Bad: 截止10月底，共学习13次。
    Bad: 截至到今年10月，举办活动112场。
    Good: 截至10月底，共学习13次；报名截止日期为5月1日，报名于5月1日截止。
    Source: office usage; 现代汉语词典.
    """
    for paragraph, match in matches(document, _UNTIL):
        yield hit(paragraph, match, "截至目前" if match[0].endswith("今") else "截至")


@rule(
    "C132",
    "leading-zero-in-date",
    Severity.WARNING,
    zh="日期的月、日前面多了 0",
    en="a leading zero in a date",
    hint_zh="月、日不编虚位，写成 3月5日",
    hint_en="write 3月5日",
    sign="0[1-9][月日]",
)
def leading_zero_in_date(document: Document) -> Iterator[Hit]:
    """A leading zero before 月 or 日.

    规则: 日期的月、日不编虚位。
    原因: 公文的日期写成 2024年3月5日。
    Why: official documents write 2024年3月5日.
    Bad: 2024年03月05日印发。
    Good: 2024年3月5日印发，2024年10月10日施行。
    Source: GB/T 9704—2012, 7.3.5.4.
    """
    for paragraph, match in matches(document, _ZERO):
        yield hit(paragraph, match, "")


@rule(
    "C133",
    "day-as-number",
    Severity.WARNING,
    zh="日期写成了“{found}”",
    en="a day written as {found}",
    hint_zh="写成“{fix}”",
    hint_en="write {fix}",
    sign=r"月\p{Nd}{1,2}号",
)
def day_as_number(document: Document) -> Iterator[Hit]:
    """A day of the month written with 号.

    规则: 公文的日期用“日”，不用“号”。
    原因: “号”是口语。
    Why: 号 is spoken language.
    Bad: 5月13号举办分享会。
    Good: 5月13日举办分享会，在5号楼召开。
    Source: GB/T 9704—2012, 7.3.5.4.
    """
    for paragraph, match in matches(document, _NUMBERED_DAY, quoted=False):
        yield hit(paragraph, match, f"{match[1]}日")


@rule(
    "C134",
    "no-such-day",
    Severity.ERROR,
    zh="日历上没有“{found}”这一天",
    en="the calendar has no {found}",
    hint_zh="核对日期",
    hint_en="check the date",
    sign=r"月[\s\p{Z}]*\p{Nd}{1,2}[\s\p{Z}]*日",
)
def no_such_day(document: Document) -> Iterator[Hit]:
    """A date that the calendar does not have.

    规则: 日期要真实存在。
    原因: 一定是打错了。
    Why: it is a slip of the keyboard.
    Bad: 2023年2月29日召开会议。
    Bad: 6月31日召开会议。
    Good: 2024年2月29日和6月30日召开会议。
    Source: the calendar.
    """
    for paragraph, match in matches(document, _DATE):
        before = _BEFORE_MONTH.search(paragraph.text, max(0, match.start() - _LONGEST_BEFORE), match.start())
        if before is None:
            continue
        year, month, day = int(before["y"] or _LEAP_YEAR), int(before["m"]), int(match["d"])
        if not 1 <= month <= _DECEMBER or not 1 <= day <= monthrange(year, month)[1]:
            yield hit(paragraph, (before.start(), match.end()))


@rule(
    "C135",
    "short-year",
    Severity.NOTICE,
    zh="年份“{found}”没有写全",
    en="the year {found} is not written in full",
    hint_zh="写四位数，如“20{year}年”",
    hint_en="write four digits, such as 20{year}",
    sign=r"[12]\p{Nd}年(?:[度初底末]|\p{Nd}{1,2}月)",
)
def short_year(document: Document) -> Iterator[Hit]:
    """A year of two digits before 度, 初, 底 or a month.

    规则: 年份要写四位数。
    原因: 两位数的年份会与年数相混。
    Why: two digits may be a number of years.
    Bad: 到23年底全部完成。
    Good: 到2023年底全部完成，10年来、近20年共15年。
    Source: GB/T 15835—2011, 5.1.3.
    """
    for paragraph, match in matches(document, _SHORT_YEAR, quoted=False):
        yield hit(paragraph, match, year=match[0][:2])


@rule(
    "C136",
    "relative-time",
    Severity.NOTICE,
    zh="用了“{found}”，过后看不出是哪一年、哪一天",
    en="{found} does not say when",
    hint_zh="写明年份或日期",
    hint_en="write the year or the date",
    sign="今年|去年|明年|截[至止]目前",
)
def relative_time(document: Document) -> Iterator[Hit]:
    """今年, 去年, 明年 or 截至目前 in a report about a named year, outside quotations.

    规则: 报告里写明年份和日期。
    原因: 年度报告多在第二年印发，“今年”就成了另一年。
    Why: the report on a year is read in the next, when 今年 is another year.
    Bad: 今年共举办53场活动。
    Good: 2023年共举办53场活动，“今年我当家”活动5场，一年来成效明显。
    Source: office usage.
    """
    for paragraph, match in matches(document, _VAGUE, quoted=False):
        yield hit(paragraph, match)


@rule(
    "C137",
    "dot-in-day-of-event",
    Severity.NOTICE,
    zh="用月、日命名的节日、事件写成了“{found}”",
    en="a day that names an event is written {found}",
    hint_zh="月、日之间用间隔号：“{fix}”",
    hint_en="write {fix}",
    sign=r"“\p{Nd}{1,2}\.\p{Nd}",
)
def dot_in_day_of_event(document: Document) -> Iterator[Hit]:
    """A full stop for the middle dot between the month and day of an event's name.

    规则: 用月、日命名的节日、事件，月、日之间用间隔号“·”。
    原因: 下圆点是小数点。
    Why: a full stop reads as a decimal point.
    Bad: 利用“6.29禁毒宣传日”开展宣传。
    Good: 利用“3·8妇女维权周”开展宣传，得分“9.8分”。
    Source: GB/T 15834—2011, 4.14.3.
    """
    for paragraph, match in matches(document, _DOTTED_DAY):
        if int(match[1]) <= 12 and 1 <= int(match[2]) <= 31:
            yield hit(paragraph, match, f"{match[1]}·{match[2]}")


@rule(
    "C138",
    "bare-year",
    Severity.NOTICE,
    zh="“{found}”后面缺“年”字",
    en="年 is missing behind {found}",
    hint_zh="写成“{found}年”",
    hint_en="write {found}年",
    sign=r"(?:荣获|获评|评为|获得)(?:19|20)\p{Nd}{2}\p{Han}",
)
def bare_year(document: Document) -> Iterator[Hit]:
    """A year without 年 between a verb of award and what was awarded, outside quotations.

    规则: 年份后面要写“年”。
    原因: 与别处的写法不一致。
    Why: other years of the text have it.
    Bad: 该队荣获2023全省“先进集体”。
    Good: 该队荣获2023年全省“先进集体”，荣获“2023全省先进集体”，获评2000户。
    Source: GB/T 15835—2011, 5.1.3.
    """
    for paragraph, match in matches(document, _BARE_YEAR, quoted=False):
        yield hit(paragraph, match)
