"""Office files in, Documents out: Word, PowerPoint and Excel (Office Open XML, ECMA-376), and OpenDocument text.

Each module named after a format holds its reader, which takes the bytes and their source as every reader of
`ingest.readers` does. Office files have no pages of fixed layout: theirs are 0 × 0 points, and nothing has a box.
"""
