"""Actors: people, offices and bodies, and who held which office on which day."""
