"""The screens of the page, one module each: `show(snapshot, language)` draws it."""
