"""Lexicon, tables and, later, the trained model: data, no code."""
