"""Rules for durations, sets, times of day and words that only point to the present, the past or the future."""

from __future__ import annotations

import re

from onrecord.model import TimeType
from onrecord.reading import times_words as words
from onrecord.reading.calendar import SEASONS, Grain, containing
from onrecord.reading.times_relative import reach
from onrecord.reading.times_scene import Found, Rule, Scene, at_clock, dated, part, rule
from onrecord.reading.times_words import ABOUT, MONTH, QUANTITY, SEASON, UNIT, WEEKDAY, WEEKDAY_NAME, S

BACK = ("last", "past", "previous", "preceding")
AHEAD = ("next", "coming", "following")
_SIDE = words.any_of((*BACK, *AHEAD, "first", "final", "latest", "early", "opening"))
_BARE_CUES = ("for", "in", "within", "after", "of", "over", "take", "takes", "took", "last", "lasted", "lasting")
_OVER_THE = ("over the", "down the")
"""The same, of years that aren't counted: "over the years, many have left"."""
_REFERENCE = {word: timex for timex, listed in words.REFERENCES.items() for word in listed}
SMALLER = {"P{}Y": ("P{}M", 12), "PT{}H": ("PT{}M", 60), "P{}D": ("PT{}H", 24), "PT{}M": ("PT{}S", 60)}
"""What half a year, hour, day or minute is counted in."""
NEAR = 150
"""How far back, in characters, "in the evening" finds its day."""
_CLAUSE_END = re.compile(r"\s*(?:[.,;:!?)\"'”’]|$|(?:and|with|to|before|after|at|on|when|as|but|by|for)\b)")
# "The weekly Der Beobachter" is a paper.
_PAPER = re.compile(r"\s[A-Z]\w+")
_FLOW = re.compile(r"(?i:current)(?=[.,;:]|\s(?:of|in|that|which|from|to)\b)")
"""A current of water, not of time."""
_AGE = re.compile(r"[-\s]olds?\b")
_SINCE_THEN = re.compile(r"\s+(?:(?:that|which)\s+followed|since)\b")
"""What makes "the years" a length whatever stands before it."""
_PERSON = re.compile(r"[-\s]old\s+(?:son|daughter|boy|girl|baby|infant|child|man|woman|half|brother|sister)")
CLOCK_CUES = ("at", "by", "until", "from", "around", "about", "before", "after", "since", "to", "and")
_ONE_DAY = re.compile(r"(?<!\w)(?i:will|would|may|might|could|can|shall|to)\s+(?i:one\s+day)$")
"""No length but some time to come: "he will one day return"."""
PER = ("times", "time", "once", "twice", "thrice")


def length(count: float | None, unit: str) -> str:
    """The TIMEX3 duration ("P8Y", "PT90M", "PXD" where the number isn't known)."""
    code, _, size = words.UNITS[unit]
    if count is None:
        return words.VAGUE_CODES.get(unit, code.format("X"))
    total = count * size
    if total == int(total):
        return code.format(int(total))
    smaller, factor = SMALLER.get(code, (code, 1))
    return smaller.format(f"{total * factor:g}")


def _duration(match: re.Match[str], scene: Scene) -> tuple[Found, ...]:
    unit = words.singular(match["unit"])
    if _is_no_duration(match, scene):
        return ()
    if _ONE_DAY.search(scene.text[max(0, match.start() - NEAR) : match.end()]):
        return _to_come(match, scene)
    if part(match, "count") in ("a", "an") and _is_rate(match, scene):
        per = scene.before(match.start()).endswith(PER)
        return (Found(*match.span(), TimeType.SET, length(1, unit)),) if per else ()
    return (Found(*match.span(), TimeType.DURATION, length(words.quantity(match["count"]), unit)),)


def _is_no_duration(match: re.Match[str], scene: Scene) -> bool:
    """Ages, fractions ("a quarter"), ordinals ("a second"), programmes ("60 Minutes"), wrong numbers ("a years")."""
    count, form, unit = part(match, "count"), part(match, "unit"), words.singular(match["unit"])
    after = scene.after(match.end())
    if _AGE.match(after) and (unit == "year" or _PERSON.match(after)):
        return True
    if unit == "quarter" and (count.endswith("a") or "-quarters" in match.group(0).lower()):
        return True
    if form == unit:
        return unit == "second" or count == "some" or (count == "half" and unit == "quarter")
    if match["unit"].istitle() and count.isdigit() and not re.match(r"\s[A-Z]", after):
        return True
    return count in ("a", "an")


def _is_rate(match: re.Match[str], scene: Scene) -> bool:
    before = scene.before(match.start(), 3)
    return before.endswith(PER) or bool(re.search(r"[\d$€£%]\S*(?: [a-z]+)?$|percent$|(?:m|b)illion$", before))


def _reaching(match: re.Match[str], scene: Scene) -> tuple[Found, ...]:
    side, unit = match["side"].lower(), words.singular(match["unit"])
    if side == "early" and unit == "hour":
        return ()
    count = words.quantity(match["count"]) if part(match, "count") else None
    _, grain, size = words.UNITS[unit]
    interval = None
    if scene.anchor and count is not None and grain and side in ("last", "past", "next", "coming"):
        interval = reach(scene.anchor, grain, int(count * size) * (-1 if side in BACK else 1))
    return (Found(*match.span(), TimeType.DURATION, length(count, unit), None, interval),)


def _bare(match: re.Match[str], scene: Scene) -> tuple[Found, ...]:
    cued, after = scene.before(match.start()).strip("(\"'`") in _BARE_CUES, scene.after(match.end())
    cued = cued or scene.before(match.start(), 2) in _OVER_THE
    if re.match(r"[-\s]old", after) or not (cued or _SINCE_THEN.match(after)):
        return ()
    return (Found(*match.span(), TimeType.DURATION, length(None, words.singular(match["unit"]))),)


def _and_a_half(match: re.Match[str], _: Scene) -> tuple[Found, ...]:
    return (Found(*match.span(), TimeType.DURATION, length(1.5, words.singular(match["unit"]))),)


def _long(match: re.Match[str], _: Scene) -> tuple[Found, ...]:
    unit = match["unit"].lower()
    return (Found(*match.span(), TimeType.DURATION, length(1 if unit in words.UNITS else None, words.singular(unit))),)


def _the_year(match: re.Match[str], scene: Scene) -> tuple[Found, ...]:
    if re.match(r"\s+(?:ended|ending)\b", scene.after(match.end())):
        return (Found(*match.span(), TimeType.DURATION, "P1Y"),)
    if not scene.anchor or scene.before(match.start()) not in ("for", "of"):
        return ()
    return dated(match.span(), containing(Grain.YEAR, scene.anchor), "")


def _set(match: re.Match[str], _: Scene) -> tuple[Found, ...]:
    span = match.span()
    if match["weekday"]:
        return (Found(*span, TimeType.SET, f"XXXX-WXX-{words.weekday(match['weekday']) + 1}"),)
    if match["month"]:
        return (Found(*span, TimeType.SET, f"XXXX-{words.month(match['month']):02}"),)
    if match["season"]:
        code = SEASONS[words.SEASONS[part(match, "season")]][0]
        return (Found(*span, TimeType.SET, f"XXXX-{code}"),)
    if match["part"]:
        return (Found(*span, TimeType.SET, f"XXXX-XX-XXT{words.DAYPARTS[match['part'].lower()]}"),)
    step = (match["step"] or "").lower()
    count = 2 if step in ("other", "second") else words.quantity(step) if step else 1
    return (Found(*span, TimeType.SET, length(count, words.singular(match["unit"]))),)


def _weekdays(match: re.Match[str], _: Scene) -> tuple[Found, ...]:
    clock = f"T{words.DAYPARTS[part(match, 'part')]}" if part(match, "part") else ""
    return (Found(*match.span(), TimeType.SET, f"XXXX-WXX-{words.weekday(match['weekday']) + 1}{clock}"),)


def _adverb(match: re.Match[str], scene: Scene) -> tuple[Found, ...]:
    word = match.group(0).lower()
    if match.group(0).istitle() and (
        re.match(r"\s[A-Z]", scene.after(match.end())) or scene.before(match.start())[-1:].isalnum()
    ):
        return ()  # a newspaper
    if word == "quarterly" and re.match(r"\s+[a-z]", scene.after(match.end())):
        return ()
    if re.search(r"\d\S*$|percent$", scene.before(match.start())):
        return ()
    if _PAPER.match(scene.text, match.end()) and scene.before(match.start()) == "the":
        return ()
    return (Found(*match.span(), TimeType.SET, words.ADVERB_SETS[word]),)


def _reference(match: re.Match[str], scene: Scene) -> tuple[Found, ...]:
    timex = _REFERENCE[" ".join(match.group(0).lower().split())]
    if timex == "PRESENT_REF" and _FLOW.match(match.group(0) + scene.after(match.end())):
        return ()
    if scene.before(match.start()) == "as" or re.match(r"\s+after\b", scene.after(match.end())):
        return ()
    known = timex == "PRESENT_REF" and scene.anchor
    moment = containing(Grain.DAY, scene.anchor) if known and scene.anchor else None
    return (Found(*match.span(), TimeType.DATE, timex, None, moment.edtf if moment else None),)


def _to_come(match: re.Match[str], _: Scene) -> tuple[Found, ...]:
    """Some time to come, without a date: "he will one day return", "the town's future"."""
    return (Found(*match.span(), TimeType.DATE, "FUTURE_REF"),)


def _clock(match: re.Match[str], scene: Scene) -> tuple[Found, ...]:
    hour, minute = int(match["hour"]), int(part(match, "minute") or 0)
    half = part(match, "half").replace(".", "").replace(" ", "")
    if half == "pm":
        hour = hour % 12 + 12
    elif half:
        hour %= 12
    return _timed(match, scene, f"{hour:02}:{minute:02}") if hour < 25 and minute < 60 else ()


def _short_clock(match: re.Match[str], scene: Scene) -> tuple[Found, ...]:
    again = scene.text[match.start() - 1 : match.start()] == "(" and bool(scene.found) and scene.found[-1].clock
    return () if again and match.start() - scene.found[-1].end < 4 else _clock(match, scene)


def _bare_clock(match: re.Match[str], scene: Scene) -> tuple[Found, ...]:
    return _clock(match, scene) if scene.before(match.start()) in CLOCK_CUES else ()


def _clock_part(match: re.Match[str], scene: Scene) -> tuple[Found, ...]:
    hour = int(match["hour"]) % 12 + (0 if match["part"].lower() == "morning" else 12)
    return _timed(match, scene, f"{hour:02}:{match['minute'] or '00'}")


def _clock_word(match: re.Match[str], scene: Scene) -> tuple[Found, ...]:
    return _timed(match, scene, words.CLOCK_WORDS[part(match, "word")])


def _of_the_day(match: re.Match[str], scene: Scene) -> tuple[Found, ...]:
    """Read "in the evening" as that of the day named last."""
    free = _CLAUSE_END.match(scene.after(match.end()))
    day = scene.latest(Grain.DAY, start=match.start(), within=NEAR) if free else None
    found = dated(match.span("span"), day, "")
    return (at_clock(found[0], words.DAYPARTS[part(match, "part")], match.span("span")),) if day else ()


def _overnight(match: re.Match[str], scene: Scene) -> tuple[Found, ...]:
    return _timed(match, scene, "NI")


def _timed(match: re.Match[str], scene: Scene, clock: str) -> tuple[Found, ...]:
    day = scene.latest(Grain.DAY, start=match.start(), within=200)
    if day is None and scene.anchor:
        day = containing(Grain.DAY, scene.anchor)
    return (at_clock(dated(match.span(), day, "XXXX-XX-XX")[0], clock, match.span()),)


_NO_NOUN = r"\s?[,.;:?!)\"”]|\s(?:and|or|in|away|to|is|was|with|will|for|as|at|on|has|had|but|from)\b"
"""What follows "the boy's future", not "the firm's future earnings"."""
_EVERY = r"(?i:every|each)"
_HALF = r"(?P<half>[AaPp]\.?\s?[Mm]\b\.?)"
_ZONE = r"(?:\s{1,3}(?:GMT|UTC|E[SD]?T|C[SE]?[SD]?T|M[SD]T|P[SD]?T|BST|CEST|CET|IST|local\s{1,3}time))"
RULES: tuple[Rule, ...] = (
    rule(
        rf"(?:{ABOUT}{S})?(?P<count>{QUANTITY})(?:{S}(?i:to|or){S}{QUANTITY})?(?:-|{S})"
        rf"(?:(?i:more|full|consecutive|straight|whole|trading|working|business|long|additional){S})?(?P<unit>{UNIT})"
        rf"(?!-(?i:ago|earlier|end))(?:-(?i:long)\b)?",
        _duration,
    ),
    rule(
        rf"(?:(?i:the|these|those|his|her|its|their|our){S})?(?P<side>{_SIDE}){S}"
        rf"(?:(?:{ABOUT}{S})?(?P<count>{QUANTITY})(?:{S}(?i:to|or){S}{QUANTITY})?{S})"
        rf"(?:(?i:more|full|fiscal|trading|consecutive){S})?(?P<unit>{UNIT})",
        _reaching,
    ),
    rule(
        rf"(?:(?i:the|these|those|his|her|its|their|our){S})?(?P<side>{_SIDE}){S}"
        rf"(?P<unit>(?i:hours|days|weeks|months|years|decades|centuries))",
        _reaching,
    ),
    rule(rf"(?:{ABOUT}{S})?(?i:an?|one){S}(?P<unit>{UNIT}){S}(?i:and{S}a{S}half)", _and_a_half),
    rule(r"(?P<unit>(?i:hour|day|week|month|year|decade|hours|days|weeks|months|years|decades))-(?i:long)", _long),
    rule(r"(?P<unit>(?i:minutes|hours|days|weeks|months|years|decades|centuries|quarters))", _bare),
    rule(rf"(?i:the{S}(?:fiscal{S}|full{S})?year)", _the_year),
    rule(
        rf"{_EVERY}{S}(?:(?P<step>(?i:other|second)|{QUANTITY}){S})?"
        rf"(?:(?P<weekday>{WEEKDAY})|(?P<month>{MONTH})|(?P<season>{SEASON})|(?P<part>{words.any_of(words.DAYPARTS)})"
        rf"|(?P<unit>{UNIT}))",
        _set,
    ),
    rule(rf"(?P<weekday>{WEEKDAY_NAME})s", _weekdays),
    rule(rf"(?P<weekday>{WEEKDAY}){S}(?P<part>(?i:morning|afternoon|evening|night))s", _weekdays),
    rule(words.any_of(words.ADVERB_SETS), _adverb),
    rule(words.any_of(_REFERENCE), _reference),
    rule(rf"(?:(?<=\w['’]s\s)|(?<=\b(?:his|her|its|our)\s)|(?<=\btheir\s))(?i:future)(?={_NO_NOUN})", _to_come),
    rule(rf"(?P<hour>[01]?\d|2[0-4])(?:[:.](?P<minute>[0-5]\d))?\s?{_HALF}{_ZONE}?", _clock),
    rule(rf"(?P<hour>[01]?\d|2[0-4])[:.](?P<minute>[0-5]\d)(?:\s?(?i:hours|hrs|o'clock)|{_ZONE})", _clock),
    rule(rf"(?P<hour>[01]\d|2[0-4]):?(?P<minute>[0-5]\d){_ZONE}", _short_clock),
    rule(r"(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)", _bare_clock),
    rule(r"(?P<hour>1[0-2]|[1-9])\s(?i:o['’]clock)", _clock),
    rule(
        rf"(?P<hour>1[0-2]|[1-9])(?::(?P<minute>[0-5]\d))?{S}(?i:in{S}the){S}(?P<part>(?i:morning|afternoon|evening))",
        _clock_part,
    ),
    rule(rf"(?:12\s)?(?P<word>{words.any_of(words.CLOCK_WORDS)})", _clock_word),
    rule(
        rf"(?i:in|into|during|throughout){S}(?P<span>(?i:the){S}(?P<part>(?i:morning|afternoon|evening)))", _of_the_day
    ),
    rule(r"(?i:overnight)", _overnight),
)
