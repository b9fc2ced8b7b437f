"""Takes Voices, gives Annotations: tokens, names, times, toponyms, counts, loaded words."""
