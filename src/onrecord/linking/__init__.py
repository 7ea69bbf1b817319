"""Pure judgements on pairs, and what follows from them."""
