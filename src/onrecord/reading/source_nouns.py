"""What kind of source a noun stands for: "officials", "a memo", "voters", "the ministry"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.model import SourceKind
from onrecord.reading.outlet_titles import STATIONS, TITLES

# Head nouns by what they are; the first row that has the word wins.
HEADS: tuple[tuple[SourceKind, frozenset[str]], ...] = (
    (SourceKind.LEAK, frozenset("leak leaks wiretap wiretaps intercept intercepts".split())),
    (
        SourceKind.DOCUMENT,
        frozenset(
            "arguments average chapter column comments editorial editorials excerpts film footnote guidance "
            "headline headlines hypothesis inquiry inscription investigation list lists memoir memoirs movie page "
            "pages press-release projection projections ranking rankings regulation regulations remarks research "
            "series show simulation spot spreadsheet tally test tests version vote account accounts ad ads "
            "advertisement advisory affidavit agenda agreement amendment analysis article articles audit bill "
            "biography blog book brief bulletin calls cable cables chart clip communique communiqué complaint "
            "constitution contract conclusion conclusions copy data database decree dispatch document documents "
            "dossier draft email emails e-mail e-mails entry essay estimate estimates evidence excerpt figures "
            "file files filing filings findings footage forecast forecasts graph guidelines image imaging images "
            "indictment interview interviews invitation itinerary judgment law laws lawsuit lawsuits legislation "
            "letter letters literature log manifesto map memo memorandum memos message messages minutes motion "
            "motto note notes notice notices order ordinance paper papers passage petition photo photos plan "
            "plans platform policy post posts prediction profile proposal publication reading readings record "
            "recording recordings records register release releases reply report reports request resolution "
            "response results review ruling rules rumours rumors schedule script sign signs slide slides song "
            "speech statement statements statistics statute story stories studies study subpoena suit summary "
            "sheet audio "
            "tape tapes testimony text texts tracker transcript transcripts treaty tweet tweets update verdict "
            "video videos warrant website".split()
        ),
    ),
    (
        SourceKind.PUBLIC,
        frozenset(
            "americans audience audiences blacks everyone evangelicals generation hispanics independents latinos "
            "motorists nobody shoppers whites poll polls polling survey surveys voters electorate electorates "
            "public respondents citizens americans percent millennials youth minorities netizens consumers "
            "taxpayers households majority women men people parents readers viewers populace".split()
        ),
    ),
    (
        SourceKind.OUTLET,
        frozenset(
            "newspaper newspapers daily weekly broadcaster broadcasters magazine magazines station channel "
            "journal journals network networks media press outlet outlets news tabloid tabloids newswire".split()
        ),
    ),
    (
        SourceKind.ORGANISATION,
        frozenset(
            "archive body camp camps channels cities city clinic clubs colleges countries county counties "
            "developer districts enforcement enterprise establishment exchange federations foundations islands "
            "laboratory library management nations nonprofit operator parishes province publisher publishers "
            "rebels supplier syndicate taskforce theater theatre think-tanks town towns unit wing workshop "
            "academy administration agencies agency airline airlines alliance army assembly association "
            "associations authority bank banks bench board brand bureau business businesses cabinet campaign "
            "campaigns center centre chancellery charities charity church club college colleges command "
            "commission committee committees companies company congress consortium corporation council country "
            "coalition court courts delegation department departments directorate embassy employer faction "
            "federation firm firms force forces foundation fund gop government governments group groups "
            "headquarters hospital house industry institute institution kremlin leadership league legislature "
            "maker manufacturer manufacturers military ministries ministry monarchy movement museum museums "
            "nation navy ngo ngos office opposition organisation organisations organization organizations pac "
            "pacs palace panel parliament parties party pentagon prefecture presidency producer regime retailer "
            "school schools secretariat senate service services society state states store think-tank ticket "
            "tribunal troika union unions university universities watchdog".split()
        ),
    ),
    (
        SourceKind.OFFICIAL,
        frozenset(
            "archbishop attaché auditor cardinal committeeman comptroller constable consul counsel curator "
            "democrat firefighters guards imam marshals patriarch personnel pope ranger rangers registrar "
            "republican senator-elect soldiers superdelegate superdelegates supervisor supervisors treasurers "
            "troops trooper troopers trustees warden administrator administrators admiral adviser advisers "
            "advisor advisors agent agents aide aides ambassador ambassadors appointee appointees assemblyman "
            "assemblywoman attorney-general authorities bishop bishops captain chair chairman chairs chairwoman "
            "chairperson chancellor chief chiefs colonel commander commanders commissioner commissioners "
            "congressman congressmen congresswoman coroner councillor councilman councilwoman councilors "
            "counselor dean delegate delegates deputies deputy detective detectives diplomat diplomats director "
            "directors envoy envoys examiner general generals governor governors head heads inspector inspectors "
            "investigator investigators judge judges justice justices king lawmaker lawmakers leader leaders "
            "legislator legislators lieutenant makers manager managers marshal mayor mayors member members "
            "minister ministers ministry-spokesman mp mps negotiator negotiators nominee officeholders officer "
            "officers official officials ombudsman police policeman policemen policymaker policymakers politician "
            "politicians premier president presidents principal principals prosecutor prosecutors queen rep "
            "representative representatives regulator regulators ruler rulers secretary senator senators sheriff "
            "speaker spokesman spokesmen spokespeople spokesperson spokespersons spokeswoman spokeswomen staff "
            "staffer staffers superintendent treasurer undersecretary whip".split()
        ),
    ),
)
OTHERS = frozenset(
    "source sources person insider insiders witness witnesses eyewitness eyewitnesses expert experts analyst "
    "analysts observer observers critic critics supporter supporters some many others man woman anonymous "
    "protesters residents researcher researchers scientist scientists economist economists historian historians "
    "activist activists lawyer lawyers attorney attorneys doctor doctors ally allies friend friends mother father "
    "wife husband son daughter brother sister parent family families relative relatives student students "
    "candidate candidates driver neighbour neighbours neighbor neighbors professor executive executives "
    "strategist strategists operative operatives donor donors author authors host editor editors reporter "
    "reporters commentator commentators guy resident customer customers owner owners farmer farmers victim "
    "victims survivor survivors crowd protester demonstrators users couple organizer organizers organiser "
    "organisers team teams conservatives progressives liberals moderates environmentalists backers defenders "
    "workers employees employee voter opponents rivals rival opponent scholar scholars anyone someone those "
    "several few leaker hacker".split()
)
"""People who hold no office."""

POLLS = frozenset("poll polls polling survey surveys".split())
PARTIES = frozenset("republicans democrats libertarians tories".split())
_STATION_ENDINGS = frozenset("tv fm radio".split())
_CALL_LETTERS = re.compile(r"[WK][A-Z]{3}(?:-(?:TV|FM|AM))?")
_QUANTITIES = frozenset(
    "one two three four five six seven eight nine ten dozen dozens hundreds thousands millions none some many "
    "most all both each either neither few several lot lots number couple handful pair majority any much rest "
    "army flood scores plenty variety range constellation chorus crop host group team coalition community network "
    "band crowd every minority another half third two-thirds one-third quarter generation percent cent share".split()
)
_GROUPS = frozenset("group team coalition community network band army crowd".split())
_HANDFULS = frozenset("one two three four five six seven eight nine ten several both few".split())
_WITH_OFFICE = frozenset(
    "government administration enforcement military intelligence defense defence police diplomatic security "
    "congressional state federal senate house cabinet ministry palace".split()
)
_LEADING = frozenset("establishment senior opposition leading prominent conservative political party religious".split())
_OF_AN_OFFICE = frozenset("source sources insider insiders person".split())
# Words whose kind hangs on a word before them.
_MODIFIED: tuple[tuple[frozenset[str], frozenset[str], SourceKind], ...] = (
    (frozenset({"leaked"}), HEADS[1][1], SourceKind.LEAK),
    (_LEADING, frozenset({"figure", "figures"}), SourceKind.UNNAMED),
    (_WITH_OFFICE, _OF_AN_OFFICE, SourceKind.OFFICIAL),
    (frozenset("emergency rescue relief".split()), frozenset({"workers"}), SourceKind.OFFICIAL),
    (frozenset({"family"}), frozenset("spokesman spokesperson spokeswoman".split()), SourceKind.UNNAMED),
    (_HANDFULS, frozenset("people men women".split()), SourceKind.UNNAMED),
    (
        frozenset("conservative liberal progressive evangelical tribal".split()),
        frozenset({"leaders"}),
        SourceKind.UNNAMED,
    ),
)


def kind_of_noun(words: Sequence[str]) -> SourceKind | None:
    """The kind that the last word of a small noun phrase stands for, given what stands before it; None if unknown."""
    if not words:
        return None
    *before, head = words
    for modifiers, heads, kind in _MODIFIED:
        if head in heads and not modifiers.isdisjoint(before):
            return kind
    if head == "police" and before:
        return SourceKind.ORGANISATION
    return kind_of_head(head)


def kind_of_head(word: str) -> SourceKind | None:
    """The kind that a noun stands for by itself."""
    if word in OTHERS:
        return SourceKind.UNNAMED
    return next((kind for kind, nouns in HEADS if word in nouns), None)


def is_handful(counted: Sequence[str]) -> bool:
    """Whether a count is of a few: "two of the people" are some who know, no public."""
    return not _HANDFULS.isdisjoint(counted)


def is_station(name: str) -> bool:
    """Whether a name is an outlet's whose words don't say so: "WKRX", "ABC", "USA Today", "BFM TV"."""
    words = name.lower().replace(".", " ").split() or [""]
    ends = len(words) > 1 and words[-1] in _STATION_ENDINGS
    title = " ".join(words[words[0] == "the" :]) in TITLES
    return title or ends or words[0] in STATIONS or bool(_CALL_LETTERS.match(name))


def is_quantity(words: Sequence[str]) -> bool:
    """Whether words before "of" only count: "one", "a number", "the vast majority"."""
    return bool(words) and (words[-1] in _QUANTITIES or words[-1][0].isdigit())


def is_group(words: Sequence[str]) -> bool:
    """Whether words before "of" name several persons as one: "a team", "a bipartisan group"."""
    return bool(words) and words[-1] in _GROUPS
