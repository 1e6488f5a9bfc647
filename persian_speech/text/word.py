"""Word documents to lines of text."""

import logging
import zipfile
from io import BytesIO

from persian_speech.errors import PersianSpeechError
from persian_speech.text.markup import shown

NOTE_MARKS = (
    "sup > a[href^='#footnote']",
    "sup > a[href^='#endnote']",
    "a[href^='#footnote-ref']",
    "a[href^='#endnote-ref']",
)
log = logging.getLogger(__name__)


def paragraphs(data: bytes) -> str:
    """The document's text: paragraphs, lists, cells, notes at the end; deleted text is left out.

    PersianSpeechError: the bytes are no Word document, or a broken one.
    """
    import mammoth  # type: ignore[import-untyped]

    if not data:
        return ""  # an empty file is an empty text, whatever its suffix
    try:
        html = mammoth.convert_to_html(BytesIO(data), convert_image=lambda _image: []).value
    except zipfile.BadZipFile as error:
        raise PersianSpeechError("is no Word document (.docx), or a broken one; save it again") from error
    except Exception as error:  # a broken document breaks the library in ways of its own
        log.debug("mammoth", exc_info=True)
        raise PersianSpeechError(
            "is a broken Word document (.docx); open it in Word and save it again"
        ) from error
    return shown(html, skip=NOTE_MARKS)
