"""Takes records, gives tables and files, and back."""
