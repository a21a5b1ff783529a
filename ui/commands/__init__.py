"""The commands of `svod`. Each module registers a group of them and imports what they need when they run."""
