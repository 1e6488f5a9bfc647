"""Reported clauses after a noun of saying with «اینکه»: «با تأکید بر اینکه …، گفتند»."""

from collections.abc import Sequence

from persian_speech.quotation.direct import closes_clause
from persian_speech.quotation.ends import DEMANDING, End
from persian_speech.quotation.introducers import Introducer
from persian_speech.quotation.lexicon import prepositions
from persian_speech.quotation.objects import object_marker
from persian_speech.quotation.paragraph import Paragraph
from persian_speech.quotation.scene import SHORTEST_MARKED, Draft, Scene
from persian_speech.quotation.somebody import is_somebody
from persian_speech.quotation.subjects import find_subject
from persian_speech.quotation.trimming import trim


def participial(scene: Scene, intro: Introducer) -> Draft | None:
    """«با تأکید بر اینکه ایران … نخواهد داشت، گفتند:»"""
    if intro.manner != "participial":
        return None
    paragraph = scene.paragraph
    start = intro.content
    if start >= len(paragraph):
        return None
    _, stop = paragraph.sentence(start)
    if intro.lemma.startswith("با این") and _done_to(paragraph, intro):
        return None
    told = [o for o in scene.intros if start <= o.first < stop and _narrates(scene, o)]
    cue = next((o for o in told if not _within(scene, start, o, told)), None)
    mark = scene.mark_at(start)
    if mark and mark.last - mark.first > SHORTEST_MARKED and closes_clause(scene, mark):
        return None
    judged = _before_news(paragraph, start, cue) or _judged_object(paragraph, start, cue) if cue else None
    if judged is not None:
        end = End(judged, "comma")
    else:
        end = (
            _participial_end(paragraph, start, cue.first)
            if cue
            else _first_clause_end(paragraph, intro, start, stop)
        )
    clause = scene.clause_start(intro.first), intro.first
    content = trim(paragraph, start, end.at)
    return Draft("participial", intro, content, clause, ended=end.rule)


def _done_to(paragraph: Paragraph, intro: Introducer) -> bool:
    """«به اعدام محکوم شد، با این ادعا که …»: whose claim it is the sentence does not tell."""
    before = intro.first - 1 - (paragraph.at(intro.first - 1) == "،")
    return before in paragraph.verbs and paragraph.keys[before].startswith(("شد", "می‌شو", "میشو"))


def _judged_object(paragraph: Paragraph, start: int, cue: Introducer) -> int | None:
    """«… کم است، رفتار گروه را در روزهایی که …، جوانمردانه دانست»: the comma before what is judged."""
    marker = object_marker(paragraph, start, cue.first) if "p" in cue.frames and cue.link != ":" else None
    commas = (i for i in range((marker or start) - 1, start, -1) if paragraph.at(i) == "،")
    return next((i for i in commas if i - 1 in paragraph.verbs), None)


def _before_news(paragraph: Paragraph, start: int, cue: Introducer) -> int | None:
    """«… نزولی است، از افت قیمت‌ها خبر داد»: the comma before what the news is of."""
    commas = (i for i in range(start + 1, cue.first) if paragraph.at(i) == "،" and i - 1 in paragraph.verbs)
    at = next(commas, None) if cue.lemma == "خبر دادن" else None
    return at if at is not None and paragraph.key_at(at + 1) == "از" else None


def _narrates(scene: Scene, intro: Introducer) -> bool:
    """Not «با بیان اینکه در حدیث می‌فرمایند …»: what people say is inside the clause.

    «با بیان اینکه دانا مطلب را ساده بیان کرده است، ادامه داد»: nor what has a comma and the cue after it.
    """
    after = intro.last + (scene.paragraph.at(intro.last) == "،")
    done = intro.tense == "perfect" or intro.cls == "document"  # «… باران آمده است، گفت»
    done = done or scene.paragraph.key_at(intro.first - 1) == "را"  # «… را تأیید کرد، گفت»
    if done and any(o.first == after and o.manner == "finite" for o in scene.intros):
        return False
    if intro.tense == "future":
        return False  # «با اشاره به اینکه باران آب را تضمین خواهد کرد، گفت: …»
    present = intro.tense in {"present", "imperfect"}
    impersonal = intro.number == "pl" and present and intro.link in {"bare", "و"}
    return intro.manner != "nominal" and not impersonal


def _within(scene: Scene, start: int, cue: Introducer, told: Sequence[Introducer]) -> bool:
    """«با بیان اینکه عمان گفت که سد پر است، مدعی شد»: another's words, told in the clause itself."""
    paragraph = scene.paragraph
    if cue.link == "bare" and _anothers(scene, start, cue):
        return True
    later = [o for o in told if o.first > cue.first and paragraph.at(o.first - 1) == "،"]
    if cue.link != "که" or cue.manner != "finite" or not later or cue.first == start:
        return False
    opens = (
        paragraph.verb_in(start, cue.first) is None
        and paragraph.verb_in(cue.last, later[0].first) is not None
    )
    return opens and not any(paragraph.at(i) == "،" for i in range(start, cue.first))


def _anothers(scene: Scene, start: int, cue: Introducer) -> bool:
    """«با بیان اینکه شهردار معتقد است اگر راه باز شود، …»: its first verb, right after somebody."""
    paragraph = scene.paragraph
    if cue.first - start < 1 or paragraph.verb_in(start, cue.first) is not None:
        return False
    commas = sum(paragraph.at(i) == "،" for i in range(start, cue.first))
    subject = find_subject(paragraph, start, cue.first) if commas <= 1 else None
    if subject is None or subject[1] != cue.first or (commas and subject[0] != start):
        return (
            False  # «سارا دانا، شهردار مهران می‌خواهد»: one comma, of a title, and the name opens the clause
        )
    return is_somebody(paragraph, subject, scene.known)


def _participial_end(paragraph: Paragraph, start: int, limit: int) -> End:
    """Where the clause before the cue at ``limit`` ends: at a comma, or after its last finite verb."""
    commas = [i for i in range(start + 1, limit) if paragraph.at(i) == "،"]
    verb = paragraph.verb_in(start, limit)
    if verb is not None and "پاسخ" in paragraph.keys[start:verb]:
        # «… باران خواهد آمد | در پاسخ به اینکه سد پر است یا نه، گفت»
        answered = (i for i in range(start + 1, verb) if paragraph.keys[i : i + 3] == ("در", "پاسخ", "به"))
        verb = next((i - 1 for i in answered if i - 1 in paragraph.verbs), verb)
    if verb is None:
        copula = paragraph.key_at(limit - 1).endswith(
            ("یم", "اند")
        )  # «از توان بالایی برخورداریم خاطرنشان کرد»
        return End(commas[-1], "comma") if commas and not copula else End(limit, "cue")
    if (
        commas
        and verb < commas[-1]
        and (_beside(paragraph, commas[-1], limit) or _participle(paragraph, commas[-1]))
    ):
        return End(_before_phrase(paragraph, commas, verb), "comma")
    # «… تمام شد، از مردم تشکر کرد و گفت»
    joined = paragraph.key_at(verb + 1) == "و" and paragraph.verbs[verb].tense == "past"
    if joined or paragraph.key_at(verb + 1) == "را":  # «… تمام شد، طرحی که دیروز تصویب شد را تشریح کرد»
        whole = next((i for i in reversed(commas) if i < verb and i - 1 in paragraph.verbs), None)
        if whole is not None:
            return End(whole, "comma")
    if paragraph.keys[verb + 1] == "نه":
        return End(limit, "cue")  # «… مدیر بندر است نه رئیس آن گفت»
    return End(verb + 1, "verb")


def _beside(paragraph: Paragraph, comma: int, limit: int) -> bool:
    """«… نه از بین بردن آن، تصریح کرد»: nothing stands between the comma and the cue."""
    return comma + 1 == limit


def _participle(paragraph: Paragraph, comma: int) -> bool:
    """«… رخ داده، گفت»"""
    return paragraph.key_at(comma - 1).endswith("ه")


def _before_phrase(paragraph: Paragraph, commas: Sequence[int], verb: int) -> int:
    """«… است، در پاسخ به سؤالی، گفت»: a phrase between two commas is the narrator's."""
    following = paragraph.key_at(verb + 2)
    return verb + 1 if verb + 1 in commas[:-1] and following in prepositions() else commas[-1]


def _first_clause_end(paragraph: Paragraph, intro: Introducer, start: int, stop: int) -> End:
    """No second cue follows: the clause ends at the first comma after a verb, or before «خواستار … شد».

    «شش نفر را با ادعای اینکه جاسوس‌اند | به زندان محکوم کرد»: an object before it has its verb after.
    """
    verbs = [i for i in range(start, stop) if i in paragraph.verbs]
    if paragraph.key_at(intro.first - 1) == "را" and len(verbs) > 1:
        return End(verbs[0] + 1, "verb")
    # «با بیان اینکه سد باید پر شود | خواستار کمک دولت شد»
    demanded = verbs[-1] if verbs and paragraph.keys[verbs[-1]] in {"شد", "شدند"} else start
    ends = (
        i
        for i in range(start + 1, stop)
        if (
            i - 1 in paragraph.verbs
            and (paragraph.at(i) == "،" or (i < demanded and paragraph.keys[i] in DEMANDING))
        )
        # «… سه برابر شده، خواستار توضیح مدیر شد»
        or (i < demanded and paragraph.at(i) == "،" and paragraph.key_at(i + 1) in DEMANDING)
    )
    at = next(ends, None)
    return End(stop, "sentence") if at is None else End(at, "comma" if paragraph.at(at) == "،" else "verb")
