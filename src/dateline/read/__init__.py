"""Takes paths and bytes, gives Reports."""
