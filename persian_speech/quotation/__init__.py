"""Quotations: cues, introducers, where a quotation ends, who speaks, who is addressed."""
