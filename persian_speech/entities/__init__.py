"""Entities: the tagger, the gazetteer, linking of mentions, counts."""
