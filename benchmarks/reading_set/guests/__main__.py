"""Write cases: ``python -m benchmarks.reading_set.guests SEED... --out DIR``."""

from benchmarks.measures.writing import write_cases

from .build import build

if __name__ == "__main__":
    write_cases(__doc__, build)
