"""Exchange formats: whole documents for the programs that linguists and analysts go on with."""
