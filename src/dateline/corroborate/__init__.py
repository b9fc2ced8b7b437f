"""Takes EventMentions of many reports, gives Events: reprints, blocking, comparison, agreement."""
