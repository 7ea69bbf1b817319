"""Outlets and broadcasts whose names don't say what they are; those that do are told by their words."""

from __future__ import annotations

STATIONS = frozenset(
    "abc bbc cbs cnn fox nbc msnbc npr pbs espn c-span politifact reuters bloomberg cnbc ctv cbc itv nhk rte rtl tvnz "
    "rté tvp zdf breitbart huffpost buzzfeed ard sbs hbo univision telemundo".split()
)
"""First words that whatever follows belongs to: "BBC Sport"."""

_TITLES = """
    afp, agence france-presse, al arabiya, al jazeera, al-jazeera, ani, ansa, ars technica, associated press
    ap, axios, bild, billboard, blaze, business insider, clarín, corriere della sera, daily beast
    daily caller, daily kos, daily mail, daily show, daily telegraph, dawn, der spiegel, deutsche welle
    die zeit, dpa, drudge, drudge report, economist, efe, el mundo, el país, el pais, esquire, face the nation
    factcheck, federalist, financial times, fivethirtyeight, forbes, foreign affairs, foreign policy, fortune
    france 24, gawker, good morning america, gq, haaretz, hardball, hill, huffington, infowars, intercept
    interfax, irna, kcna, kommersant, kyodo, la repubblica, la stampa, late night, le figaro, le monde
    libération, mashable, mediaite, meduza, meet the press, morning joe, mother jones, nation
    national geographic, national review, nature, new republic, new scientist, new statesman, new yorker
    newsmax, newsweek, oregonian, politico, propublica, quartz, radio free europe, realclearpolitics
    red state, redstate, reddit, ria novosti, roll call, rolling stone, rt, salon, sana, science
    scientific american, sixty minutes, 60 minutes, slate, space.com, spiegel, sports illustrated, sputnik
    state of the union, straits times, talking points memo, tass, techcrunch, tennessean, thinkprogress, time
    time magazine, times of india, tmz, usa today, us weekly, vanity fair, variety, verge, vice, vogue, vox
    wall street journal, washington examiner, weekly standard, wired, xinhua, yle, ynet, yonhap, zero hedge
"""
TITLES = frozenset(title.strip() for line in _TITLES.splitlines() for title in line.split(",") if title.strip())
"""Whole names, without "the"."""
