"""Analysis: tables of documents, pandas in, pandas out."""
