"""The HTML report: one page to read, with everything it needs inside it."""
