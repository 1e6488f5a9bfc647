"""Corpus: sources (files, folders, archives, stdin) and batch runs."""
