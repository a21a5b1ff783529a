"""Which entities of documents are one thing under names that are not the same: profiles, blocking keys, decisions."""
