"""How a question is read: its words, the things and the terms it names, and the shapes that turn them into queries."""
