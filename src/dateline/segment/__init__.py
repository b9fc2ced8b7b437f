"""Takes a Report, gives Voices: posts, quotations, and who is said to have said what."""
