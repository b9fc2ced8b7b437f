"""Takes EventMentions, gives them their time, place and actors, looked up and settled."""
