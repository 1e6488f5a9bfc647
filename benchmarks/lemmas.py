"""Lemmas beside hazm's Lemmatizer, on a treebank in CoNLL-U: share right by part of speech.

    python benchmarks/lemmas.py TREEBANK.conllu

Verbs are compared by past stem («گفت» for «گفتن», «گفت#گو»), the copula's forms as one. Enclitics that
the treebank splits from their word, and punctuation, are left out.
"""

import sys
from collections import Counter
from pathlib import Path

from hazm import Lemmatizer

from persian_speech.document import Document, Token
from persian_speech.text.halfspace import normalised
from persian_speech.text.lemmas import lemmatise
from persian_speech.text.letters import key

COPULA = {"است": "بود", "هست": "بود", "": "بود", "باشید": "بود", "توان": "توانست"}


def sentences(path: str) -> list[list[list[str]]]:
    """Sentences of words, a word as its CoNLL-U fields; split words are left out."""
    found: list[list[list[str]]] = [[]]
    skipped: set[str] = set()
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        if len(fields) != 10:
            found.append([])
            skipped = set()
        elif "-" in fields[0]:
            first, last = fields[0].split("-")
            skipped = {str(i) for i in range(int(first), int(last) + 1)}
        elif fields[0] not in skipped:
            found[-1].append(fields)
    return [sentence for sentence in found if sentence]


def stem(lemma: str, tag: str) -> str:
    """What is compared: a verb's past stem, or the key of the lemma."""
    lemma = key(lemma.split("#", maxsplit=1)[0])
    return COPULA.get(lemma, lemma) if tag in {"VERB", "AUX"} else lemma


def main() -> None:
    """Print one line a part of speech: words, ours, hazm's."""
    hazm, words, ours, theirs = Lemmatizer(), Counter[str](), Counter[str](), Counter[str]()
    for sentence in sentences(sys.argv[1]):
        tokens = tuple(
            Token(0, 0, fields[1], fields[1], "punctuation" if fields[3] == "PUNCT" else "word")
            for fields in sentence
        )
        done = lemmatise(Document("", tokens=normalised(tokens))).tokens
        for fields, token in zip(sentence, done, strict=True):
            gold, tag = stem(fields[2], fields[3]), fields[3]
            words[tag] += 1
            lemma = token.lemma.removesuffix("ن") if tag in {"VERB", "AUX"} else token.lemma
            ours[tag] += stem(lemma, tag) == gold
            theirs[tag] += stem(hazm.lemmatize(fields[1]), tag) == gold
    del words["PUNCT"]
    for tag, n in words.most_common():
        print(f"{tag}\t{n}\t{ours[tag] / n:.3f}\t{theirs[tag] / n:.3f}")
    total = words.total()
    right = [sum(counter[tag] for tag in words) / total for counter in (ours, theirs)]
    print(f"all\t{total}\t{right[0]:.3f}\t{right[1]:.3f}")


if __name__ == "__main__":
    main()
