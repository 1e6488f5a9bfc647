"""Output: terminal tables and machine formats."""
