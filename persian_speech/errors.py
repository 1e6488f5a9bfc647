"""Expected failures, told in one line."""


class PersianSpeechError(Exception):
    """A failure the user can mend: it says which input, where, and what to do."""
