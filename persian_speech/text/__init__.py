"""Text: reading bytes, letters, half-spaces, tokens, sentences, lemmas."""
