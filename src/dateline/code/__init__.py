"""Takes Annotations, gives EventMentions: triggers, arguments, status (event coding)."""
