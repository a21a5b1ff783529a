"""The version of what readers return: raise it when the same bytes give another Document."""

READER = "5"
