"""Takes stored or fresh records, gives pages and terminal views."""
