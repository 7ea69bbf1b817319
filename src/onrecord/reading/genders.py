"""Who may be "he" and who "she": by titles, by words for persons, and by given names that are nearly always one."""

from __future__ import annotations

import re
from enum import StrEnum


class Gender(StrEnum):
    """What a pronoun asks for."""

    SHE = "she"
    HE = "he"


PRONOUNS: dict[str, Gender] = {
    **dict.fromkeys(("she", "her", "hers", "herself"), Gender.SHE),
    **dict.fromkeys(("he", "his", "him", "himself"), Gender.HE),
}

_SHE_WORDS = frozenset(
    "mrs ms miss madam lady dame queen princess baroness countess congresswoman councilwoman chairwoman "
    "spokeswoman assemblywoman businesswoman actress mother daughter wife sister aunt grandmother girl woman "
    "widow".split()
)
_HE_WORDS = frozenset(
    "mr sir lord king prince baron congressman councilman chairman spokesman assemblyman businessman actor father "
    "son husband brother uncle grandfather boy man widower".split()
)
_SHE_NAMES = frozenset(
    "abigail ada adriana agnes aisha alexandra alexis alice alicia alison allison amanda amber amelia amina amy "
    "ana andrea angela angelina anita ann anna anne annette annie april ashley audrey ayesha barbara beatrice "
    "becky bernadette beth betsy betty beverly bonnie brenda bridget brittany brooke caitlin camille candice "
    "carla carly carmen carol carole caroline carolyn carrie catherine cathy cecilia charlotte cheri cherie "
    "cheryl chloe christina christine cindy claire clara claudia colleen connie crystal cynthia daisy dana dawn "
    "debbie deborah debra denise diana diane dianne dolores donna dora doris dorothy eileen elaine eleanor elena "
    "elise elizabeth ella ellen elsa emily emma erica erika erin esther eva eve evelyn fatima felicia fiona "
    "florence frances francesca gabrielle gail georgina geraldine gina giorgia gladys glenda gloria grace greta "
    "gretchen gwen hannah harriet heather heidi helen helena hilary hillary holly huma ida ilana ingrid irena "
    "irene iris isabel isabella isabelle ivana ivanka jackie jacqueline jana jane janet janice jeanne jen jenna "
    "jennifer jenny jessica jill joan joanna joanne jodi josephine joyce juanita judith judy julia juliana julie "
    "june karen karina katarzyna kate katherine kathleen kathryn kathy katie katrina kayleigh kellyanne kimberly "
    "kirsten kirstjen kristen kristin kristina lara laura lauren laurie leila lena leslie leticia lillian linda "
    "lisa liz lois lola loretta lori lorraine louise lucia lucy lydia lynn madeleine maggie malala mandy marcia "
    "margaret margarita maria marian marie marilyn marina marine marissa marjorie marsha martha mary maureen "
    "maxine megan melania melanie melissa meredith mia michele michelle mildred miranda miriam moira molly monica "
    "muriel nadia nancy naomi natalia natalie natasha nettie nicole nikki nina nora norma olga olivia paige "
    "pamela patricia patty paula pauline peggy penny phyllis polly priya rachel rebecca regina renee rhonda rita "
    "roberta rosa rose rosemary roxanne ruth sabrina sally samantha sandra sara sarah savannah shannon sharon "
    "sheila shelley sherry shirley sofia sonia sophia sophie stacy stella stephanie sue susan susanna suzanne "
    "sylvia tamara tammy tania tanya tara teresa theresa tiffany tina tracy tulsi ursula valentina valerie "
    "vanessa vera veronica vesna victoria viktoria violet virginia vivian wanda wendy whitney yolanda yvette "
    "yvonne zoe".split()
)
_HE_NAMES = frozenset(
    "aaron abdul abdullah abraham adam adrian ahmad ahmed alan albert alberto alejandro alexander alfred ali "
    "allen alvin amir anders andre andreas andrew andy angelo ángel anthony antonio antonin arnold arthur ashraf "
    "austin barack barry bart bashar ben benjamin bernard bernie bert bill billy bob bobby boris brad bradley "
    "brandon brendan brett brian bruce bryan byron calvin carl carlos cesar chad charles charlie chester chris "
    "christian christopher chuck clarence clayton clifford clint clinton clive colin corey cory craig curtis "
    "cyril dale damien dan daniel danny darrell darren daryl dave david dean dennis denis derek devin diego dick "
    "dimitri dinesh dirk dmitry dominic don donald doug douglas duane dustin dwayne dwight earl ed eddie edgar "
    "eduardo edward edwin eli elijah elliott emmanuel enrique eric erik ernest eugene evan felix fernando floyd "
    "francis francisco francois franco frank franklin franz fred frederick gareth gary gavin gene geoffrey george "
    "gerald gerard gilbert giovanni glenn gordon graham grant greg gregory guillermo gus gustavo guy harold harry "
    "hans harvey hassan hector henri henry herbert herman howard hugh hugo hussein ian ibrahim igor ike imran "
    "isaac ismail ivan jack jacob jacques jake james jamal jan jared jason javier jay jeb jeff jeffrey jeremy "
    "jerome jerry jesse jesus jim jimmy joe joel johann john johnny jon jonathan jorge jose joseph josh joshua "
    "josé juan julian julio justin karl keith ken kenneth kevin khalid kirk klaus konstantin kurt kyle lance "
    "larry lars laurence lawrence lee leo leon leonard leonid leroy lewis liam lindsey lloyd lou louis lucas luis "
    "luke magnus malcolm manuel marc marcel marco marcus mario mark marshall martin marvin mason mathew matt "
    "matteo matthew maurice max mehmet michael miguel mike mikhail milton mitch mitchell mitt mohamed mohammad "
    "mohammed morris moshe muhammad mustafa nathan nathaniel ned neil nelson newt nicholas nick nicolas nigel "
    "nikita nikolai noah norman oleg oliver omar orrin oscar osama ostap otto owen pablo pascal patrick paul "
    "pavel pavo pedro peter phil philip philippe pierre rafael rahm ralph ramon rand randall randy raul ray "
    "raymond recep reginald reince rex ricardo richard rick ricky rob robert roberto rod rodney rodrigo roger "
    "roland roman ron ronald ronnie rory ross roy rudolf rudolph rudy rupert russell ryan salman sam samuel saul "
    "scott sean sebastian serge sergei sergey sergio seth shaun sidney silvio simon spencer stan stanley stefan "
    "stephen steve steven stewart stuart sundar tariq ted terrence terry theodore thomas tim timothy toby todd "
    "tom tommy tony travis trevor tyler vernon victor viktor vince vincent vladimir volodymyr wade wallace walter "
    "warren wayne wesley wilbur will william winston wolfgang xavier yasser yuri zachary".split()
)
_WORD = re.compile(r"\w+")


def gender_of(before: str, name: str) -> Gender | None:
    """By the words right before a person's name, then by the given name; None where neither says."""
    words = _WORD.findall(before.lower())[-2:]
    given = (_WORD.findall(name.lower()) or [""])[0]
    for gender, titles, names in ((Gender.SHE, _SHE_WORDS, _SHE_NAMES), (Gender.HE, _HE_WORDS, _HE_NAMES)):
        if not titles.isdisjoint(words):
            return gender
        if given in names and " " in name:
            return gender
    return None
