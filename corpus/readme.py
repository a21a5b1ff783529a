"""The generated part of README.md: the types that are found, their labels, and how many the corpus holds.

python -m corpus.readme            prints the table
python -m corpus.readme --write    puts it into README.md, between its marks
"""

import argparse
from collections import Counter
from pathlib import Path

from ingest import collect, read
from nlp import Extract, annotate, state
from ontology import vocabulary

ROOT = Path(__file__).resolve().parent.parent
BEGIN, END = "<!-- types: python -m corpus.readme --write -->", "<!-- /types -->"


def extracts() -> list[Extract]:
    """What is understood of each document of the corpus."""
    sources = collect([str(ROOT / "corpus" / "documents")]).sources
    return [state(annotate(read(Path(source.path).read_bytes(), source.path))) for source in sources]


def types_table(found: list[Extract]) -> str:
    """A Markdown table: type, its labels, mentions, things, and how many statements have such a thing as subject."""
    mentions = Counter(mention.type for extract in found for mention in extract.mentions)
    things = Counter(entity.type.removeprefix("svod:") for extract in found for entity in extract.entities)
    about: Counter[str] = Counter()
    for extract in found:
        types = {entity.id: entity.type.removeprefix("svod:") for entity in extract.entities}
        about.update(types[s.subject] for s in extract.statements if s.subject in types)
    labels = {term.curie.removeprefix("svod:"): term for term in vocabulary().classes.values()}
    rows = ["| type | ru | en | mentions | things | statements about them |", "|---|---|---|--:|--:|--:|"]
    for name in sorted({*mentions, *things}, key=lambda one: (-about[one], -mentions[one], one)):
        term = labels.get(name)
        ru, en = (term.ru, term.en) if term else ("", "")
        rows.append(f"| `{name}` | {ru} | {en} | {mentions[name]} | {things[name]} | {about[name]} |")
    return "\n".join(rows)


def with_table(readme: str, table: str) -> str:
    """The text with the table between its marks."""
    before, _, rest = readme.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{table}\n{END}{after}"


def main() -> None:
    """Print the table, or write it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="put the table into README.md")
    path, table = ROOT / "README.md", types_table(extracts())
    if parser.parse_args().write:
        path.write_text(with_table(path.read_text(encoding="utf-8"), table), encoding="utf-8")
    else:
        print(table)


if __name__ == "__main__":
    main()
