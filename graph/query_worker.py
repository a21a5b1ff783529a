"""The process that runs one SPARQL query: started by `graph/query.py`, which kills it past its limits.

It imports nothing of Svod, so that it starts in some 50 ms. Standard input: one JSON object with `store`, `sparql`,
`base`, `prefixes`, `select` and `construct` (media types), `seconds`, `memory` and `output` (bytes). Standard output:
the result. Exit status: 0, or one of the constants below with a reason on standard error.
"""

import json
import resource
import sys

from pyoxigraph import QueryResultsFormat, QueryTriples, RdfFormat, Store

WRONG_QUERY = 3
WRONG_FORMAT = 4
FAILED = 5


def main() -> int:
    """Run the query given on standard input; the exit status."""
    job = json.load(sys.stdin)
    resource.setrlimit(resource.RLIMIT_AS, (job["memory"], job["memory"]))
    resource.setrlimit(resource.RLIMIT_CPU, (job["seconds"] + 1, job["seconds"] + 2))
    resource.setrlimit(resource.RLIMIT_FSIZE, (job["output"], job["output"]))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        results = Store.read_only(job["store"]).query(job["sparql"], base_iri=job["base"], prefixes=job["prefixes"])
        is_graph = isinstance(results, QueryTriples)
        media = job["construct" if is_graph else "select"]
        if media is None:
            kind = "CONSTRUCT and DESCRIBE give a graph" if is_graph else "SELECT and ASK give a table"
            sys.stderr.write(kind)
            return WRONG_FORMAT
        if isinstance(results, QueryTriples):
            results.serialize(sys.stdout.buffer, RdfFormat.from_media_type(media))
        else:
            results.serialize(sys.stdout.buffer, QueryResultsFormat.from_media_type(media))
        sys.stdout.buffer.flush()
    except (SyntaxError, ValueError) as error:
        sys.stderr.write(str(error))
        return WRONG_QUERY
    except OSError as error:
        sys.stderr.write(str(error))
        return FAILED
    return 0


if __name__ == "__main__":
    sys.exit(main())
