"""The forms of reported speech: a list of named rules turns an introducer into a quotation.

Each rule looks at one introducer in its paragraph and gives a draft or nothing; the first that
answers wins, and its name stays on the quotation.
"""

from persian_speech.quotation.acting import acted
from persian_speech.quotation.bare import bare_clause
from persian_speech.quotation.credits import claim, nominal, view
from persian_speech.quotation.direct import colon, marked_after_cue, post_posed
from persian_speech.quotation.indirect import conjunction
from persian_speech.quotation.participles import participial
from persian_speech.quotation.passives import passive
from persian_speech.quotation.pointing_back import inverted, owned, pointed_back, verb_first
from persian_speech.quotation.predicates import denied, predicative, remembered
from persian_speech.quotation.scene import Rule

RULES: tuple[Rule, ...] = (
    acted,
    passive,
    owned,
    inverted,
    verb_first,
    colon,
    marked_after_cue,
    pointed_back,
    denied,
    remembered,
    predicative,
    post_posed,
    conjunction,
    participial,
    claim,
    view,
    nominal,
    bare_clause,
)
