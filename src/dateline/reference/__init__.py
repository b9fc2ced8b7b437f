"""Read-only look-ups: gazetteer, codebook, actor registry, lexicons. Opens its own packaged data, writes no other file."""
