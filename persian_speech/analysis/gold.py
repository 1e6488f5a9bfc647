"""Gold and predictions: JSON lines read with their line numbers, so that a fault can be found."""

import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from persian_speech.corpus.rows import json_fault
from persian_speech.errors import PersianSpeechError

Item = dict[str, Any]
Needs = Mapping[str, Any]  # a field's kind of value; of a list, what each of its items needs
NAME, NUMBER, ANY = (str, int), (int, float), object
GOLD_NEEDS: Needs = {
    "id": NAME,
    "text": str,
    "entities": {"id": ANY, "name": str},
    "quotes": {"start": NUMBER, "end": NUMBER, "kind": str, "entity": ANY},
}
PREDICTED_NEEDS: Needs = {"document": NAME, "start": NUMBER, "end": NUMBER}


def load_gold(path: Path) -> list[Item]:
    """The documents of a gold file («-» is standard input): ``id``, ``text``, ``entities``, ``quotes``."""
    return parse(_lines(path), str(path), GOLD_NEEDS)


def load_predicted(path: Path) -> list[Item]:
    """The rows of a prediction («-» too), as ``quotes --format jsonl`` writes them."""
    return parse(_lines(path), str(path), PREDICTED_NEEDS)


def parse(lines: Iterable[str], name: str, needs: Needs) -> list[Item]:
    """One object a line; blank lines are passed over. Raises PersianSpeechError with the line."""
    return [_item(line, f"{name}:{number}", needs) for number, line in enumerate(lines, 1) if line.strip()]


def _lines(path: Path) -> list[str]:
    try:
        data = sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
        return data.decode("utf-8-sig").split("\n")
    except OSError as error:
        raise PersianSpeechError(f"{path}: cannot be read ({error.strerror}); check the name") from error
    except UnicodeDecodeError as error:
        raise PersianSpeechError(f"{path}: is not UTF-8; save it as UTF-8 JSON lines") from error


def _item(line: str, place: str, needs: Needs) -> Item:
    try:
        item = json.loads(line)
    except ValueError as error:
        raise PersianSpeechError(
            f"{place}: is not JSON ({json_fault(error)}); one object a line is expected"
        ) from error
    _check(item, place, needs)
    return dict(item)


def _check(item: Any, place: str, needs: Needs, whole: str = "line") -> None:
    missing = [name for name in needs if name not in item] if isinstance(item, dict) else needs
    if missing:
        told = f"lacks {', '.join(missing)}; each {whole} needs {', '.join(needs)}"
        raise PersianSpeechError(f"{place}: {told}")
    for name, kind in needs.items():
        is_list = isinstance(kind, dict)
        if not isinstance(item[name], list if is_list else kind):
            told = f"«{name}» holds {json.dumps(item[name], ensure_ascii=False)[:40]}"
            raise PersianSpeechError(f"{place}: {told}, which is of another kind than it should be; mend it")
        for one in item[name] if is_list else ():
            _check(one, place, kind, f"of the {name}")
